import { existsSync } from 'node:fs';
import { access, constants, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assetHash } from '../../../infra/constructs/asset-hash.ts';
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

test('Chromium lies beside the function that prints, ready to run, and there only', async () => {
  const program = join(bundleDirectory('Browser', { functions, out }), 'chromium', 'chromium');
  expect((await stat(program)).size).toBeGreaterThan(100_000_000);
  await expect(access(program, constants.X_OK)).resolves.toBeUndefined();
  expect(existsSync(join(out, 'Plain', 'chromium'))).toBe(false);
});

test('a function has another hash when its code or its browser is another', async () => {
  const directory = bundleDirectory('Browser', { functions, out });
  const before = assetHash(directory);
  expect(assetHash(directory)).toBe(before);
  // A hard link: what it is linked to stays as it is.
  const version = join(directory, 'chromium', 'version');
  await rm(version);
  await writeFile(version, 'another');
  const other = assetHash(directory);
  await writeFile(join(directory, 'index.mjs'), '');
  expect(new Set([before, other, assetHash(directory), assetHash(join(out, 'Plain'))]).size).toBe(4);
});

test('all missing entries are named at once', async () => {
  const missing = ['one', 'two'].map((folder) => ({ name: folder, folder, access: [] }));
  await expect(bundle([plain, ...missing], { functions, out })).rejects.toThrow(/one\/index\.ts\n.*two\/index\.ts/);
});
