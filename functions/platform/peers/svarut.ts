import { z } from 'zod';
import { ConfigurationError, DeliveryError } from '../../core/errors.ts';
import type { PostalAddress } from '../../core/parties.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import { callPeer, jsonOf, type PeerAnswer, type PeerOptions } from './http.ts';
import type { AccessTokens } from './maskinporten.ts';

/** The scope of KS's Fiks services. */
export const fiksScope = 'ks:fiks';

/** A letter to be printed, put into an envelope and posted. */
export interface PrintedLetter {
  /** Ours, the same on every try: a letter with it is sent once. */
  readonly reference: string;
  /** Stands in lists at SvarUt, so it says nothing of what the letter is about. */
  readonly title: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly pdf: Uint8Array;
}

/** What became of a letter: `delivered` was posted, `failed` will never be. */
export type ShipmentFate = 'under-way' | 'delivered' | 'failed';

/** KS SvarUt, as far as letters on paper go. */
export interface SvarUt {
  /**
   * Has a letter printed and posted for a municipality, and gives SvarUt's id of it. `no-account`: the municipality has
   * no agreement; `refused`: SvarUt does not take this letter. Throws DeliveryError when it cannot be asked: try again.
   */
  print(municipality: string, letter: PrintedLetter, now: Instant): Promise<Result<string, 'no-account' | 'refused'>>;
  /** What became of it so far. Throws DeliveryError when it cannot be asked. */
  fate(municipality: string, id: string, now: Instant): Promise<ShipmentFate>;
}

/** What operations put into the secret: the integration made in Fiks, and each municipality's sender account. */
const integration = z.object({
  integrationId: z.uuid(),
  password: z.string().min(1),
  /** Account ids by municipality number. */
  accounts: z.record(z.string().regex(/^\d{4}$/), z.uuid()),
});
type Integration = z.output<typeof integration>;

const knownReferences = z.object({ forsendelseIds: z.array(z.string()) });
const accepted = z.object({ id: z.string().min(1) });
const statuses = z.object({ statuser: z.array(z.object({ id: z.string(), status: z.string() })) });

/** Fields as the published descriptions have them (developers.fiks.ks.no/api, forsendelse-status-api-v3). */
const ended: Readonly<Record<string, Exclude<ShipmentFate, 'under-way'>>> = {
  PRINTET: 'delivered',
  MANUELT_HANDTERT: 'delivered',
  LEST: 'delivered',
  SLETTET: 'delivered',
  AVVIST: 'failed',
  FEILET_UNDER_MOTTAK: 'failed',
  IKKE_LEVERT: 'failed',
};

/** Answers that say that the letter is not taken, whoever sends it and however often. */
const refusals: readonly number[] = [400, 413, 422];

interface Settings {
  /** Without a slash at the end: `https://svarut.ks.no`. */
  readonly url: string;
  readonly tokens: AccessTokens;
  /** The secret's text. */
  readonly integration: () => Promise<string>;
  readonly call?: Partial<PeerOptions>;
}

/**
 * SvarUt by its REST API (developers.fiks.ks.no, "API: SvarUt REST"): send and status in version 3, look-up by one's own
 * reference in version 2, with a token of Maskinporten and the integration's id and password. It knows no idempotency
 * key, so a letter is looked for by its reference before it is sent.
 */
export function createSvarUt(settings: Settings): SvarUt {
  const call = caller(settings);
  return {
    async print(municipality, letter, now) {
      const known = await settingsOf(settings);
      const account = known.accounts[municipality];
      if (account === undefined) return err('no-account');
      const earlier = await call(known, now, {
        path: `/api/v2/kontoer/${account}/forsendelser?${new URLSearchParams({ eksternRef: letter.reference })}`,
      });
      const [sent] = read(earlier, knownReferences).forsendelseIds;
      if (sent !== undefined) return ok(sent);
      const answer = await call(known, now, {
        path: `/api/v3/kontoer/${account}/forsendelser/print`,
        body: () => formOf(letter),
      });
      return refusals.includes(answer.status) ? err('refused') : ok(read(answer, accepted).id);
    },
    async fate(municipality, id, now) {
      const known = await settingsOf(settings);
      const account = known.accounts[municipality];
      if (account === undefined) return 'under-way';
      const answer = await call(known, now, {
        path: `/api/v3/kontoer/${account}/forsendelser/status/sok`,
        body: () => JSON.stringify({ id: [id] }),
      });
      const found = read(answer, statuses).statuser.find((each) => each.id === id);
      return ended[found?.status ?? ''] ?? 'under-way';
    },
  };
}

interface Question {
  readonly path: string;
  /** Made anew for each attempt; without it, it is a GET. */
  readonly body?: () => FormData | string;
}

function caller({ url, tokens, call }: Settings) {
  // Once: a letter that was taken and not confirmed is found by its reference when the step is tried again.
  const options = { peer: 'SvarUt', timeoutMilliseconds: 15_000, attempts: 1, ...call };
  const ask = async (known: Integration, now: Instant, { path, body }: Question): Promise<PeerAnswer> => {
    const token = await tokens.token(now);
    const content = body?.();
    return await callPeer(options, `${url}${path}`, () => ({
      method: content === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        IntegrasjonId: known.integrationId,
        IntegrasjonPassord: known.password,
        accept: 'application/json',
        ...(typeof content === 'string' && { 'content-type': 'application/json' }),
      },
      ...(content !== undefined && { body: content }),
    }));
  };
  return async (known: Integration, now: Instant, question: Question): Promise<PeerAnswer> => {
    const answer = await ask(known, now, question);
    if (answer.status !== 401) return answer;
    tokens.drop();
    return await ask(known, now, question);
  };
}

/** The metadata first, then the file by the name it has there ("API: Sending av dokumenter"). */
function formOf({ reference, title, name, address, pdf }: PrintedLetter): FormData {
  const file = { filnavn: 'brev.pdf', mimeType: 'application/pdf' };
  const form = new FormData();
  form.append(
    'forsendelse',
    JSON.stringify({
      tittel: title,
      mottaker: {
        navn: name,
        adresse: { adresselinje1: address.street, postnummer: address.postalCode, poststed: address.city },
      },
      avgivendeSystem: 'individuell-plan',
      eksternReferanse: reference,
      utskriftskonfigurasjon: { tosidig: true },
      dokumenter: [file],
    }),
  );
  form.append('dokumenter', new Blob([Uint8Array.from(pdf)], { type: file.mimeType }), file.filnavn);
  return form;
}

function read<T>(answer: PeerAnswer, schema: z.ZodType<T>): T {
  if (answer.status !== 200) throw new DeliveryError(`SvarUt: status ${answer.status}`);
  const parsed = schema.safeParse(jsonOf('SvarUt', answer));
  if (!parsed.success) throw new DeliveryError('SvarUt: an answer of another form');
  return parsed.data;
}

async function settingsOf({ integration: secret }: Settings): Promise<Integration> {
  const parsed = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom' });
        return z.NEVER;
      }
    })
    .pipe(integration)
    .safeParse(await secret());
  if (!parsed.success) throw new ConfigurationError('the secret of SvarUt is not what the runbook says');
  return parsed.data;
}
