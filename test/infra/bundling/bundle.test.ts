import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, bundleDirectory } from '../../../infra/constructs/bundling/bundle.ts';

const functions = fileURLToPath(new URL('fixtures/functions', import.meta.url));
const [plain, browser] = [
  { name: 'Plain', folder: 'plain', access: [] },
  { name: 'Browser', folder: 'browser', access: [], chromium: true },
];

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bundle-'));
  await bundle([plain, browser], { functions, out });
});
afterAll(() => rm(out, { recursive: true }));

test('each function is one module with all it needs, the AWS SDK included', async () => {
  const { handler } = await import(pathToFileURL(join(out, 'Plain/index.mjs')).href);
  await expect(handler()).rejects.toHaveProperty('name', 'NotFoundError');
});

test('the packs of Chromium lie beside the function that prints, and there only', async () => {
  const pack = join(bundleDirectory('Browser', { functions, out }), 'chromium', 'chromium.br');
  expect((await stat(pack)).size).toBeGreaterThan(10_000_000);
  expect(existsSync(join(out, 'Plain', 'chromium'))).toBe(false);
});

test('all missing entries are named at once', async () => {
  const missing = ['one', 'two'].map((folder) => ({ name: folder, folder, access: [] }));
  await expect(bundle([plain, ...missing], { functions, out })).rejects.toThrow(/one\/index\.ts\n.*two\/index\.ts/);
});
