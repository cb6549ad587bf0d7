import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { consentNeed } from '../../../functions/core/consent.ts';
import { submissionExamples } from '../../../functions/intake/api/examples.ts';
import { createSubmissionKeys } from '../../../functions/intake/api/keys.ts';
import { apiApp, apiTime, gulensKeys } from './api-app.ts';

const self = submissionExamples.self?.value ?? {};
const kari = '14858510016';
const minute = 60_000;
const day = 24 * 60 * minute;

/** The members of an answer's body. */
async function bodyOf(answer: Response): Promise<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(await answer.json());
}

/** Status, and the problem's short name or the case. */
async function told(answer: Response): Promise<unknown> {
  const { type, caseId } = await bodyOf(answer);
  return [answer.status, caseId ? 'case' : String(type).split('/').at(-1)];
}

/** `pointer code` of each fault. */
async function faults(answer: Response): Promise<string[]> {
  const { errors } = await bodyOf(answer);
  const listed = z.array(z.object({ pointer: z.string(), code: z.string() })).parse(errors);
  return listed.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** The case an answer tells of. */
async function caseIdOf(answer: Response): Promise<string> {
  return String((await bodyOf(answer)).caseId);
}

test('an application becomes a case as if it came by the form', async () => {
  const { post, store, executions } = apiApp();
  const answer = await post(self);
  expect(answer.status).toBe(201);
  const receipt = await bodyOf(answer);
  const caseId = String(receipt.caseId);
  expect(receipt).toEqual({
    caseId: expect.stringMatching(/^[a-z2-7]{26}$/),
    receivedAt: '2026-11-21T09:00:00.000Z',
    receivedOn: '2026-11-21',
    answerDueOn: '2026-12-21',
    status: 'received',
  });
  expect(answer.headers.get('location')).toBe(`/gulen/cases/${caseId}`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect([...executions]).toEqual([caseId]);
  const file = await store.load(caseId);
  expect(file?.case).toMatchObject({
    channel: 'api',
    municipality: '4635',
    origin: 'application',
    receivedAt: '2026-11-21T09:00:00.000Z',
    person: { nationalId: kari },
    consents: [
      { kind: 'plan', given: true, textVersion: 'gulen-2026-1', by: 'person', how: 'form' },
      { kind: 'sharing', given: false, textVersion: 'gulen-2026-1' },
    ],
  });
  expect(file?.events[0]).toMatchObject({
    type: 'received',
    detail: { channel: 'api', origin: 'application', authentication: 'idporten-loa-high' },
  });
});

test('consents count from a strong sign-in or a signature only; a report has its own origin', async () => {
  const { post, store } = apiApp();
  const consentsAt = async (authentication: unknown, key: string) => {
    const caseId = await caseIdOf(await post({ ...self, authentication }, { key }));
    const found = (await store.load(caseId))?.case;
    // Whoever could not consent is asked before anybody assesses the case.
    if (found) expect(consentNeed(found, '2026-11-24')).toBe(found.consents.length > 0 ? 'given' : 'needed');
    return found?.consents.map(({ kind, how }) => `${kind} ${how}`);
  };
  const at = '2026-11-21T08:55:00Z';
  expect(await consentsAt({ level: 'signed-paper', at }, 'signed-1')).toEqual(['plan paper', 'sharing paper']);
  expect(await consentsAt({ level: 'idporten-loa-substantial', at }, 'substantial')).toEqual([]);
  expect(await consentsAt({ level: 'none' }, 'nobody-1')).toEqual([]);
  const caseId = await caseIdOf(await post(submissionExamples.report?.value, { key: 'report-1' }));
  const file = await store.load(caseId);
  expect(file?.case).toMatchObject({ origin: 'report-health-worker', receivedAt: '2026-11-21T09:05:00.000Z' });
  expect(file?.case.submitter).not.toHaveProperty('nationalId');
  expect(file?.events[0]?.actor).toEqual({ kind: 'system', id: 'submission-api' });
});

test('one key makes one case, however often and however late it comes', async () => {
  const { post, store, executions } = apiApp();
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(self)));
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(bodies.size).toBe(1);
  expect(executions.size).toBe(1);
  // Later, when the body would be refused as too old; then when the key is forgotten, which the store itself remembers.
  const again = async (time: number) => (await post(self, { time, key: '"a-key-of-its-own"' })).text();
  expect([...bodies]).toEqual([await again(apiTime + 29 * day)]);
  const { receivedAt, ...rest } = { receivedAt: '', ...self };
  const unqueued = { ...rest, authentication: { level: 'none' } };
  const first = await bodyOf(await post(unqueued, { key: 'another-key' }));
  const later = { key: 'another-key', time: apiTime + 31 * day };
  expect(await bodyOf(await post(unqueued, later))).toEqual(first);
  // And what then comes under the key with another body is not taken for the old case.
  expect(await bodyOf(await post({ ...unqueued, language: 'nb' }, { ...later, key: 'a-key-of-its-own' }))).not.toEqual(
    first,
  );
  expect(await store.listByPerson('4635', kari)).toHaveLength(3);
});

