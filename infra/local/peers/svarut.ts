import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import { createOfficeKey, type OfficeKey } from './svarut-key.ts';

/** The integration and the account the stand-in knows. */
export const svarUtIntegration = {
  integrationId: '3d4f1a52-7b1e-4c55-9a53-2f6f3a4c9b10',
  password: 'a-password-for-play-on-this-machine-only',
  account: '9b2f6c1e-0a6d-4f0e-8f3e-5d1c7a9e2b44',
} as const;

/** The scope of KS's Fiks services. */
export const fiksScope = 'ks:fiks';

const text = (most: number) => z.string().min(1).max(most);
const address = z.strictObject({
  adresselinje1: text(70),
  adresselinje2: text(70).optional(),
  adresselinje3: text(70).optional(),
  poststed: text(70),
  postnummer: text(20).optional(),
  landkode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
const common = {
  tittel: text(1000),
  avgivendeSystem: text(100).optional(),
  eksternReferanse: text(100).optional(),
  utskriftskonfigurasjon: z.strictObject({ tosidig: z.boolean().optional() }).optional(),
  kryptert: z.boolean().optional(),
};
const file = z.strictObject({
  filnavn: text(226).regex(/^[^*:"\\/<>|?]+$/),
  mimeType: z.literal('application/pdf'),
  inneholderPersonsensitivInformasjon: z.boolean().optional(),
});
/** `PrintForsendelse` of the published description, forsendelse-send-api-v3; only what we have a use for is taken. */
const forPrint = z.strictObject({
  ...common,
  mottaker: z.strictObject({ navn: text(100), adresse: address }),
  dokumenter: z.array(file.omit({ inneholderPersonsensitivInformasjon: true })),
});
/** `OrganisasjonForsendelse` of the same; at the highest level of security its files have to be encrypted. */
const forOffice = z
  .strictObject({
    ...common,
    mottaker: z.strictObject({
      navn: text(100),
      digitalId: z.string().regex(/^\d{9}$/),
      adresse: address.optional(),
    }),
    sikkerhetsniva: z.enum(['BETYDELIG', 'HOYESTE']).optional(),
    taushetsbelagtPost: z.boolean().optional(),
    kunDigitalLevering: z.boolean().optional(),
    dokumenter: z.array(file),
  })
  .refine(({ sikkerhetsniva, kryptert }) => sikkerhetsniva !== 'HOYESTE' || kryptert === true);
type Metadata = z.output<typeof forPrint> | z.output<typeof forOffice>;

/** A letter as it came, and when by the moved clock. */
export interface ReceivedLetter {
  readonly id: string;
  readonly at: number;
  readonly metadata: Metadata;
  /** Decrypted, where they came encrypted. */
  readonly files: readonly Buffer[];
}

const dayMilliseconds = 86_400_000;

/**
 * Stands in for KS SvarUt as far as letters on paper and post to authorities go, with the addresses, headers, parts and
 * bounds of the published descriptions (developers.fiks.ks.no/api). A letter is at the printer at once and posted a day later by the moved clock;
 * one to the postal code 0000 cannot be delivered. Gives what it has received.
 */
export function addSvarUt(
  app: Hono,
  { scopeOf, now }: { readonly scopeOf: (token: string) => string | undefined; readonly now: () => number },
): readonly ReceivedLetter[] {
  const received: ReceivedLetter[] = [];
  const refusal = (header: (name: string) => string | undefined, account: string) => {
    const [, token = ''] = /^Bearer (.+)$/.exec(header('authorization') ?? '') ?? [];
    if (scopeOf(token) !== fiksScope) return told(401, 'Unauthorized');
    const { integrationId, password } = svarUtIntegration;
    const known = header('IntegrasjonId') === integrationId && header('IntegrasjonPassord') === password;
    return known && account === svarUtIntegration.account ? undefined : told(403, 'Forbidden');
  };
  app.get('/api/v2/kontoer/:account/forsendelser', (c) => {
    const found = received.filter((letter) => letter.metadata.eksternReferanse === c.req.query('eksternRef'));
    const answer = { forsendelseIds: found.map(({ id }) => id) };
    return refusal((name) => c.req.header(name), c.req.param('account')) ?? c.json(answer);
  });
  let made: Promise<OfficeKey> | undefined;
  const key = () => {
    made ??= createOfficeKey();
    return made;
  };
  app.get('/forsendelse/publickey/hent', async (c) => c.text((await key()).certificate));
  for (const [kind, schema] of [
    ['print', forPrint],
    ['organisasjon', forOffice],
  ] as const) {
    app.post(`/api/v3/kontoer/:account/forsendelser/${kind}`, async (c) => {
      const refused = refusal((name) => c.req.header(name), c.req.param('account'));
      if (refused) return refused;
      const letter = await letterOf([...(await c.req.raw.formData())], { schema, key, at: now() });
      if (!letter) return told(400, 'Bad Request');
      received.push(letter);
      return c.json({ id: letter.id });
    });
  }
  app.post('/api/v3/kontoer/:account/forsendelser/status/sok', async (c) => {
    const refused = refusal((name) => c.req.header(name), c.req.param('account'));
    if (refused) return refused;
    const asked = z.strictObject({ id: z.array(z.uuid()) }).safeParse(await c.req.json());
    if (!asked.success) return told(400, 'Bad Request');
    const found = received.filter(({ id }) => asked.data.id.includes(id));
    return c.json({ statuser: found.map((letter) => statusOf(letter, now())) });
  });
  return received;
}

/** The metadata first, then the files it names, in the same order and by the same names. */
async function letterOf(
  parts: readonly (readonly [string, string | File])[],
  given: { readonly schema: z.ZodType<Metadata>; readonly key: () => Promise<OfficeKey>; readonly at: number },
): Promise<ReceivedLetter | undefined> {
  const [[first, told] = [], ...rest] = parts;
  if (first !== 'forsendelse' || typeof told !== 'string') return undefined;
  const read = given.schema.safeParse(parsed(told));
  if (!read.success || read.data.dokumenter.length !== rest.length || rest.length === 0) return undefined;
  const files: Buffer[] = [];
  for (const [index, [, part]] of rest.entries()) {
    if (typeof part === 'string' || part.name !== read.data.dokumenter[index]?.filnavn) return undefined;
    const bytes = Buffer.from(await part.arrayBuffer());
    const content = read.data.kryptert ? await (await given.key()).opened(bytes) : bytes;
    if (content === undefined) return undefined;
    files.push(content);
  }
  return { id: randomUUID(), at: given.at, metadata: read.data, files };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function statusOf({ id, at, metadata: { mottaker } }: ReceivedLetter, now: number) {
  const later = now - at >= dayMilliseconds;
  const status = mottaker.adresse?.postnummer === '0000' ? 'IKKE_LEVERT' : 'PRINTET';
  return { id, sisteStatusEndring: new Date(at).toISOString(), status: later ? status : 'SENDT_PRINT' };
}

/** `ErrorMessage` of the description. */
function told(status: number, error: string): Response {
  return Response.json({ status, error, errorId: randomUUID(), message: error }, { status });
}
