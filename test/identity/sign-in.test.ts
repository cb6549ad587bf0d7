import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSignIn, createOpenIdClient, createSessions, requiredAcr } from '../../functions/identity/index.ts';
import { createApp, renderPage, type WebEnv } from '../../functions/platform/http/index.ts';
import { clientKeys, type OpenIdProvider, startOpenIdProvider } from '../../infra/local/openid/index.ts';
import { Browser, type Seen } from '../support/browser.ts';
import { createMemoryShortLived } from '../support/memory-short-lived.ts';

const publicUrl = 'http://localhost:1';
let dataDir: string;
let provider: OpenIdProvider;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'openid-'));
  provider = await startOpenIdProvider({ port: 0, dataDir, publicUrl });
});
afterAll(async () => {
  await provider.stop();
  await rm(dataDir, { recursive: true });
});

/** An app with one page for applicants and one for Gulen's caseworkers, and the real client before the real provider. */
function signInApp(issuers: { applicants?: string } = {}) {
  const secret = async () => 'session secret';
  const sessions = createSessions({ secret, publicUrl, kept: createMemoryShortLived() });
  const app = createApp({ publicUrl, sessionSecret: secret, report: () => undefined });
  const client = (name: 'applicants' | 'staff', issuer: string) =>
    createOpenIdClient({
      issuer,
      clientId: name,
      privateJwk: async () => JSON.stringify((await clientKeys(dataDir))[name]),
      publicUrl,
      allowHttp: true,
      ...(name === 'applicants' && { acrValues: requiredAcr }),
    });
  const clients = {
    person: client('applicants', issuers.applicants ?? provider.applicantIssuer),
    staff: client('staff', provider.staffIssuer),
  };
  addSignIn(app, { sessions, clients, secret, publicUrl, environment: 'local' });
  app.get('/mine', async (c) => {
    const person = await sessions.requirePerson(c);
    if (person instanceof Response) return person;
    return renderPage(c, { title: 'Min', language: 'nb', body: `<p>${person.nationalId}</p>`, user: { name: 'meg' } });
  });
  app.get('/form', (c) => {
    const csrf = c.var.csrfToken('/mine');
    const body = `<form method="post" action="/mine"><input type="hidden" name="csrf" value="${csrf}"></form>`;
    return renderPage(c, { title: 'Skjema', language: 'nb', body });
  });
  app.get('/staff', async (c) => {
    const member = await sessions.requireStaff(c, { municipality: '4635', roles: ['caseworker'] });
    return member instanceof Response ? member : c.text(member.name);
  });
  app.post('/mine', async (c) => {
    const person = await sessions.requirePerson(c);
    return person instanceof Response ? person : c.text(`sent ${c.var.form.text}`);
  });
  return app;
}

/** Fetches as a browser with these cookies would, without following redirects. */
function askWith(cookies: Map<string, string>) {
  return async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

/** The issuer's pages, over the network, with its own cookies; gives back where it sends the browser in the end. */
async function atIssuer(address: string, person: string, cookies = new Map<string, string>()): Promise<string> {
  const ask = askWith(cookies);
  let response = await ask(address);
  for (let steps = 0; steps < 10; steps++) {
    const location = response.headers.get('location');
    if (location?.startsWith(publicUrl)) return location.slice(publicUrl.length);
    if (location !== null) response = await ask(new URL(location, address).href);
    else {
      const action = /action="([^"]+)"/.exec(await response.text())?.[1] ?? '';
      response = await ask(new URL(action, address).href, {
        method: 'POST',
        body: new URLSearchParams({ person }),
      });
    }
  }
  throw new Error('The issuer never sent the browser back');
}

/** Asks for a page and signs in as a test person on the way. */
async function signIn(browser: Browser, path: string, person: string, cookies?: Map<string, string>): Promise<Seen> {
  const away = await browser.follow(await browser.get(path));
  return browser.follow(await browser.get(await atIssuer(away.location ?? '', person, cookies)));
}

