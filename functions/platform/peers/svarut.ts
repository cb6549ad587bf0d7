import { z } from 'zod';
import { ConfigurationError, DeliveryError } from '../../core/errors.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import { callPeer, jsonOf, type PeerAnswer, type PeerOptions } from './http.ts';
import type { AccessTokens } from './maskinporten.ts';
import { type OfficePost, officeForm, type PrintedLetter, printForm } from './svarut-forms.ts';

/** The scope of KS's Fiks services. */
export const fiksScope = 'ks:fiks';

/** What became of a letter: `delivered` was posted, `failed` will never be. */
export type ShipmentFate = 'under-way' | 'delivered' | 'failed';

type Sent = Promise<Result<string, 'no-account' | 'refused'>>;

/** KS SvarUt: letters on paper, and post to other authorities. */
export interface SvarUt {
  /**
   * Has a letter printed and posted for a municipality, and gives SvarUt's id of it. `no-account`: the municipality has
   * no agreement; `refused`: SvarUt does not take this letter. Throws DeliveryError when it cannot be asked: try again.
   */
  print(municipality: string, letter: PrintedLetter, now: Instant): Sent;
  /** Sends post to another authority, encrypted, to be read by those who may read what is secret; otherwise as `print`. */
  send(municipality: string, post: OfficePost, now: Instant): Sent;
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
  const certificate = async () => {
    const options = { peer: 'SvarUt', ...settings.call };
    const answer = await callPeer(options, `${settings.url}/forsendelse/publickey/hent`, () => ({ method: 'GET' }));
    if (answer.status !== 200) throw new DeliveryError(`SvarUt: no certificate, status ${answer.status}`);
    return answer.bytes;
  };
  const sendOnce = async (municipality: string, { reference, to, form }: Outgoing, now: Instant): Sent => {
    const known = await settingsOf(settings);
    const account = known.accounts[municipality];
    if (account === undefined) return err('no-account');
    const earlier = await call(known, now, {
      path: `/api/v2/kontoer/${account}/forsendelser?${new URLSearchParams({ eksternRef: reference })}`,
    });
    const [sent] = read(earlier, knownReferences).forsendelseIds;
    if (sent !== undefined) return ok(sent);
    const body = await form();
    const answer = await call(known, now, { path: `/api/v3/kontoer/${account}/forsendelser/${to}`, body });
    return refusals.includes(answer.status) ? err('refused') : ok(read(answer, accepted).id);
  };
  return {
    print: (municipality, letter, now) =>
      sendOnce(municipality, { reference: letter.reference, to: 'print', form: async () => printForm(letter) }, now),
    send: (municipality, post, now) =>
      sendOnce(
        municipality,
        { reference: post.reference, to: 'organisasjon', form: async () => officeForm(post, await certificate()) },
        now,
      ),
    async fate(municipality, id, now) {
      const known = await settingsOf(settings);
      const account = known.accounts[municipality];
      if (account === undefined) return 'under-way';
      const answer = await call(known, now, {
        path: `/api/v3/kontoer/${account}/forsendelser/status/sok`,
        body: JSON.stringify({ id: [id] }),
      });
      const found = read(answer, statuses).statuser.find((each) => each.id === id);
      return ended[found?.status ?? ''] ?? 'under-way';
    },
  };
}

interface Question {
  readonly path: string;
  /** Without it, it is a GET. */
  readonly body?: FormData | string;
}

interface Outgoing {
  readonly reference: string;
  readonly to: 'print' | 'organisasjon';
  readonly form: () => Promise<FormData>;
}

function caller({ url, tokens, call }: Settings) {
  // Once: a letter that was taken and not confirmed is found by its reference when the step is tried again.
  const options = { peer: 'SvarUt', timeoutMilliseconds: 15_000, attempts: 1, ...call };
  const ask = async (known: Integration, now: Instant, { path, body }: Question): Promise<PeerAnswer> => {
    const token = await tokens.token(now);
    return await callPeer(options, `${url}${path}`, () => ({
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        IntegrasjonId: known.integrationId,
        IntegrasjonPassord: known.password,
        accept: 'application/json',
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    }));
  };
  return async (known: Integration, now: Instant, question: Question): Promise<PeerAnswer> => {
    const answer = await ask(known, now, question);
    if (answer.status !== 401) return answer;
    tokens.drop();
    return await ask(known, now, question);
  };
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
