import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { RegisterAddress, RegisterAnswer } from '../../core/contact.ts';
import { DeliveryError } from '../../core/errors.ts';
import type { Instant } from '../../core/time.ts';
import { callPeer, jsonOf, type PeerAnswer, type PeerOptions } from './http.ts';
import type { AccessTokens } from './maskinporten.ts';

/** Kontakt- og reservasjonsregisteret (KRR). */
export interface ContactRegister {
  /** What the register tells of a person at `now`. Throws DeliveryError when it cannot be asked: try again. */
  lookUp(nationalId: string, now: Instant): Promise<RegisterAnswer>;
}

/** The scope that gives address, dates and `varslingsstatus`. */
export const contactScope = 'krr:global/kontaktinformasjon.read';

/** A time of the register, `2018-07-31T23:19:02+02` among its forms; one that cannot be read is none. */
const time = z
  .string()
  .nullish()
  .transform((text): Instant | undefined => {
    if (!text) return undefined;
    try {
      return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
    } catch {
      return undefined;
    }
  });

/** Fields as docs.digdir.no has them ("Attributter i KRR"); what is not used is left unread. */
const person = z.object({
  personidentifikator: z.string(),
  reservasjon: z.enum(['JA', 'NEI']).nullish(),
  status: z.enum(['AKTIV', 'SLETTET', 'IKKE_REGISTRERT']).nullish(),
  varslingsstatus: z.enum(['KAN_VARSLES', 'KAN_IKKE_VARSLES']).nullish(),
  kontaktinformasjon: z
    .object({
      epostadresse: z.string().nullish(),
      epostadresse_oppdatert: time,
      epostadresse_sist_verifisert: time,
    })
    .nullish(),
});
type Person = z.output<typeof person>;

const response = z.object({ personer: z.array(person) });

/**
 * KRR by Digdir's Oppslagstjenesten REST: `POST /rest/v2/personer` with a token of Maskinporten (docs.digdir.no,
 * "Oppslagstjenesten REST"). One person at a time, in the body, so that no address tells who is asked for. A refused
 * token is fetched anew once.
 */
export function createContactRegister(settings: {
  /** Without a slash at the end: `https://kontaktregisteret.no`. */
  readonly url: string;
  readonly tokens: AccessTokens;
  readonly call?: Partial<PeerOptions>;
}): ContactRegister {
  const options = { peer: 'KRR', ...settings.call };
  const ask = async (nationalId: string, now: Instant): Promise<PeerAnswer> => {
    const token = await settings.tokens.token(now);
    return await callPeer(options, `${settings.url}/rest/v2/personer`, () => ({
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ personidentifikatorer: [nationalId] }),
    }));
  };
  return {
    async lookUp(nationalId, now) {
      let answer = await ask(nationalId, now);
      if (answer.status === 401) {
        settings.tokens.drop();
        answer = await ask(nationalId, now);
      }
      if (answer.status !== 200) throw new DeliveryError(`KRR: status ${answer.status}`);
      const parsed = response.safeParse(jsonOf(options.peer, answer));
      if (!parsed.success) throw new DeliveryError('KRR: an answer of another form');
      const found = parsed.data.personer.find(({ personidentifikator }) => personidentifikator === nationalId);
      return found ? answerOf(found) : { kind: 'unknown' };
    },
  };
}

const statuses = { AKTIV: 'active', SLETTET: 'deleted', IKKE_REGISTRERT: 'not-registered' } as const;

function answerOf({ reservasjon, status, varslingsstatus, kontaktinformasjon }: Person): RegisterAnswer {
  const email = emailOf(kontaktinformasjon);
  return {
    kind: 'found',
    reserved: reservasjon === 'JA',
    status: statuses[status ?? 'IKKE_REGISTRERT'],
    ...(varslingsstatus && { canBeNotified: varslingsstatus === 'KAN_VARSLES' }),
    ...(email && { email }),
  };
}

function emailOf(contact: Person['kontaktinformasjon']): RegisterAddress | undefined {
  if (!contact?.epostadresse) return undefined;
  const {
    epostadresse: address,
    epostadresse_oppdatert: updatedAt,
    epostadresse_sist_verifisert: verifiedAt,
  } = contact;
  return { address, ...(updatedAt && { updatedAt }), ...(verifiedAt && { verifiedAt }) };
}
