import { z } from 'zod';
import { readJson, writeAtomically } from '../files.ts';

/** A person as the register gives them out; the names are KRR's (docs.digdir.no, "Attributter i KRR"). */
const entry = z.strictObject({
  personidentifikator: z.string().regex(/^\d{11}$/),
  reservasjon: z.enum(['JA', 'NEI']).default('NEI'),
  status: z.enum(['AKTIV', 'SLETTET', 'IKKE_REGISTRERT']).default('AKTIV'),
  varslingsstatus: z.enum(['KAN_VARSLES', 'KAN_IKKE_VARSLES']).optional(),
  kontaktinformasjon: z
    .strictObject({
      epostadresse: z.email().optional(),
      epostadresse_oppdatert: z.string().optional(),
      epostadresse_sist_verifisert: z.string().optional(),
      mobiltelefonnummer: z.string().optional(),
      mobiltelefonnummer_oppdatert: z.string().optional(),
      mobiltelefonnummer_sist_verifisert: z.string().optional(),
    })
    .optional(),
});
type Entry = z.output<typeof entry>;

const question = z.strictObject({
  personidentifikatorer: z
    .array(z.string().regex(/^\d{11}$/))
    .min(1)
    .max(1000),
  inkluderIkkeRegistrerte: z.boolean().optional(),
});

/** The stand-in for the contact register's persons. */
export interface RegisterBook {
  /** The answer to `POST /rest/v2/personer`. */
  lookUp(body: unknown): { readonly status: number; readonly body: object };
  /** Enters a person, or what is now true of them: the stand-in for their own page (minprofil). */
  enter(body: unknown): { readonly status: number; readonly body: object };
}

const monthMilliseconds = 30 * 86_400_000;

/**
 * Persons in a file, and whoever is not in it not registered. Contact data without a date was confirmed a month ago by the
 * moved clock; `varslingsstatus` follows from the dates as § 32 has it, unless the entry says otherwise.
 */
export function createRegisterBook(options: {
  readonly file: string;
  readonly persons: readonly unknown[];
  readonly now: () => number;
}): RegisterBook {
  const { file, now } = options;
  const kept = z
    .array(entry)
    .catch([])
    .parse(readJson(file) ?? []);
  const persons = new Map(
    [...z.array(entry).parse(options.persons), ...kept].map((one) => [one.personidentifikator, one] as const),
  );
  return {
    lookUp(body) {
      const asked = question.safeParse(body);
      if (!asked.success) return { status: 400, body: { error: 'invalid_request' } };
      const found = asked.data.personidentifikatorer.map((id) => answerOf(persons.get(id), id, now()));
      return { status: 200, body: { personer: found } };
    },
    enter(body) {
      const entered = entry.safeParse(body);
      if (!entered.success) return { status: 400, body: { error: 'invalid_request' } };
      persons.set(entered.data.personidentifikator, entered.data);
      writeAtomically(file, `${JSON.stringify([...persons.values()], undefined, 2)}\n`);
      return { status: 200, body: {} };
    },
  };
}

function answerOf(found: Entry | undefined, id: string, now: number): object {
  const varslingsstatus = 'KAN_IKKE_VARSLES';
  if (found === undefined || found.status !== 'AKTIV') {
    const { reservasjon = 'NEI', status = 'IKKE_REGISTRERT' } = found ?? {};
    return { personidentifikator: id, reservasjon, status, varslingsstatus };
  }
  if (found.reservasjon === 'JA') return { varslingsstatus, ...found };
  const contact = dated(found.kontaktinformasjon, now);
  const newest = Math.max(
    0,
    ...[contact?.epostadresse_oppdatert, contact?.epostadresse_sist_verifisert]
      .filter((at) => at !== undefined)
      .map((at) => Date.parse(at)),
  );
  return {
    varslingsstatus: newest > now - 18 * monthMilliseconds ? 'KAN_VARSLES' : varslingsstatus,
    ...found,
    ...(contact && { kontaktinformasjon: contact }),
  };
}

function dated(contact: Entry['kontaktinformasjon'], now: number): Entry['kontaktinformasjon'] {
  if (!contact?.epostadresse || contact.epostadresse_oppdatert || contact.epostadresse_sist_verifisert) return contact;
  return { ...contact, epostadresse_sist_verifisert: new Date(now - monthMilliseconds).toISOString() };
}