test('a key with another body is refused, also in the same moment; a refused body leaves the key free', async () => {
  const { post, store } = apiApp();
  expect(await told(await post({ ...self, contact: 'fax' }))).toEqual([422, 'application-invalid']);
  const both = await Promise.all([post(self), post({ ...self, language: 'nb' })]);
  expect((await Promise.all(both.map(told))).sort()).toEqual([
    [201, 'case'],
    [422, 'idempotency-key-reused'],
  ]);
  expect(await told(await post({ ...self, interpreter: 'arabisk' }))).toEqual([422, 'idempotency-key-reused']);
  expect(await store.listByPerson('4635', kari)).toHaveLength(1);
});

describe('signature', () => {
  test('of either key is taken, up to five minutes off', async () => {
    const { post } = apiApp();
    const taken = [
      await post(self, { keyId: 'old', secret: gulensKeys[0].key }),
      await post(self, { signedAt: apiTime - 5 * minute }),
      await post(self, { signedAt: apiTime + 5 * minute }),
      await post(self, { municipality: '4635', key: 'by-number' }),
    ];
    expect(taken.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  });

  test('every wrong one gets the same answer, and takes nothing of the quota', async () => {
    const { post, store } = apiApp();
    const wrong = [
      await post(self, { signature: '' }),
      await post(self, { signature: `t=1,k=new,v1=${'é'.repeat(64)}` }),
      await post(self, { keyId: 'unknown' }),
      await post(self, { keyId: 'old' }),
      await post(self, { secret: 'x'.repeat(40) }),
      await post(self, { signedBody: JSON.stringify(self).replace('nn', 'nb') }),
      await post(self, { signedKey: 'another-key' }),
      await post(self, { signedAt: apiTime - 5 * minute - 1000 }),
      await post(self, { signedAt: apiTime + 5 * minute + 1000 }),
      await post(self, { municipality: 'gjovik' }),
    ];
    const answers = await Promise.all(wrong.slice(0, -1).map((answer) => answer.text()));
    expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([401]));
    expect(new Set(answers).size).toBe(1);
    expect(await store.listByPerson('4635', kari)).toEqual([]);
    expect((await post(self)).headers.get('ratelimit')).toBe('"minute";r=59;t=60');
  });

  test('keys are read anew every five minutes, and a faulty secret is told without quoting it', async () => {
    let text = '{"4635":[]}';
    const keys = createSubmissionKeys(async () => text);
    const at = (offset: number) => keys('4635', new Date(apiTime + offset).toISOString());
    expect(await at(0)).toEqual([]);
    text = JSON.stringify({ 4635: gulensKeys });
    expect(await at(4 * minute)).toEqual([]);
    expect(await at(5 * minute)).toEqual(gulensKeys);
    text = '{"4635":[{"id":"new","key":"short secret"}]}';
    await expect(at(10 * minute)).rejects.toThrow(/^(?!.*short secret).*runbook/);
    text = '{}';
    expect(await at(10 * minute)).toEqual([]);
  });
});

test('sixty a minute for each municipality; the next minute begins anew', async () => {
  const { post } = apiApp();
  for (let n = 0; n < 60; n += 1) await post({}, { key: `number-${n}` });
  const answer = await post(self, { time: apiTime + 15_000 });
  expect(answer.headers.get('retry-after')).toBe('45');
  expect(answer.headers.get('ratelimit')).toBe('"minute";r=0;t=45');
  expect(await told(answer)).toEqual([429, 'too-many-requests']);
  expect(await told(await post(self, { time: apiTime + minute }))).toEqual([201, 'case']);
});

