import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blankForms } from '../../functions/core/blank-forms.ts';
import { languages } from '../../functions/core/language.ts';
import { formHtml } from '../../functions/letters/forms/form-html.ts';
import { formView } from '../../functions/letters/forms/form-view.ts';
import { softHyphenated } from '../../functions/letters/hyphenation.ts';
import { armsOf } from '../../functions/letters/letterhead.ts';
import { settleSoftHyphens } from '../../functions/letters/pdf/soft-hyphens.ts';
import { municipalities, mustFindMunicipality } from '../../functions/municipalities/index.ts';
import { letterCases } from './letter-cases.ts';
import { pageOf } from './words.ts';

const folder = new URL('../../templates/', import.meta.url);
const listed = readFileSync(new URL('letters/compounds.txt', folder), 'utf8').trim();
const municipality = mustFindMunicipality('4635');
const pages = languages.flatMap((language) => [
  ...letterCases(municipality.number, language).map(pageOf),
  ...blankForms.map((form) =>
    formHtml(form, formView(form, { municipality, language, publicUrl: 'https://plan.example.no' })),
  ),
]);

const templates = globSync(['letters/**/*.hbs', 'forms/**/*.hbs', 'partials/letter-*.hbs'], { cwd: folder })
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join(' ')
  .toLowerCase();

/** What the builders make people type, and a street. */
const typed = new Set(['testsykepleier', 'testsjukehuset', 'eivindvikvegen', 'ergoterapeuten', 'testkoordinator']);

/** The running text, without headings and links: what may be broken. */
const running = pages
  .map((page) => page.slice(page.indexOf('<main>')))
  .map((page) => page.replaceAll(/<(h[1-6]|a)\b[\s\S]*?<\/\1>|<[^>]*>/g, ' '))
  .join(' ');

test('every long word of our own is in the list of where words may be broken, and the list has no other', () => {
  const seams = new Set(listed.split('\n').map((line) => line.replaceAll('-', '').toLowerCase()));
  const words = new Set((running.match(/[\p{L}\u00AD]+/gu) ?? []).map((word) => word.toLowerCase()));
  const long = [...words].filter((word) => word.length >= 14 && !word.includes('\u00AD'));
  expect(long.filter((word) => !typed.has(word))).toEqual([]);
  expect([...seams].filter((word) => !templates.includes(word))).toEqual([]);
});

test('a word is broken where its parts meet, and never in a heading, a link or an address', () => {
  const soft = 'omsorgs\u00ADteneste\u00ADlova';
  expect(softHyphenated('<p>Omsorgstenestelova, omsorgstenestelova</p>')).toBe(`<p>O${soft.slice(1)}, ${soft}</p>`);
  for (const whole of [
    '<h2>Barnekoordinator</h2>',
    '<a href="https://omsorgstenestelova.no">omsorgstenestelova</a>',
    '<p>www.omsorgstenestelova.no, post@omsorgstenestelova.no, omsorgstenestelovane</p>',
  ])
    expect(softHyphenated(whole)).toBe(whole);
});

test('a soft hyphen within a line leaves no trace in the file, and one at its end is not read as a hyphen', () => {
  const blank = (move: string) => `/Span<</ActualText <feff00ad> >> BDC\n${move}<01cd> Tj\nEMC\n`;
  const end = 'ET\nBT\n/F4 16 Tf\n1 0 0 -1 128.8 248 Tm\n';
  expect(settleSoftHyphens(`<00d2> Tj\n${blank('15.6 0 Td ')}0 0 Td <00d5> Tj\nET\n`)).toBe(
    '<00d2> Tj\n15.6 0 Td\n0 0 Td <00d5> Tj\nET\n',
  );
  expect(settleSoftHyphens(`<00d2> Tj\n${blank('')}${end}<0158> Tj\nET\n`)).toBe(
    `<00d2> Tj\n${end}/Span<</ActualText <feff00ad> >> BDC\n<0158> Tj\nEMC\nET\n`,
  );
});

test.each(municipalities.map(({ slug }) => slug))('%s has arms that draw, load nothing and say nothing', (slug) => {
  const arms = armsOf(slug);
  expect(arms).toMatch(/^<svg class="arms" aria-hidden="true" viewBox="[\d .]+"[\s\S]*<\/svg>$/);
  expect(arms.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /<(script|style|text|image|use|foreignObject)|href|url\(|:\/\/|\son/i,
  );
  expect(armsOf('nowhere')).toBe('');
});
