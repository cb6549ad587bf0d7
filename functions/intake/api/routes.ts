import type { Hono } from 'hono';
import { answerDueOn } from '../../core/deadlines.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { AppEnvironment } from '../../core/national-id.ts';
import type { Instant } from '../../core/time.ts';
import { findMunicipality, type Municipality } from '../../municipalities/index.ts';
import { now, nowSeconds, type WebContext, type WebEnv } from '../../platform/http/environment.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import { type SubmitPorts, submitApplication } from '../application/submit.ts';
import { openApiPath, type Refusal, refuse } from './answers.ts';
import {
  bodyHash,
  createIdempotency,
  idempotencyHeader,
  type KeyedBody,
  readIdempotencyKey,
  submissionKeyOf,
} from './idempotency.ts';
import { readJson } from './json.ts';
import type { SubmissionKeys } from './keys.ts';
import { openApiText } from './openapi.ts';
import { takeQuota } from './rate.ts';
import { type ReadSubmission, readSubmission } from './read-submission.ts';
import { isSigned, signatureHeader } from './signature.ts';
import type { SubmissionReceipt } from './submission.ts';

/** What the submission API works with. */
export interface SubmissionApi extends SubmitPorts {
  readonly environment: AppEnvironment;
  readonly shortLived: ShortLived;
  readonly keys: SubmissionKeys;
}

/** Largest body: the longest texts the form takes fit five times over. */
const largestBody = 256 * 1024;

/** The description, and the address a municipality's own form posts applications to. */
export function addSubmissionApi(app: Hono<WebEnv>, api: SubmissionApi): void {
  app.get(openApiPath, (c) =>
    c.body(openApiText(), 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' }),
  );
  app.all(openApiPath, (c) => refuse(c, { name: 'method-not-allowed', headers: { allow: 'GET, HEAD' } }));
  app.all('/api/v1/municipalities/:m/applications', (c) => receive(c, api));
}

async function receive(c: WebContext, api: SubmissionApi): Promise<Response> {
  const municipality = findMunicipality(c.req.param('m') ?? '')?.municipality;
  if (municipality === undefined) return refuse(c, { name: 'not-found' });
  const request = await readRequest(c, municipality);
  if ('name' in request) return refuse(c, request, municipality);
  const { method, path } = c.req;
  const keys = await api.keys(municipality.number, now(c));
  const signed = { method, path, idempotencyKey: request.key, body: request.body };
  if (!isSigned(c.req.header(signatureHeader), signed, { keys, now: nowSeconds(c) }))
    return refuse(c, { name: 'signature-wrong', headers: { 'www-authenticate': signatureHeader } }, municipality);
  // Counted only now: nobody without a key can use up what is the municipality's.
  const quota = await takeQuota(api.shortLived, municipality.number, now(c));
  const answer = quota.exceeded ? { name: 'too-many-requests' as const } : await take(api, request, now(c));
  if ('name' in answer) return refuse(c, { ...answer, headers: quota.headers }, municipality);
  return c.json(answer, 201, { ...quota.headers, location: `/${municipality.slug}/cases/${answer.caseId}` });
}

/** What can be told of a request before anybody knows who sent it. */
async function readRequest(c: WebContext, { number }: Municipality): Promise<KeyedBody | Refusal> {
  if (c.req.method !== 'POST') return { name: 'method-not-allowed', headers: { allow: 'POST' } };
  if (!/^application\/json *(;|$)/i.test(c.req.header('content-type') ?? '')) return { name: 'content-type-wrong' };
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (body.length > largestBody) return { name: 'body-too-large' };
  const key = readIdempotencyKey(c.req.header(idempotencyHeader));
  return key === undefined ? { name: 'idempotency-key-missing' } : { municipality: number, key, body };
}

/** Stores what was sent, once per key; the same key and body get the answer they got before. */
async function take(api: SubmissionApi, keyed: KeyedBody, at: Instant): Promise<SubmissionReceipt | Refusal> {
  const idempotency = createIdempotency(api.shortLived);
  const earlier = await idempotency.find(keyed, at);
  if (earlier && earlier.bodyHash !== bodyHash(keyed)) return { name: 'idempotency-key-reused' };
  if (earlier?.receipt) return earlier.receipt;
  const json = readJson(new TextDecoder().decode(keyed.body));
  if (!json.ok) return { name: 'body-unreadable', faults: [json.error] };
  const read = readSubmission(json.value, { environment: api.environment, now: at });
  if (!read.ok) return { name: 'application-invalid', faults: read.error };
  const attempt = await idempotency.claim(keyed, at);
  if (attempt.bodyHash !== bodyHash(keyed)) return { name: 'idempotency-key-reused' };
  const receipt = await submit(api, keyed, { ...read.value, at });
  await idempotency.settle(keyed, receipt, at);
  return receipt;
}

async function submit(
  api: SubmissionApi,
  keyed: KeyedBody,
  {
    application,
    nationalId,
    receivedAt,
    authentication,
    consentText,
    senderProven,
    at,
  }: ReadSubmission & { readonly at: Instant },
): Promise<SubmissionReceipt> {
  const caseId = await submitApplication(api, {
    application,
    municipality: keyed.municipality,
    submissionKey: submissionKeyOf(keyed),
    channel: 'api',
    now: at,
    receivedAt,
    // Somebody who reports at work has no number here: they are named in the case, and the event says what sent it.
    ...(nationalId === undefined ? { actor: { kind: 'system' as const, id: 'submission-api' } } : { nationalId }),
    detail: {
      authentication: authentication.level,
      ...('at' in authentication && { authenticatedAt: authentication.at }),
    },
    // The interface takes no files: a caseworker has to see the document.
    mandateUnseen: true,
    ...(consentText && { consentText }),
    ...(senderProven === false && { senderProven }),
  });
  // As it is stored: of several tries in the same moment, one was first.
  const file = await api.store.load(caseId);
  if (file === undefined) throw new NotFoundError(`case ${caseId}`);
  const { receivedOn } = file.case;
  return {
    caseId,
    receivedAt: file.case.receivedAt,
    receivedOn,
    answerDueOn: answerDueOn(receivedOn),
    status: 'received',
  };
}
