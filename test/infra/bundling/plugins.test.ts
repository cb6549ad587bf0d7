import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templatePlugin, templateVitePlugin } from '../../../infra/constructs/bundling/index.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const sources = { partials: `${fixtures}/partials`, helpers: `${fixtures}/helpers.ts` };
const view = { name: 'Ola & Kari', place: 'gulen', phone: '57 78 20 00' };
type Entry = typeof import('./fixtures/entry.ts');

let out: string;
let server: ViteDevServer;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bundling-'));
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [templateVitePlugin(sources)],
  });
});
afterAll(async () => {
  await server.close();
  await rm(out, { recursive: true });
});

async function bundle(file: string): Promise<string> {
  const outfile = join(out, `${file}.mjs`);
  await build({
    entryPoints: [join(fixtures, file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [templatePlugin(sources)],
  });
  return outfile;
}

const loaders: Readonly<Record<string, () => Promise<Entry>>> = {
  esbuild: async () => import(pathToFileURL(await bundle('entry.ts')).href),
  vite: async () => (await server.ssrLoadModule(join(fixtures, 'entry.ts'))) as Entry,
};

describe.each(Object.entries(loaders))('templates by %s', (_, load) => {
  test('have partials and helpers, and escape', async () => {
    const { page } = await load();
    expect(page(view)).toBe('<b>Ola &amp; Kari</b>\n GULEN 57 78 20 00');
  });

  test('of plain text do not escape', async () => {
    const { mail } = await load();
    expect(mail(view)).toBe('Sak: Ola & Kari');
  });

  test.each([
    ['is missing', { name: 'Ola', place: 'gulen' }],
    ['is undefined', { ...view, phone: undefined }],
    ['is null', { ...view, phone: null }],
  ])('throw when a printed value %s', async (_case, incomplete) => {
    const { page } = await load();
    expect(() => page(incomplete)).toThrow(/phone|undefined|null/);
  });

  test('stand beside files as text and as lean fonts', async () => {
    const { css, font } = await load();
    expect(css).toContain('@layer');
    expect(Buffer.from(font, 'base64').toString('latin1', 0, 4)).toBe('wOF2');
  });
});

test('an unknown helper fails the build', async () => {
  await expect(bundle('unknown-helper.hbs')).rejects.toThrow(/unknown helper whisper/);
});

test('an unknown partial fails the build', async () => {
  await expect(bundle('unknown-partial.hbs')).rejects.toThrow(/unknown partials: italic/);
});
