import { describe, expect, it } from 'vitest';
import { createApp, now, pageLanguage, renderPage } from '../../../functions/platform/http/index.ts';
import { staticFiles, stylesheetPath } from '../../../functions/platform/http/static-files.ts';
import { createAssetsHandler } from '../../../functions/web/assets/handler.ts';
import { Browser, requestTime } from '../../support/browser.ts';

function shell(publicUrl = 'https://plan.example') {
  const reported: unknown[] = [];
  const app = createApp({ publicUrl, sessionSecret: async () => 'secret', report: (error) => reported.push(error) });
  app.get('/form', (c) =>
    renderPage(c, {
      title: 'Skjema',
      language: 'nn',
      body: `<form method="post" action="/form"><input type="hidden" name="csrf" value="${c.var.csrfToken('/form')}"><textarea name="text"></textarea></form>`,
    }),
  );
  app.post('/form', (c) => c.text(`${now(c)} ${c.var.form.text}`));
  app.get('/staff', (c) => renderPage(c, { title: 'Ansatt', language: pageLanguage(c, 'nn'), body: '' }));
  app.post('/only-posted', (c) => c.text(''));
  app.get('/broken', () => {
    throw new Error('secret detail');
  });
  return { app, reported };
}

/** The links to the page's other languages: `nb ?lang=nb`. */
function languageLinks(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)" hreflang="(..)"/g)].map(
    ([, href = '', code]) => `${code} ${href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')}`,
  );
}

describe('every page', () => {
  it('carries the security headers and runs no script', async () => {
    const browser = new Browser(shell().app);
    const page = await browser.get('/form');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('script');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('strict-transport-security')).toContain('max-age');
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('lang="nn"');
    expect(page.text).toContain(stylesheetPath);
  });

  it('says calmly that something failed, and reports it', async () => {
    const { app, reported } = shell();
    const page = await new Browser(app).get('/broken');
    expect(page.status).toBe(500);
    expect(page.text).not.toContain('secret detail');
    expect(reported).toHaveLength(1);
  });

  it('answers an unknown address with a page, in the language that was chosen', async () => {
    const browser = new Browser(shell().app);
    expect((await browser.get('/nowhere?lang=nn')).text).toContain('Vi fann ikkje sida');
    expect((await browser.get('/nowhere')).text).toContain('Vi fann ikkje sida');
    expect((await new Browser(shell().app).get('/nowhere')).status).toBe(404);
  });

  it('travels compressed, unless it holds a secret whose size could tell of it', async () => {
    const { app } = shell();
    const body = 'x'.repeat(2000);
    app.get('/public', (c) => renderPage(c, { title: 'T', language: 'nn', body }));
    const user = { name: 'Kari' };
    app.get('/own', (c) => renderPage(c, { title: 'T', language: 'nn', body, user }));
    const ask = async (path: string, encoding: string) => {
      const headers = { 'accept-encoding': encoding };
      const { headers: got } = await app.request(path, { headers }, { requestContext: { timeEpoch: requestTime } });
      return [got.get('content-encoding'), got.get('content-security-policy')?.includes("default-src 'none'")];
    };
    expect(await ask('/public', 'gzip, deflate, br')).toEqual(['br', true]);
    expect(await ask('/public', 'gzip')).toEqual(['gzip', true]);
    expect(await ask('/public', 'identity')).toEqual([null, true]);
    for (const path of ['/own', '/form']) expect(await ask(path, 'br')).toEqual([null, true]);
  });

  it('links to the accessibility statement of a municipality that has one', async () => {
    const { app } = shell();
    const accessibilityStatement = 'https://uustatus.example/erklaering';
    const municipality = { name: 'Gulen kommune', slug: 'gulen', accessibilityStatement };
    app.get('/declared', (c) => renderPage(c, { title: 'T', language: 'nn', body: '', municipality }));
    const page = await new Browser(app).get('/declared');
    expect(page.text).toContain(`href="${accessibilityStatement}"`);
    expect((await new Browser(app).get('/form')).text).not.toContain('Tilgjengelegheitserklæring');
  });

  it('is offered in the languages it is in, and keeps its query', async () => {
    const browser = new Browser(shell().app);
    expect(languageLinks((await browser.get('/form?page=2&lang=nn')).text)).toEqual(['nb ?page=2&lang=nb']);
    expect(languageLinks((await browser.get('/nowhere')).text)).toEqual(['nn ?lang=nn', 'en ?lang=en']);
    expect((await browser.get('/nowhere?lang=en')).text).toContain('<html lang="en"');
    // English stays chosen beside a page that is not in English.
    expect((await browser.get('/staff')).text).toContain('<html lang="nn"');
    expect((await browser.get('/nowhere')).text).toContain('We could not find the page');
  });

  it('is offered in them after a form too, where there is a page to ask for', async () => {
    const browser = new Browser(shell().app);
    await browser.get('/form');
    expect(languageLinks((await browser.post('/form', { csrf: 'x' })).text)).toEqual(['nn ?lang=nn', 'en ?lang=en']);
    expect(languageLinks((await browser.post('/only-posted', { csrf: 'x' })).text)).toEqual([]);
  });
});

