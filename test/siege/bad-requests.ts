import fc from 'fast-check';
import type { FormTarget, Targets } from './targets.ts';

/** A request nobody with a browser and good intentions would make. */
export interface BadRequest {
  readonly category: Category;
  readonly method: string;
  /** Sent as it is: path tricks would not survive a URL parser. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
  /** Whose session it carries; undefined for nobody's. */
  readonly who: string | undefined;
  /** True when the answer may show the case, as it is the sender's own. */
  readonly own: boolean;
}

const categories = [
  'fields',
  'sizes',
  'encodings',
  'forged-cookies',
  'wrong-csrf',
  'others-cases',
  'path-tricks',
  'uploads',
  'content-types',
  'methods',
] as const;
export type Category = (typeof categories)[number];

const formType = 'application/x-www-form-urlencoded';
/** API Gateway takes 10 MB at most; a function 6 MB. */
const mebibyte = 1024 * 1024;

/** Generators of one bad request each, by category. All are decided by the seed they are sampled with. */
export function badRequest(targets: Targets): fc.Arbitrary<BadRequest> {
  const makers: { readonly [C in Category]: fc.Arbitrary<Omit<BadRequest, 'category'>> } = {
    fields: badFields(targets),
    sizes: badSizes(targets),
    encodings: badEncodings(targets),
    'forged-cookies': forgedCookies(targets),
    'wrong-csrf': wrongCsrf(targets),
    'others-cases': othersCases(targets),
    'path-tricks': pathTricks(targets),
    uploads: badUploads(targets),
    'content-types': badContentTypes(targets),
    methods: badMethods(targets),
  };
  // Large bodies are slow and few: all else comes ten times as often.
  const weight = (category: Category) => (category === 'sizes' || category === 'uploads' ? 1 : 10);
  return fc.oneof(
    ...categories.map((category) => ({
      weight: weight(category),
      arbitrary: makers[category].map((request) => ({ category, ...request })),
    })),
  );
}

function post(target: FormTarget, body: Uint8Array | string, more: Partial<BadRequest> = {}) {
  const { who, form, own } = target;
  const headers = { 'content-type': formType };
  return { method: 'POST', path: form.action.pathname, headers, body, who, own, ...more };
}

function aForm({ forms }: Targets): fc.Arbitrary<FormTarget> {
  return fc.constantFrom(...forms);
}

/** A form that asks for something: one with nothing but its token cannot be filled in wrongly by its own reader. */
function anAskingForm({ forms }: Targets): fc.Arbitrary<FormTarget> {
  return fc.constantFrom(...forms.filter(({ form }) => [...form.fields.keys()].some((name) => name !== 'csrf')));
}

const nasty = fc.oneof(
  fc.constantFrom(
    'zzz',
    '-1',
    '1e999',
    'NaN',
    '2026-13-45',
    '<script>alert(1)</script>',
    '{{constructor}}',
    '../../etc/passwd',
  ),
  fc.constantFrom('__proto__', '%{7*7}', "' OR 1=1 --", '\u0000', '\u202e', 'x'.repeat(25_000), '💬'.repeat(10_000)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);
/** Wrong for every kind of field at once: no such choice, no date, no address, too long for a text. */
const surelyWrong = fc.constantFrom('zzz\u0000', 'x'.repeat(25_000), '<b>'.repeat(9_000));

/** A real session and a real token, and not one good field; each chosen field is surely wrong, some more are there. */
function badFields(targets: Targets) {
  return fc
    .tuple(anAskingForm(targets), surelyWrong, fc.array(fc.tuple(nasty, nasty), { maxLength: 5 }))
    .map(([target, wrong, extra]) => {
      const fields = new URLSearchParams();
      for (const name of new Set(target.form.fields.keys())) fields.append(name, wrong);
      fields.set('csrf', target.form.fields.get('csrf') ?? '');
      for (const [name, value] of extra) if (name !== 'csrf') fields.append(name, value);
      return post(target, fields.toString());
    });
}

function badSizes(targets: Targets) {
  const sizes = fc.constantFrom(
    0,
    1,
    599_999,
    600_001,
    4 * mebibyte,
    6 * mebibyte + 1,
    10 * mebibyte,
    10 * mebibyte + 1,
  );
  return fc.tuple(anAskingForm(targets), sizes).map(([target, size]) => {
    const start = `csrf=${encodeURIComponent(target.form.fields.get('csrf') ?? '')}&choice=zzz&text=`;
    return post(target, size === 0 ? '' : (start + 'x'.repeat(size)).slice(0, size));
  });
}

function badEncodings(targets: Targets) {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 });
  const broken = fc.oneof(
    bytes,
    fc.constantFrom(
      '%',
      '%zz=%zz',
      '%ff%fe=%c3%28',
      'a=%u0041',
      '=&=&=',
      '&&&&',
      'csrf',
      'csrf[]=1&csrf[x]=2',
      '\ufeffcsrf=1',
    ),
  );
  const types = fc.constantFrom(
    formType,
    `${formType}; charset=utf-16`,
    `${formType}; charset=nonsense`,
    `${formType};;;`,
  );
  return fc
    .tuple(aForm(targets), broken, types, fc.boolean())
    .map(([target, body, type, encoded]) =>
      post(target, body, { headers: { 'content-type': type, ...(encoded && { 'content-encoding': 'gzip' }) } }),
    );
}