test('what is no application is refused before anything is read', async () => {
  const { post, request } = apiApp();
  const { status, headers } = await post(self, { method: 'PUT' });
  expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  expect((await post(self, { method: 'HEAD' })).status).toBe(405);
  expect((await request('/api/v1/openapi.json', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
  expect(await told(await post(self, { municipality: 'nowhere' }))).toEqual([404, 'not-found']);
  expect(await told(await request('/api/v2', {}))).toEqual([404, 'not-found']);
  const refused = async (body: unknown, differences: object) => told(await post(body, differences));
  expect(await refused(self, { headers: { 'content-type': 'text/plain' } })).toEqual([415, 'content-type-wrong']);
  expect(await refused('x'.repeat(256 * 1024), {})).toEqual([413, 'body-too-large']);
  expect(await refused(self, { headers: { 'idempotency-key': 'short' } })).toEqual([400, 'idempotency-key-missing']);
});

test.each([
  ['{"applicant": ', ' json'],
  ['{"person": {"name": "A", "n\\u0061me": "B"}}', '/person/name duplicate-member'],
  ['[{"a": "}", "b": [1, {"c": 1, "c": 2}]}]', '/0/b/1/c duplicate-member'],
  ['['.repeat(9) + ']'.repeat(9), '/0/0/0/0/0/0/0/0 too-deep'],
  ['[]', ' type'],
  ['{"__proto__": {}}', '/__proto__ unknown-member'],
])('JSON %s: %s', async (body, expected) => {
  const { post } = apiApp();
  expect(await faults(await post(undefined, { body }))).toContain(expected);
});

test('every fault is told at its place, in the language asked for, and without what stood there', async () => {
  const { post, store } = apiApp();
  const shape = await post({
    ...self,
    applicant: { role: 'neighbour' },
    person: { name: 'Kari\u0000', nationalId: '1', email: 'kari(at)innbygger', phone: 'secret', adress: 'Hemmeleg 1' },
    wishes: { plan: 'yes', coordinator: true },
    receivedAt: '2026-11-21',
  });
  expect(await faults(shape.clone())).toEqual([
    '/applicant/role choice',
    '/person/name characters',
    '/person/nationalId national-id',
    '/person/email email',
    '/person/phone phone',
    '/person/adress unknown-member',
    '/wishes/plan type',
    '/wishes/childCoordinator missing',
    '/receivedAt date-time',
  ]);
  expect(await shape.text()).not.toMatch(/neighbour|Kari|kari\(at\)|secret|Hemmeleg/);
  const meaning = async (changes: object) => faults(await post({ ...self, ...changes }));
  const late = {
    authentication: { level: 'idporten-loa-high', at: '2026-11-21T09:11:00Z' },
    receivedAt: '2026-10-22T09:04:00Z',
  };
  expect(await meaning(late)).toEqual(['/authentication/at future', '/receivedAt too-old']);
  expect(await meaning({ person: { name: 'Kari', nationalId: '00000000000' } })).toEqual([
    '/person/nationalId national-id',
  ]);
  expect(await meaning({ person: { name: ' ', nationalId: kari } })).toEqual([
    '/person/name missing',
    '/person/email unreachable',
  ]);
  expect(await meaning({ person: { name: 'Kari', nationalId: '01010012356', email: 'k@innbygger.example' } })).toEqual([
    expect.stringMatching(/^\/person\/nationalId national-id/),
  ]);
  expect(await meaning({ wishes: { plan: false, coordinator: false, childCoordinator: false } })).toEqual([
    '/consents/plan not-asked',
    '/wishes missing',
  ]);
  const attorney = { ...submissionExamples.attorney?.value.applicant, employedInField: true, nationalId: kari };
  expect(await meaning({ applicant: attorney })).toEqual([
    '/applicant/employedInField employee',
    '/person/nationalId national-id-own',
  ]);
  const worker = submissionExamples.report?.value.applicant;
  expect(await meaning({ applicant: worker })).toEqual(['/consents not-asked']);
  expect(await store.listByPerson('4635', kari)).toEqual([]);
});

test.each([
  ['nn', 'nn', 'Søknaden kan ikkje takast imot'],
  ['en-GB, nb;q=0.5', 'en', 'The application cannot be taken'],
  ['de, no;q=0.8, en;q=0.2', 'nb', 'Søknaden kan ikke tas imot'],
  ['*', 'nn', 'Søknaden kan ikkje takast imot'],
])('Accept-Language %s is answered in %s', async (asked, language, title) => {
  const answer = await apiApp().post({}, { headers: { 'accept-language': asked } });
  expect(answer.headers.get('content-language')).toBe(language);
  expect(await answer.json()).toMatchObject({ title, instance: expect.stringMatching(/^urn:uuid:/) });
});
