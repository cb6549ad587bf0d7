import { expect, test } from 'vitest';
import { longestText } from '../../functions/core/answers.ts';
import { checkPage, textsIn } from '../../functions/letters/checks.ts';
import { htmlOf, viewOf } from '../../functions/letters/letter-html.ts';
import { helpers } from '../../functions/platform/template-helpers.ts';
import { letterCases } from './letter-cases.ts';

const markup = '<script>alert(1)</script><img src=x onerror=alert(1)></div></style>{{caseNumber}} & "\' null undefined';

/** Every letter, with `text` wherever somebody types. */
function pagesWith(text: string) {
  return letterCases('4635', 'nn').map(({ name, kind, input }) => {
    const said = JSON.stringify(text).slice(1, -1);
    const file = JSON.parse(JSON.stringify(input.file).replaceAll('Fysioterapi kl. 10', said));
    const view = viewOf(kind, { ...input, file });
    return { name, view, html: htmlOf(kind, view), typed: textsIn(file) };
  });
}

test('markup, placeholders and odd words that people type are shown as typed and harm nothing', () => {
  for (const { name, view, html, typed } of pagesWith(markup)) {
    expect(html, name).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(checkPage(view, html, typed), name).toEqual([]);
  }
});

test('names are escaped too, in the text and in the document title', () => {
  const [receipt] = letterCases('4635', 'nn');
  if (!receipt) throw new Error('no letters');
  const { file } = receipt.input;
  const person = { ...file.case.person, name: '<b>Kari</b> & "Co"' };
  const html = htmlOf(
    'receipt',
    viewOf('receipt', { ...receipt.input, file: { ...file, case: { ...file.case, person } } }),
  );
  expect(html).toContain('&lt;b&gt;Kari&lt;/b&gt; &amp; &quot;Co&quot;');
});

test.each(['Kari "{{needs}}" & Co', 'null', 'NaN undefined'])('a person named %s gets her letter', (name) => {
  const [receipt] = letterCases('4635', 'nn');
  if (!receipt) throw new Error('no letters');
  const { file } = receipt.input;
  const named = { ...file, case: { ...file.case, person: { ...file.case.person, name } } };
  const view = viewOf('receipt', { ...receipt.input, file: named });
  const html = htmlOf('receipt', view);
  expect(html).toContain(name.split(/["&]/)[1] ?? name);
  expect(checkPage(view, html, textsIn(named))).toEqual([]);
  // A template's own faults are still seen.
  expect(checkPage(view, html.replace('</main>', '{{heading}}</main>'), textsIn(named))).toEqual(['placeholder-left']);
  const other = textsIn(file);
  expect(checkPage(view, html.replace('</main>', '[object Object]</main>'), other)).toContain('undefined-or-null');
});

test('the longest text a person may type is in the letter whole', () => {
  // It takes the place of a few words within a text.
  const length = longestText - 100;
  const text = 'Lang tekst utan slutt. '.repeat(longestText / 20).slice(0, length);
  for (const { name, html } of pagesWith(text)) {
    if (html.includes('class="typed"')) expect(html.length, name).toBeGreaterThan(length);
  }
});

test('paragraphs keeps line breaks, and starts anew at an empty line', () => {
  expect(String(helpers.paragraphs?.('Ei\r\nto\n\n \ntre <i>\n'))).toBe(
    '<div class="typed"><p>Ei<br>to</p><p>tre &lt;i&gt;</p></div>',
  );
});

test('a date without a language is an error, not a blank', () => {
  expect(() => helpers.date?.('2026-12-02', { data: { root: {} } })).toThrow(TypeError);
  expect(() => helpers.date?.(undefined, { data: { root: { language: 'nn' } } })).toThrow(TypeError);
  expect(helpers.dateWithWeekday?.('2026-12-05', 'nn', {})).toBe('laurdag 5. desember 2026');
});