describe('a posted form', () => {
  it('needs a cookie, which pages without a form do not set', async () => {
    const browser = new Browser(shell().app);
    expect((await browser.get('/staff')).headers.getSetCookie()).toEqual([]);
    expect((await browser.get('/form')).headers.getSetCookie()).toHaveLength(1);
  });

  it('is taken when it carries the token of its page, and time is the request’s', async () => {
    const browser = new Browser(shell().app);
    await browser.get('/form');
    const answer = await browser.post('/form', { text: 'hei\r\nhå' });
    expect(answer.text).toBe(`${new Date(requestTime).toISOString()} hei\nhå`);
  });

  it.each([
    ['no token', ''],
    ['a made-up token', '1795257600.abc'],
  ])('is refused with %s', async (_, csrf) => {
    const browser = new Browser(shell().app);
    await browser.get('/form');
    const answer = await browser.post('/form', { text: 'hei', csrf });
    expect(answer.status).toBe(403);
  });

  it('is refused from another browser, for another page and after a day', async () => {
    const { app } = shell();
    const browser = new Browser(app);
    await browser.get('/form');
    const csrf = browser.csrf();
    expect((await new Browser(app).post('/form', { text: 'x', csrf })).status).toBe(403);
    expect((await browser.post('/other', { text: 'x', csrf })).status).toBe(403);
    browser.time = requestTime + 25 * 60 * 60 * 1000;
    expect((await browser.post('/form', { text: 'x', csrf })).status).toBe(403);
  });

  it('that is too old shows what was written, escaped, and a way to the page', async () => {
    const browser = new Browser(shell().app);
    await browser.get('/form');
    browser.time = requestTime + 25 * 60 * 60 * 1000;
    const page = await browser.post('/form?part=2', {
      text: 'Eg treng <b>hjelp\ntil alt',
      key: 'abc',
      day: '2026-11-24',
    });
    expect(page.status).toBe(403);
    expect(page.text).toContain('Eg treng &lt;b&gt;hjelp\ntil alt');
    expect(page.text.match(/site-typed/g)).toHaveLength(1);
    expect(page.text.replaceAll('&#x3D;', '=')).toContain('href="/form?part=2"');
    expect((await browser.post('/form?lang=en', { text: 'a b', csrf: 'x' })).text).toContain('The page is too old');
  });

  it('from elsewhere gets no words of its own onto our pages', async () => {
    const { app } = shell();
    const send = async (site: string) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site };
      const init = { method: 'POST', body: 'text=Ring+dette+nummeret&csrf=1.x', headers };
      return (await app.request('/form', init, { requestContext: { timeEpoch: requestTime } })).text();
    };
    expect(await send('cross-site')).not.toContain('Ring dette nummeret');
    // The same form from our own page in a browser that has lost its cookies.
    expect(await send('same-origin')).toContain('Ring dette nummeret');
  });

  it('is refused when it is no form', async () => {
    const { app } = shell();
    const answer = await app.request(
      '/form',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
      { requestContext: { timeEpoch: requestTime } },
    );
    expect(answer.status).toBe(400);
  });
});

describe('assets', () => {
  const ask = (rawPath: string, encoding = 'gzip, deflate, br') =>
    createAssetsHandler(staticFiles)({ rawPath, headers: { 'accept-encoding': encoding } } as never);

  it('serves the style sheet small, for a year', async () => {
    const file = await ask(stylesheetPath);
    expect(file.headers?.['content-encoding']).toBe('br');
    expect(file.headers?.['cache-control']).toContain('immutable');
    expect(Buffer.from(file.body ?? '', 'base64').length).toBeLessThan(20_000);
  });

  it('serves every font the style sheet names', async () => {
    const css = Buffer.from((await ask(stylesheetPath, '')).body ?? '', 'base64').toString();
    const fonts = [...css.matchAll(/url\((\/assets\/[^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect((await ask(font)).statusCode).toBe(200);
  });

  it('knows nothing else', async () => {
    expect((await ask('/assets/site.css')).statusCode).toBe(404);
  });
});
