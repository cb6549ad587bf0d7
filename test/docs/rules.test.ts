import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const page = fileURLToPath(new URL('../../infra/rules.md', import.meta.url));
const markdown = readFileSync(page, 'utf8');
/** `| rule | paragraph | code | tests |` of every table of rules. */
const rules = markdown
  .split('\n')
  .map((line) => line.split('|').slice(1, -1))
  .filter((cells) => cells.length === 4 && !/^(-+| Rule )$/.test(cells[0] ?? ''));
const links = (cell = '') =>
  [...cell.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text = '', to = '']) => ({ text, to }));
const source = (to: string) => readFileSync(join(dirname(page), to), 'utf8');

test('every rule has a paragraph, a place in the code and a test', () => {
  expect(rules.length).toBeGreaterThan(35);
  const lacking = rules.filter(([, paragraph = '', code, tests]) => {
    return paragraph.trim() === '' || links(code).length === 0 || links(tests).length === 0;
  });
  expect(lacking).toEqual([]);
});

test('every test that is named is in the file it is said to be in', () => {
  const named = rules.flatMap(([, , , tests]) => links(tests));
  const missing = named.filter(({ text, to }) => {
    const file = join(dirname(page), to);
    return !/^“.+”$/.test(text) || !existsSync(file) || !source(to).includes(text.slice(1, -1));
  });
  expect(missing).toEqual([]);
});

test('every function that is named is in the file it is said to be in', () => {
  const named = rules.flatMap(([, , code]) => links(code)).filter(({ to }) => to.includes('/core/'));
  const missing = named.filter(({ text, to }) => {
    return (
      !text.endsWith('.ts') && text.split(', ').some((name) => !new RegExp(`export .*\\b${name}\\b`).test(source(to)))
    );
  });
  expect(missing).toEqual([]);
});
