import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { z } from 'zod';

/** What the description's schemas use of JSON Schema 2020-12; anything else fails the reading of it. */
export interface JsonSchema {
  readonly type?: 'object' | 'string' | 'boolean' | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: false | undefined;
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly examples?: readonly unknown[] | undefined;
  readonly description?: string | undefined;
}

const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['object', 'string', 'boolean']).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    oneOf: z.array(jsonSchema).optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.literal(false).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    minLength: z.int().optional(),
    maxLength: z.int().optional(),
    examples: z.array(z.unknown()).optional(),
    description: z.string().optional(),
  }),
);

/** Values that fit a schema; strings are often its examples, as few random ones are a person's number or a recent time. */
export function fitting(schema: unknown): fc.Arbitrary<unknown> {
  return arbitrary(jsonSchema.parse(schema));
}

function arbitrary(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(arbitrary));
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return text(schema);
  const members = Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, arbitrary(inner)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] });
}

function text({ pattern = '', minLength = 0, maxLength = 200, examples = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const random = fc
    .stringMatching(new RegExp(pattern, 'u'), { size: 'small' })
    .filter(({ length }) => length >= minLength && length <= maxLength);
  return examples.length > 0
    ? fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...examples) }, { weight: 1, arbitrary: random })
    : random;
}

/** A value with one thing changed somewhere in it: left out, of another kind, or something nobody knows added. */
export function changed(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value);
  const odd = fc.constantFrom<unknown>(null, 0, true, '', ' ', 'x'.repeat(201), 'a\u0000b', '\ud800', [], {}, ['nb']);
  return fc.oneof(
    fc.tuple(fc.constantFrom(...places), odd).map(([place, instead]) => replaced(value, place, () => instead)),
    fc.constantFrom(...places).map((place) => replaced(value, place, () => undefined)),
    fc
      .tuple(fc.constantFrom(...places), fc.constantFrom('adress', '__proto__', 'constructor', '', 'a/b~c', 'Æ'))
      .map(([place, name]) => replaced(value, place, (inner) => withMember(inner, name))),
  );
}

type Place = readonly string[];

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner).map((place) => [name, ...place]))];
}

function replaced(value: unknown, [name, ...rest]: Place, change: (inner: unknown) => unknown): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return change(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === name ? replaced(inner, rest, change) : inner]),
  );
}

function withMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries([...Object.entries(value), [name, 'content']])
    : [value];
}

/** Says what does not fit a schema of a document, named by its JSON pointer; empty when all does. */
export function judgeOf(document: object): (pointer: string, value: unknown) => readonly string[] {
  // Formats have a pattern beside them; the rest of the document is no schema.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true });
  ajv.addSchema(document, 'description');
  return (pointer, value) => {
    const validate = ajv.getSchema(`description#${encodeURI(pointer)}`);
    if (validate === undefined) throw new Error(`No schema at ${pointer}`);
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
