import { z } from 'zod';
import { municipalities } from '../../municipalities/index.ts';
import { once } from '../../platform/once.ts';
import { openApiPath, problemBody, problemSchema } from './answers.ts';
import { submissionExamples } from './examples.ts';
import { idempotencyHeader } from './idempotency.ts';
import { type ProblemName, problemNames, problems } from './problem-texts.ts';
import { submissionsPerMinute } from './rate.ts';
import { signatureHeader } from './signature.ts';
import { receiptSchema, submissionSchema } from './submission.ts';

/** The description of the API as JSON: made from the schemas that the endpoint judges by, so the two cannot differ. */
export const openApiText: () => string = once(() => JSON.stringify(openApiDocument()));

/** The description (OpenAPI 3.1). */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Individuell plan og koordinator: submission API',
      version: '1.0.0',
      summary: 'For municipalities that keep a form of their own.',
      description: introduction,
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    paths: {
      '/api/v1/municipalities/{municipality}/applications': { post: submitOperation() },
      [openApiPath]: { get: describeOperation },
    },
    components: {
      schemas: {
        Application: schemaOf(submissionSchema),
        Receipt: schemaOf(receiptSchema),
        Problem: schemaOf(problemSchema),
      },
      responses: Object.fromEntries(
        [...new Set(problemNames.map((name) => problems[name].status))].map((status) => [
          `Problem${status}`,
          problemResponse(status),
        ]),
      ),
      headers,
      examples: Object.fromEntries(problemNames.map((name) => [name, problemExample(name)])),
      securitySchemes: {
        signature: { type: 'apiKey', in: 'header', name: signatureHeader, description: signing },
      },
    },
  };
}

const signing = `\`t=<seconds since 1970>,k=<id of the key>,v1=<signature>\`

The signature is HMAC-SHA256, in lower-case hex, of the text \`<t>.<method>.<path>.<idempotency key>.<body>\` with the key as it was handed over (UTF-8). Method and path as sent (\`POST\`, \`/api/v1/municipalities/gulen/applications\`), the idempotency key without quotes, and the body's very bytes.

\`t\` may be at most five minutes from the time here. Sign anew for every try; the idempotency key stays the same. A municipality has up to two keys at a time, so a key is changed without a pause. Every wrong signature is answered alike.`;

const introduction = `A municipality that keeps its own form (a common form for all services, a form vendor's webhook) posts the same application here as JSON. It is judged as the hosted form judges it, registered at once, and goes the same way: receipt, assessment, decision.

**Try again safely.** On a timeout, a 429 or a 5xx send the same body with the same \`${idempotencyHeader}\` until there is an answer: one key makes one case, for good, and gives the same answer for 30 days. After a 422 with \`errors\` nothing is stored, and the key can be used again.

**Strict.** A member that is not described here is refused with its pointer, so nothing typed is lost unseen. The body is at most 256 KiB.

**Problems** are told as RFC 9457, in bokmål, nynorsk or English by \`Accept-Language\`; \`errors\` has a JSON pointer and a code per fault. No answer repeats what was sent.

**Who applied.** \`authentication\` tells how the applicant signed in at your end. Consents count only from \`idporten-loa-high\` or \`signed-paper\`.`;

function submitOperation() {
  return {
    operationId: 'submitApplication',
    summary: 'Post an application, or a report of need',
    security: [{ signature: [] }],
    parameters: [
      {
        name: 'municipality',
        in: 'path',
        required: true,
        description: 'Name in addresses, or number.',
        schema: { enum: municipalities.flatMap(({ slug, number }) => [slug, number]) },
      },
      {
        name: idempotencyHeader,
        in: 'header',
        required: true,
        description: 'One per application, the same for every try; quotes around it are allowed.',
        schema: { type: 'string', pattern: '^("[A-Za-z0-9_-]{8,255}"|[A-Za-z0-9_-]{8,255})$' },
        example: '0c3d7a5e-2f6b-4a8e-9d57-6f1f0f4f9a11',
      },
      {
        name: 'Accept-Language',
        in: 'header',
        description: 'Language of problems: `nb`, `nn` or `en`; else the municipality’s.',
        schema: { type: 'string' },
        example: 'nn',
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Application' }, examples: submissionExamples },
      },
    },
    responses: {
      201: {
        description: 'Received. The same for every try with the same key and body.',
        headers: {
          Location: {
            description: 'The page of the case, for those who may see it.',
            required: true,
            schema: { type: 'string', pattern: '^/[a-z]+/cases/[a-z2-7]{26}$' },
          },
          ...pick('RateLimit', 'RateLimit-Policy'),
        },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
      },
      ...problemReferences([400, 401, 404, 405, 413, 415, 422, 429, 500]),
    },
  };
}

const describeOperation = {
  operationId: 'describe',
  summary: 'This description',
  security: [],
  responses: {
    200: {
      description: 'OpenAPI 3.1',
      content: { 'application/json': { schema: { type: 'object', required: ['openapi'] } } },
    },
    ...problemReferences([405]),
  },
};

const headers = {
  Allow: { description: 'The methods that can be used.', required: true, schema: { type: 'string' } },
  'Content-Language': { required: true, schema: { enum: ['nb', 'nn', 'en'] } },
  'WWW-Authenticate': { required: true, schema: { const: signatureHeader } },
  'Retry-After': { description: 'Seconds.', required: true, schema: { type: 'string', pattern: '^[1-9][0-9]?$' } },
  'RateLimit-Policy': {
    description: `${submissionsPerMinute} signed requests a minute per municipality (draft-ietf-httpapi-ratelimit-headers).`,
    required: true,
    schema: { const: `"minute";q=${submissionsPerMinute};w=60` },
  },
  RateLimit: {
    description: 'What is left of them, and in how many seconds they are renewed.',
    required: true,
    schema: { type: 'string', pattern: '^"minute";r=[0-9]+;t=[0-9]+$' },
  },
} as const;

function pick(...names: readonly (keyof typeof headers)[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** Headers of a problem beside its language. */
const ownHeaders: Readonly<Record<number, readonly (keyof typeof headers)[]>> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  422: ['RateLimit', 'RateLimit-Policy'],
  429: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
};

function problemResponse(status: number) {
  const names = problemNames.filter((name) => problems[name].status === status);
  return {
    description: names.map((name) => problems[name].title.en).join('; or: '),
    headers: pick('Content-Language', ...(ownHeaders[status] ?? [])),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            {
              properties: {
                status: { const: status },
                type: { enum: names.map((name) => problemBody({ name }, 'en').type) },
              },
            },
          ],
        },
        examples: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }])),
      },
    },
  };
}

function problemReferences(statuses: readonly number[]) {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));
}

function problemExample(name: ProblemName) {
  const faults = {
    'application-invalid': [
      { pointer: '/person/email', code: 'email' as const },
      { pointer: '/wishes/coordinater', code: 'unknown-member' as const },
    ],
    'body-unreadable': [{ pointer: '/account/needs', code: 'duplicate-member' as const }],
  };
  const { title, detail } = problems[name];
  const own = name === 'application-invalid' || name === 'body-unreadable' ? { faults: faults[name] } : {};
  return { summary: title.en, description: detail.en, value: problemBody({ name, ...own }, 'en') };
}

/** A schema as JSON Schema 2020-12, without the mark that says so: the document says it once. */
function schemaOf(schema: z.ZodType) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
