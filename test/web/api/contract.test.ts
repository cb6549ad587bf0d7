import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { submissionExamples } from '../../../functions/intake/api/examples.ts';
import { memberProblems } from '../../../functions/intake/api/faults.ts';
import { openApiDocument } from '../../../functions/intake/api/openapi.ts';
import { apiApp, apiTime, type Differences } from './api-app.ts';
import { changed, fitting, judgeOf } from './json-schema.ts';

// The test knows the description as JSON, like anybody who reads it, and not our types of it.
const description: unknown = JSON.parse(JSON.stringify(openApiDocument()));
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) }))),
});
const { paths } = documentSchema.parse(description);
const judge = judgeOf(documentSchema.parse(description));
const applications = '/api/v1/municipalities/{municipality}/applications';
const self = submissionExamples.self?.value;

/** The value at a JSON pointer of the description, and where it is once references are followed. */
function at(pointer: string): { readonly value: unknown; readonly pointer: string } {
  const names = pointer.split('/').slice(1);
  let value = description;
  for (const name of names) value = z.record(z.string(), z.unknown()).parse(value)[unescaped(name)];
  const reference = z.object({ $ref: z.string() }).safeParse(value).data;
  return reference ? at(reference.$ref.slice(1)) : { value, pointer };
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~');

const responseSchema = z.object({
  headers: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), z.unknown()),
});
const seen = new Set<string>();

/** Holds an answer to what the description says of it, and gives its body. */
async function fits(path: string, method: string, answer: Response): Promise<Record<string, unknown>> {
  const { value, pointer } = at(`/paths/${escaped(path)}/${method}/responses/${answer.status}`);
  const { headers = {}, content } = responseSchema.parse(value, { error: () => `${answer.status} is not described` });
  for (const name of Object.keys(headers)) {
    const header = at(`${pointer}/headers/${name}`);
    expect([name, judge(`${header.pointer}/schema`, answer.headers.get(name))]).toEqual([name, []]);
  }
  const type = answer.headers.get('content-type') ?? '';
  expect(Object.keys(content)).toEqual([type]);
  const body = z.record(z.string(), z.unknown()).parse(await answer.json());
  expect(judge(`${pointer}/content/${escaped(type)}/schema`, body)).toEqual([]);
  seen.add(`${method} ${path} ${answer.status}`);
  return body;
}

const posted = async (body: unknown, differences: Differences = {}) =>
  fits(applications, 'post', await apiApp().post(body, differences));
const applicationFaults = (body: unknown) => judge('/components/schemas/Application', body);

test.each(Object.entries(submissionExamples))(
  'the example «%s» fits its schema and is received',
  async (_, { value }) => {
    expect(applicationFaults(value)).toEqual([]);
    expect(await posted(value)).toMatchObject({ status: 'received' });
  },
);

test('what fits the schema is received, or refused for what a schema cannot say', async () => {
  const outcomes = new Set<unknown>();
  const body = fitting(at('/components/schemas/Application').value);
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      expect(applicationFaults(value)).toEqual([]);
      const { status, errors = [] } = await posted(value);
      outcomes.add(status);
      const codes = z
        .array(z.object({ code: z.string() }))
        .parse(errors)
        .map(({ code }) => code);
      expect(codes.filter((code) => ofShape.includes(code))).toEqual([]);
    }),
    { numRuns: 60, examples: Object.values(submissionExamples).map(({ value }): [unknown] => [value]) },
  );
  expect([...outcomes].sort()).toEqual([422, 'received']);
});

/** Faults of shape, which the schema tells of; a number or an e-mail address is judged further. */
const ofMeaning: readonly string[] = ['future', 'too-old', 'not-asked', 'shielded-address'];
const ofShape = [...memberProblems.filter((code) => !ofMeaning.includes(code)), 'too-long', 'phone', 'postal-code'];

test('what does not fit the schema is refused, each fault at its place', async () => {
  const body = fitting(at('/components/schemas/Application').value).chain(changed);
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const sent = JSON.stringify(value) ?? '';
      const answer = await posted(undefined, { body: sent });
      if (sent !== '' && applicationFaults(JSON.parse(sent)).length === 0) return;
      refused += 1;
      expect([400, 422]).toContain(answer.status);
      expect(answer.errors).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(refused).toBeGreaterThan(20);
});

test('each other answer is as described, and every answer that is described was seen', async () => {
  const others: readonly Differences[] = [
    { body: '{' },
    { headers: { 'idempotency-key': '' } },
    { keyId: 'unknown' },
    { municipality: 'oslo' },
    { method: 'DELETE' },
    { body: `"${'x'.repeat(300_000)}"` },
    { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ];
  for (const differences of others) await posted(self, differences);
  const { post, request, store, reported } = apiApp();
  for (let n = 0; n < 60; n += 1) await post({}, { key: `number-${n}` });
  await fits(applications, 'post', await post(self));
  store.create = async () => Promise.reject(new Error('the table is gone'));
  await fits(applications, 'post', await post(self, { time: apiTime + 60_000 }));
  expect(reported).toHaveLength(1);
  const described = '/api/v1/openapi.json';
  expect(await fits(described, 'get', await request(described, {}))).toEqual(description);
  await fits(described, 'get', await request(described, { method: 'DELETE' }));
  const documented = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
  );
  expect([...seen].sort()).toEqual(documented.sort());
});

test('every problem type leads to its explanation, in an example that fits', () => {
  const example = z.object({ description: z.string().min(1), value: z.looseObject({ type: z.string() }) });
  const examples = z.record(z.string(), example).parse(at('/components/examples').value);
  for (const [name, { value }] of Object.entries(examples)) {
    expect(value.type).toBe(`/api/v1/openapi.json#/components/examples/${name}`);
    expect(judge('/components/schemas/Problem', value)).toEqual([]);
  }
});
