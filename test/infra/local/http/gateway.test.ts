import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../../../infra/local/runtime.ts';
import { post, startFixture } from '../support.ts';

interface Echo {
  readonly event: Record<string, unknown> & { readonly requestContext: Record<string, unknown> };
  readonly invocations: number;
}

describe('the HTTP API on loopback', () => {
  let runtime: Runtime;

  beforeAll(async () => {
    ({ runtime } = await startFixture());
  }, 60_000);
  afterAll(() => runtime.stop());

  const echo = async (path: string, init?: RequestInit): Promise<Echo['event']> => {
    const response = await fetch(`${runtime.urls.pages}${path}`, init);
    expect(response.status).toBe(200);
    return ((await response.json()) as Echo).event;
  };

  it('hands over a request in payload format 2.0, at the time of the moved clock', async () => {
    const before = runtime.clock.now();
    const headers = { cookie: 'a=1; b=2', 'X-Case': 'K1' };
    const event = await echo('/echo/%C3%A6%20b?q=1&q=2&r=%2F', { headers });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /echo/{name}',
      rawPath: '/echo/æ b',
      rawQueryString: 'q=1&q=2&r=%2F',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { q: '1,2', r: '/' },
      pathParameters: { name: 'æ b' },
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        http: { method: 'GET', path: '/echo/æ b', protocol: 'HTTP/1.1' },
        stage: '$default',
        domainName: new URL(runtime.urls.pages).host,
        time: expect.stringMatching(/^02\/Mar\/2026:08:\d\d:\d\d \+0000$/),
      },
    });
    expect(event.headers).toMatchObject({ 'x-case': 'K1', 'x-forwarded-proto': 'http' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
    expect(event.requestContext.timeEpoch).toBeGreaterThanOrEqual(before);
  });

  it('hands over text as text, and a form in base64', async () => {
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":"æ"}' };
    expect(await echo('/echo/x', json)).toMatchObject({ body: '{"a":"æ"}', isBase64Encoded: false });
    const form = { method: 'POST', body: new URLSearchParams({ a: 'æ' }) };
    expect(await echo('/echo/x', form)).toMatchObject({
      body: Buffer.from('a=%C3%A6').toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('gives a greedy variable the rest of the path', async () => {
    expect(await echo('/files/a/b.css')).toMatchObject({
      routeKey: 'ANY /files/{proxy+}',
      pathParameters: { proxy: 'a/b.css' },
    });
  });

  it('answers HEAD only where a route takes it, without a body', async () => {
    const any = await fetch(`${runtime.urls.pages}/files/a`, { method: 'HEAD' });
    expect([any.status, await any.text()]).toEqual([200, '']);
    expect(Number(any.headers.get('content-length'))).toBeGreaterThan(100);
    const get = await fetch(`${runtime.urls.pages}/echo/a`, { method: 'HEAD' });
    expect(get.status).toBe(404);
  });

  it('sends bytes that the function gave in base64', async () => {
    const response = await post(runtime, 'binary');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).toString('hex')).toBe('89504e47');
  });

  it.each([
    ['throw', 500, 'Internal Server Error'],
    ['crash', 500, 'Internal Server Error'],
    ['large', 500, 'Internal Server Error'],
    ['hang', 503, 'Service Unavailable'],
  ])('answers for a function that does %s', async (what, status, message) => {
    const response = await post(runtime, what);
    expect([response.status, await response.json()]).toEqual([status, { message }]);
    expect((await post(runtime, 'echo')).status).toBe(200);
  });

  it('refuses what is too large, and does not know other paths', async () => {
    const large = await fetch(`${runtime.urls.pages}/do/echo`, { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024) });
    expect([large.status, await large.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
    const none = await fetch(`${runtime.urls.pages}/none`);
    expect([none.status, await none.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('answers many at once, and keeps sandboxes warm', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => post(runtime, 'echo')));
    expect(all.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const { invocations } = (await (await post(runtime, 'echo')).json()) as Echo;
    expect(invocations).toBeGreaterThan(1);
  });

  it('tells that it is up', async () => {
    expect(await (await fetch(`${runtime.urls.pages}/healthz`)).json()).toEqual({ status: 'ok' });
  });
});
