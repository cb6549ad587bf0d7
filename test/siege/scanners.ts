import { launchChromium } from '../../functions/letters/pdf/chromium.ts';
import { browserFolder } from '../../infra/constructs/bundling/browser/browser-folder.ts';
import { changedBetween, type Ground } from './ground.ts';

/** What the scanners did, and what came of it. */
export interface ScanReport {
  readonly links: number;
  readonly requests: number;
  readonly pagesInBrowser: number;
  readonly clicks: number;
  /** Answers of 500 and above, by address. */
  readonly faults: readonly string[];
  /** What does not stand as before: parts of cases, mail, the number of cases. */
  readonly changed: readonly string[];
}

/** The mail providers' own programs follow links with names like these. */
const agents = ['', 'Mozilla/5.0 (compatible; link scanner)', 'Barracuda Sentinel (EE)', 'curl/8.5.0'] as const;
const mostRedirects = 10;

/**
 * Opens every mailed link as mail scanners do: `replays` times each by HEAD and GET, redirects followed and cookies
 * kept, and once each in a headless browser that runs scripts, waits and clicks every link (lessons.md, links in e-mail).
 */
export async function scanLinks(ground: Ground, replays: number, progress = (_: string) => {}): Promise<ScanReport> {
  const before = await ground.standing();
  const links = await ground.links();
  const faults: string[] = [];
  let requests = 0;
  for (let replay = 0; replay < replays; replay += 1) {
    const counts = await Promise.all(links.map((link) => scanOnce(link, agents[replay % agents.length] ?? '', faults)));
    requests += counts.reduce((sum, count) => sum + count, 0);
    if ((replay + 1) % 10 === 0) progress(`scanned ${links.length} links ${replay + 1} times`);
  }
  const { pages, clicks } = await browse(links, faults);
  await ground.runtime.idle();
  const changed = changedBetween(before, await ground.standing());
  return { links: links.length, requests, pagesInBrowser: pages, clicks, faults, changed };
}

async function scanOnce(link: string, agent: string, faults: string[]): Promise<number> {
  let requests = 0;
  for (const method of ['HEAD', 'GET']) {
    const cookies = new Map<string, string>();
    let at = new URL(link);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { 'user-agent': agent, cookie };
      const answer = await fetch(at, { method, headers, redirect: 'manual' });
      await answer.arrayBuffer();
      requests += 1;
      if (answer.status >= 500) faults.push(`${method} ${at.pathname}: ${answer.status}`);
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location) break;
      at = new URL(location, at);
    }
  }
  return requests;
}

/** A page may bring its links to life by script, or after a while; a scanner clicks whatever is a link. */
async function browse(links: readonly string[], faults: string[]): Promise<{ pages: number; clicks: number }> {
  const chromium = await launchChromium(await browserFolder(), 'localhost');
  let clicks = 0;
  try {
    const page = await chromium.newPage();
    page.on('response', (response) => {
      if (response.status() >= 500) faults.push(`browser ${new URL(response.url()).pathname}: ${response.status()}`);
    });
    for (const address of links) {
      await page.goto(address, { waitUntil: 'networkidle0' });
      const found = await page.$$eval('a[href]', (anchors) =>
        anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
      );
      for (const [index] of found.entries()) {
        await page.goto(address, { waitUntil: 'load' });
        const anchors = await page.$$('a[href]');
        const anchor = anchors[index];
        if (!anchor) continue;
        await Promise.all([
          page.waitForNavigation({ timeout: 300 }).catch(() => undefined),
          anchor.evaluate((element) => (element as unknown as { click(): void }).click()),
        ]);
        clicks += 1;
      }
    }
  } finally {
    await chromium.close();
  }
  return { pages: links.length, clicks };
}
