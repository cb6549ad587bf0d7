import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Seen } from '../../support/browser.ts';
import { openEyes } from './eyes.ts';
import { gallery } from './gallery/index.ts';

/** Pages as people see them: whole, in Chromium, judged by axe and in a narrow window. */
let eyes: Awaited<ReturnType<typeof openEyes>>;
beforeAll(async () => {
  eyes = await openEyes();
});
afterAll(() => eyes.close());

describe('every page and state has nothing axe finds, fits 320 pixels, and can be read with wider text', () => {
  it.each(Object.entries(gallery))('%s', { timeout: 60_000 }, async (_, room) => {
    const pages = await room();
    const found = [];
    for (const { name, seen, status } of pages) {
      if (seen.status !== status) found.push({ name, status: seen.status });
      for (const finding of await eyes.look(seen)) found.push({ name, finding });
    }
    // Colours come from one theme: the last page of each kind stands for its like.
    for (const finding of await eyes.lookInTheDark()) found.push({ name: pages.at(-1)?.name, finding });
    expect(found).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
  });
});

it('finds a fault when there is one', async () => {
  // Attributes of old, as no style sheet but our own has a say.
  const faults = `<font color="#aaaaaa">A line that is hard to read</font><table width="2000"><tr><td>wide</td></tr></table>
    <img src="https://example.org/x.png"><link rel="stylesheet" href="/other.css">`;
  const page = '<!doctype html><html lang="nb"><head><title>A page</title></head><body><main><h1>A page</h1>';
  const seen: Seen = {
    status: 200,
    headers: new Headers(),
    location: undefined,
    text: `${page}${faults}</main></body>`,
  };
  const findings = (await eyes.look(seen)).join('\n');
  for (const fault of [
    'axe image-alt',
    'axe color-contrast',
    'too wide: <table',
    'stray https://plan.example/other.css',
  ])
    expect(findings).toContain(fault);
});
