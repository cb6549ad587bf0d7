import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { leanFont } from '../../../infra/constructs/bundling/lean-font.ts';

const file = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@fontsource/inter/files/inter-${name}`));

test('a font for pages is WOFF2, as long as it says, and much lighter than the one it comes from', () => {
  const font = leanFont(file('latin-400-normal.woff'));
  expect(font.toString('latin1', 0, 4)).toBe('wOF2');
  expect(font.readUInt32BE(8)).toBe(font.length);
  expect(font.length).toBeLessThan(0.8 * file('latin-400-normal.woff2').length);
  expect(font.toString('latin1', 48, 200)).toContain('GPOS');
  expect(font.toString('latin1', 48, 200)).not.toContain('GSUB');
});

test('what is no font is refused when the app is built', () => {
  expect(() => leanFont(Buffer.from('not a font'))).toThrow('not a WOFF file');
});
