import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { WebEnv } from '../../functions/platform/http/index.ts';
import { Browser, type Seen } from '../support/browser.ts';
import { openControlRoom, operator, own } from './operations/control-room.ts';
import { path as casePath, decided, kariWith } from './public/karis-case.ts';
import { kari, publicApp } from './public/public-app.ts';
import { openTask } from './tasks/open-task.ts';

/** Whatever a web function answers, and to whomever: nothing is kept, framed, guessed at, indexed or run. */
const always = {
  'cache-control': /^no-store$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-robots-tag': /noindex/,
  'strict-transport-security': /max-age=31536000/,
  'cross-origin-opener-policy': /^same-origin$/,
} as const;

/** Answers that may be kept by anybody, and the one that issuers show in a frame. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  '/signed-out/front-channel': ["frame-ancestors 'none'"],
  '/api/openapi.json': ['cache-control'],
};

function wrongWith(seen: Seen, route: string): string[] {
  const ignored = exceptions[route] ?? [];
  const policy = seen.headers.get('content-security-policy') ?? '';
  const missing = Object.entries(always).filter(([name, value]) => !value.test(seen.headers.get(name) ?? ''));
  const allowed = ["default-src 'none'", "frame-ancestors 'none'"].filter((part) => !policy.includes(part));
  const run = ['script-src', 'unsafe', '*'].filter((part) => policy.includes(part));
  const html = seen.headers.get('content-type')?.startsWith('text/html') ? seen.text : '';
  const inline =
    html.match(/<script|<iframe|\sstyle=|\son[a-z]+=|javascript:|<(?:img|link)[^>]+(?:src|href)="(?:https?:)?\/\//gi) ??
    [];
  return [...missing.map(([name]) => name), ...allowed, ...run, ...inline].filter((what) => !ignored.includes(what));
}

/** Every route by GET and by POST, with and without a good token; what is wrong with each answer, and the statuses seen. */
async function walk(app: Hono<WebEnv>, browser: Browser, parameters: Readonly<Record<string, string>>) {
  const wrong: string[] = [];
  const statuses = new Set<number>();
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/test'))
    .toSorted((a, b) => Number(a.path === '/sign-out') - Number(b.path === '/sign-out'));
  for (const { method, path } of [...routes, { method: 'GET', path: '/nowhere/at/all' }]) {
    const address = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => parameters[name] ?? 'unknown');
    const answers = [await browser.get(address), await new Browser(app).get(address)];
    if (method === 'POST') {
      await browser.get(casePath);
      answers.push(await browser.post(address, {}), await browser.post(address, { csrf: 'forged' }));
    }
    for (const seen of answers) {
      statuses.add(seen.status);
      wrong.push(...wrongWith(seen, path).map((what) => `${method} ${path} ${seen.status}: ${what}`));
    }
  }
  return { wrong, statuses };
}

describe('security headers', () => {
  it('are on every answer of the public pages, files included', async () => {
    const { app, browser } = await kariWith(decided());
    const parameters = { m: 'gulen', caseId: casePath.split('/').at(-1) ?? '', letterId: 'decision-1' };
    const { wrong, statuses } = await walk(app, browser, parameters);
    expect(wrong).toEqual([]);
    expect([...statuses].toSorted()).toEqual(expect.arrayContaining([200, 303, 403, 404]));
  });

  it('are on every answer of the task pages', async () => {
    const { office, path, browser } = await openTask('assessment');
    const [, , taskId = '', secret = ''] = path.split('/');
    const { wrong, statuses } = await walk(office.app, browser, { taskId, secret });
    expect(wrong).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 403, 404]));
  });

  it('are on every answer of the operations pages', async () => {
    const room = await openControlRoom();
    const browser = await room.visitor(operator);
    const { wrong, statuses } = await walk(room.app, browser, { machine: 'application', name: own, caseId: own });
    expect(wrong).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 403, 404]));
  });

  it('are on what fails, and on methods nobody offers', async () => {
    const { app, reported, signedIn, store } = publicApp();
    const browser = await signedIn(kari);
    store.listByPerson = async () => {
      throw new Error('the table is away');
    };
    const seen = await browser.get('/gulen/cases');
    expect([seen.status, wrongWith(seen, '')]).toEqual([500, []]);
    expect(reported).toHaveLength(1);
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await app.request('/gulen', { method }, { requestContext: { timeEpoch: 0 } });
      expect([status, wrongWith({ status, headers, text: '', location: undefined }, '')]).toEqual([400, []]);
    }
  });
});
