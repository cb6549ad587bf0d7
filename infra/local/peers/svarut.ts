import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';

/** The integration and the account the stand-in knows. */
export const svarUtIntegration = {
  integrationId: '3d4f1a52-7b1e-4c55-9a53-2f6f3a4c9b10',
  password: 'a-password-for-play-on-this-machine-only',
  account: '9b2f6c1e-0a6d-4f0e-8f3e-5d1c7a9e2b44',
} as const;

/** The scope of KS's Fiks services. */
export const fiksScope = 'ks:fiks';

const text = (most: number) => z.string().min(1).max(most);
/** `PrintForsendelse` of the published description, forsendelse-send-api-v3; only what a letter needs is taken. */
const metadata = z.strictObject({
  tittel: text(1000),
  mottaker: z.strictObject({
    navn: text(100),
    adresse: z.strictObject({
      adresselinje1: text(70),
      adresselinje2: text(70).optional(),
      adresselinje3: text(70).optional(),
      poststed: text(70),
      postnummer: text(20).optional(),
      landkode: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
  }),
  avgivendeSystem: text(100).optional(),
  eksternReferanse: text(100).optional(),
  utskriftskonfigurasjon: z.strictObject({ tosidig: z.boolean().optional() }).optional(),
  dokumenter: z.array(
    z.strictObject({
      filnavn: text(226).regex(/^[^*:"\\/<>|?]+$/),
      mimeType: z.literal('application/pdf'),
    }),
  ),
});

/** A letter as it came, and when by the moved clock. */
export interface ReceivedLetter {
  readonly id: string;
  readonly at: number;
  readonly metadata: z.output<typeof metadata>;
  readonly files: readonly Buffer[];
}

const dayMilliseconds = 86_400_000;

/**
 * Stands in for KS SvarUt as far as letters on paper go, with the addresses, headers, parts and bounds of the published
 * descriptions (developers.fiks.ks.no/api). A letter is at the printer at once and posted a day later by the moved clock;
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
  app.post('/api/v3/kontoer/:account/forsendelser/print', async (c) => {
    const refused = refusal((name) => c.req.header(name), c.req.param('account'));
    if (refused) return refused;
    const parts = [...(await c.req.raw.formData())];
    const letter = await letterOf(parts, now());
    if (!letter) return told(400, 'Bad Request');
    received.push(letter);
    return c.json({ id: letter.id });
  });
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
  at: number,
): Promise<ReceivedLetter | undefined> {
  const [[first, told] = [], ...rest] = parts;
  if (first !== 'forsendelse' || typeof told !== 'string') return undefined;
  const read = metadata.safeParse(parsed(told));
  if (!read.success || read.data.dokumenter.length !== rest.length || rest.length === 0) return undefined;
  const files: Buffer[] = [];
  for (const [index, [, file]] of rest.entries()) {
    if (typeof file === 'string' || file.name !== read.data.dokumenter[index]?.filnavn) return undefined;
    files.push(Buffer.from(await file.arrayBuffer()));
  }
  return { id: randomUUID(), at, metadata: read.data, files };
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
  const status = mottaker.adresse.postnummer === '0000' ? 'IKKE_LEVERT' : 'PRINTET';
  return { id, sisteStatusEndring: new Date(at).toISOString(), status: later ? status : 'SENDT_PRINT' };
}

/** `ErrorMessage` of the description. */
function told(status: number, error: string): Response {
  return Response.json({ status, error, errorId: randomUUID(), message: error }, { status });
}