/** Signs out on the issuer's own pages; gives the address of the frame that tells the app. */
async function signOutAtIssuer(address: string, cookies: Map<string, string>): Promise<URL> {
  const ask = askWith(cookies);
  const page = await (await ask(address)).text();
  const [action = '', xsrf = ''] = ['action', 'value'].map((name) => new RegExp(`${name}="([^"]+)"`).exec(page)?.[1]);
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  const done = await (await ask(new URL(action, address).href, { method: 'POST', body })).text();
  return new URL(/iframe src="([^"]+)"/.exec(done)?.[1]?.replaceAll('&amp;', '&') ?? '');
}

/** Where a sign-in that begins at `path` returns to. */
async function returnedTo(path: string): Promise<string> {
  const sessions = createSessions({ secret: async () => 'session secret', publicUrl, kept: createMemoryShortLived() });
  const app = new Hono<WebEnv>();
  app.get('/sign-in', async (c) => c.text(await sessions.returnPath(c)));
  app.get('*', async (c) => {
    const person = await sessions.requirePerson(c);
    return person instanceof Response ? person : c.text('');
  });
  const browser = new Browser(app);
  return (await browser.follow(await browser.get(path))).text;
}

describe('an applicant', () => {
  it('comes back, signed in, to the page that was asked for', async () => {
    const browser = new Browser(signInApp());
    const page = await signIn(browser, '/mine', 'applicant-1');
    expect(page.status).toBe(200);
    expect(page.text).toContain('14858510016');
    expect((await browser.get('/mine')).status).toBe(200);
  });

  it('comes back with the query that was asked for, and never to another host', async () => {
    expect(await returnedTo('/mine?page=2&lang=nn')).toBe('/mine?page=2&lang=nn');
    expect(await returnedTo(`/mine?q=${'x'.repeat(2000)}`)).toBe('/mine');
    expect(await returnedTo('http://localhost//evil.example/mine')).toBe('/');
    expect(await returnedTo('http://localhost/\\evil.example/mine')).toBe('/');
  });

  it('is turned away with too low a level of assurance', async () => {
    const page = await signIn(new Browser(signInApp()), '/mine', 'applicant-low');
    expect(page.status).toBe(403);
    expect(page.text).toContain('BankID');
  });

  it('is turned away when the answer belongs to another browser, or is used twice', async () => {
    const app = signInApp();
    const away = await new Browser(app).follow(await new Browser(app).get('/mine'));
    const answer = await atIssuer(away.location ?? '', 'applicant-1');
    expect((await new Browser(app).get(answer)).status).toBe(403);
    const browser = new Browser(app);
    await signIn(browser, '/mine', 'applicant-1');
    expect((await browser.get('/sign-in/callback?code=x&state=y')).status).toBe(403);
  });

  it('is not a member of staff', async () => {
    const browser = new Browser(signInApp());
    await signIn(browser, '/mine', 'applicant-1');
    expect((await browser.get('/staff')).location).toMatch(/^\/sign-in\?as=staff/);
  });

  it('signs out here and at the issuer', async () => {
    const browser = new Browser(signInApp());
    await signIn(browser, '/mine', 'applicant-1');
    const page = await browser.post('/sign-out', {});
    expect(page.headers.get('refresh')).toContain(`${provider.applicantIssuer}/session/end`);
    expect((await browser.get('/mine')).status).toBe(303);
  });

  it('is signed out here when signing out at the issuer, in every browser of that session, and can sign in again', async () => {
    const app = signInApp();
    const [browser, cookies] = [new Browser(app), new Map<string, string>()];
    await signIn(browser, '/mine', 'applicant-1', cookies);
    const frame = await signOutAtIssuer(`${provider.applicantIssuer}/session/end`, cookies);
    expect(frame.searchParams.get('iss')).toBe(provider.applicantIssuer);
    // The frame is on another site: it is asked for without the browser's cookies.
    browser.time += 1000;
    const answers = await Promise.all(
      [`${frame.pathname}${frame.search}`, `${frame.pathname}?sid=unknown`, frame.pathname].map(async (address) => {
        const { status, headers, text } = await new Browser(app).get(address);
        return [
          status,
          text,
          headers.get('cache-control'),
          headers.get('content-security-policy'),
          headers.get('set-cookie'),
        ];
      }),
    );
    expect(answers[0]).toEqual([200, '', 'no-store', expect.stringContaining(`frame-ancestors ${provider.url}`), null]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await browser.get('/mine')).status).toBe(303);
    browser.time += 5000;
    expect((await signIn(browser, '/mine', 'applicant-1', cookies)).status).toBe(200);
  });

  it('stays signed in when another issuer or session is named', async () => {
    const app = signInApp();
    const [browser, cookies] = [new Browser(app), new Map<string, string>()];
    await signIn(browser, '/mine', 'applicant-1', cookies);
    const frame = await signOutAtIssuer(`${provider.applicantIssuer}/session/end`, cookies);
    const sid = frame.searchParams.get('sid') ?? '';
    for (const iss of [provider.staffIssuer, 'https://evil.example', '']) {
      await new Browser(app).get(`${frame.pathname}?${new URLSearchParams({ iss, sid })}`);
    }
    await new Browser(app).get(`${frame.pathname}?${new URLSearchParams({ iss: provider.applicantIssuer, sid: 'x' })}`);
    expect((await browser.get('/mine')).status).toBe(200);
  });

  it('is out for good after signing out here: a copy of the cookie is no use', async () => {
    const browser = new Browser(signInApp());
    await signIn(browser, '/mine', 'applicant-1');
    const copy = browser.cookie('person');
    await browser.post('/sign-out', {});
    browser.setCookie('person', copy);
    expect((await browser.get('/mine')).status).toBe(303);
  });

  it('is signed out after half an hour without a page, by the clock of the requests', async () => {
    const browser = new Browser(signInApp());
    await signIn(browser, '/mine', 'applicant-1');
    browser.time += 25 * 60 * 1000;
    expect((await browser.get('/mine')).status).toBe(200);
    browser.time += 25 * 60 * 1000;
    expect((await browser.get('/mine')).status).toBe(200);
    browser.time += 31 * 60 * 1000;
    expect((await browser.get('/mine')).status).toBe(303);
  });

  it('loses nothing of a form that is sent after the session ended', async () => {
    const browser = new Browser(signInApp());
    await signIn(browser, '/mine', 'applicant-1');
    await browser.get('/form');
    browser.time += 2 * 60 * 60 * 1000;
    const kept = await browser.post('/mine', { text: '<b>lang\ntekst' });
    expect(kept.status).toBe(401);
    expect(kept.text).toContain('&lt;b&gt;lang\ntekst');
    const again =
      /href="(\/sign-in[^"]+)"/.exec(kept.text)?.[1]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ?? '';
    const csrf = browser.csrf('/mine');
    expect((await signIn(browser, again, 'applicant-1')).text).toContain('logget inn igjen');
    expect((await browser.post('/mine', { text: '<b>lang\ntekst', csrf })).text).toBe('sent <b>lang\ntekst');
  });
});

describe('a member of staff', () => {
  it('comes to the pages of the own municipality and role only', async () => {
    const app = signInApp();
    expect((await signIn(new Browser(app), '/staff', 'gulen-caseworker')).text).toContain('Saksbehandler Testperson');
    expect((await signIn(new Browser(app), '/staff', 'gulen-approver')).status).toBe(403);
    expect((await signIn(new Browser(app), '/staff', 'gjovik-caseworker')).status).toBe(403);
  });
});

describe('an issuer', () => {
  it('without https is refused outside a laptop', async () => {
    const client = createOpenIdClient({
      issuer: provider.applicantIssuer,
      clientId: 'applicants',
      privateJwk: async () => '{}',
      publicUrl,
      allowHttp: false,
    });
    await expect(client.leave('nb')).rejects.toThrow('https');
  });
});