function forgedCookies(targets: Targets) {
  const token = fc.string({ unit: fc.constantFrom(...'ABCDabcd0123-_.='), minLength: 0, maxLength: 600 });
  const forged = fc.oneof(
    token,
    token.map((text) => `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${text}`),
    fc.constant('eyJhbGciOiJub25lIn0.eyJraW5kIjoicGVyc29uIn0.'),
    fc.constant('%00%ff'),
  );
  const name = fc.constantFrom(
    'person',
    'staff',
    'browser',
    '__Host-person',
    '__Host-staff',
    'language',
    'sign-in-abc',
  );
  return fc
    .tuple(
      fc.constantFrom(...targets.paths),
      fc.array(fc.tuple(name, forged), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([path, cookies, posts]) => ({
      method: posts ? 'POST' : 'GET',
      path,
      headers: { cookie: cookies.map(([key, value]) => `${key}=${value}`).join('; '), 'content-type': formType },
      body: posts ? 'choice=approve&csrf=1.AAAA' : '',
      who: undefined,
      own: false,
    }));
}

function wrongCsrf(targets: Targets) {
  const tokens = fc.oneof(fc.constantFrom('', '0.', '1.AAAA', 'NaN.x', '9'.repeat(400)), fc.string({ maxLength: 80 }));
  return fc.tuple(aForm(targets), tokens, fc.boolean()).map(([target, token, absent]) => {
    const fields = new URLSearchParams(target.form.fields);
    if (absent) fields.delete('csrf');
    else fields.set('csrf', token);
    return post(target, fields.toString());
  });
}

/** Somebody signed in, at a stranger's pages, also with another municipality's name before a real case. */
function othersCases(targets: Targets) {
  const slug = fc.constantFrom('gulen', 'gjovik', 'vindafjord', 'alesund', 'kristiansand', 'orskog');
  const stranger = fc.constantFrom(...targets.strangers.map(({ who }) => who));
  const casePaths = targets.paths.filter((path) => /\/cases\/|^\/t\/|^\/operations/.test(path));
  return fc
    .tuple(fc.constantFrom(...casePaths), slug, stranger, fc.boolean(), fc.boolean())
    .map(([path, other, who, moved, posts]) => ({
      method: posts ? 'POST' : 'GET',
      path: moved ? path.replace(/^\/[a-z]+\/cases\//, `/${other}/cases/`) : path,
      headers: { 'content-type': formType },
      body: posts ? 'choice=withdraw&csrf=1.AAAA' : '',
      who,
      own: false,
    }));
}

function pathTricks(targets: Targets) {
  const trick = fc.constantFrom(
    (path: string) => path.replaceAll('/', '//'),
    (path: string) => `${path}/%2e%2e/%2e%2e/operations`,
    (path: string) => `${path}/../../operations`,
    (path: string) => `/%252e%252e${path}`,
    (path: string) => `${path}%00`,
    (path: string) => `${path};jsessionid=1`,
    (path: string) => `${path}?lang=%00&done=${'x'.repeat(4_000)}&return=https://evil.example`,
    (path: string) => path.toUpperCase(),
    (path: string) => `/assets/..%2f..${path}`,
    (path: string) => `${path}/${'a/'.repeat(500)}`,
    (path: string) => `${path.slice(0, -1)}%ff`,
    (path: string) => encodeURI(path).replaceAll('/', '%2F'),
    (path: string) => `${path}/__proto__/constructor`,
  );
  const who = fc.option(fc.constantFrom(...targets.strangers.map((stranger) => stranger.who)), { nil: undefined });
  return fc.tuple(fc.constantFrom(...targets.paths), trick, who).map(([path, change, as]) => ({
    method: 'GET',
    path: change(path),
    headers: {},
    body: '',
    who: as,
    own: false,
  }));
}

/** Files where no file belongs, of kinds nobody takes, and larger than anybody takes. */
function badUploads(targets: Targets) {
  const boundary = '----siege';
  const content = fc.constantFrom(
    'MZ\u0090',
    '<svg onload=alert(1)>',
    '%PDF-1.7',
    '#!/bin/sh',
    'x'.repeat(5 * mebibyte),
  );
  const name = fc.constantFrom('a.exe', '../../x.pdf', 'a\u0000.pdf', 'ø'.repeat(300), '');
  return fc.tuple(aForm(targets), content, name, fc.boolean()).map(([target, data, file, broken]) => {
    const csrf = target.form.fields.get('csrf') ?? '';
    const part = (head: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
    const end = broken ? '' : `--${boundary}--\r\n`;
    const body = `${part('name="csrf"', csrf)}${part(`name="file"; filename="${file}"`, data)}${end}`;
    return post(target, body, { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  });
}

function badContentTypes(targets: Targets) {
  const types = fc.constantFrom(
    'application/json',
    'text/plain',
    'text/xml',
    'multipart/form-data',
    '',
    'a/b',
    `${'x'.repeat(5_000)}/y`,
  );
  return fc.tuple(aForm(targets), types).map(([target, type]) =>
    post(target, JSON.stringify(Object.fromEntries(target.form.fields)), {
      headers: type ? { 'content-type': type } : {},
    }),
  );
}

function badMethods(targets: Targets) {
  const method = fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD');
  const who = fc.option(fc.constantFrom(...targets.strangers.map((stranger) => stranger.who)), { nil: undefined });
  return fc.tuple(fc.constantFrom(...targets.paths), method, who).map(([path, verb, as]) => ({
    method: verb,
    path,
    headers: { 'content-type': formType, origin: 'https://evil.example', 'x-http-method-override': 'POST' },
    body: '',
    who: as,
    own: false,
  }));
}
