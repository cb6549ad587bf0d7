import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/core/language.ts';
import { letterKinds } from '../../functions/core/letter-record.ts';
import { checkPage, textsIn } from '../../functions/letters/checks.ts';
import { htmlOf, viewOf } from '../../functions/letters/letter-html.ts';
import { type Municipality, municipalities } from '../../functions/municipalities/index.ts';
import { foreignWords } from './language.ts';
import { letterCases } from './letter-cases.ts';
import { wordsOf } from './words.ts';

const everywhere = municipalities.flatMap(({ number, slug }) =>
  languages.map((language) => ({ number, slug, language })),
);

// domain.md § 2.1: not an enkeltvedtak, and fvl chapters IV and V are not cited as binding; § 8 nos. 7 and 15.
const outdated =
  /enkeltvedtak|samtykkekompetanse|fylkesmann|habiliteringsforskrift|forvaltningslov(en|a) §§? (1[6-9]|2[0-7])\b/gi;

test('the letters tried cover every kind', () => {
  const kinds = new Set(letterCases('4635', 'nn').map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([...letterKinds].sort());
});

describe.each(everywhere)('$slug in $language', ({ number, language }) => {
  test.each(letterCases(number, language).map((each) => [each.name, each] as const))('%s', (_, letter) => {
    const view = viewOf(letter.kind, letter.input);
    const html = htmlOf(letter.kind, view);
    expect(checkPage(view, html, textsIn(letter.input.file))).toEqual([]);
    expect(html).not.toMatch(/<(ul|ol|p|h\d)>\s*<\/\1>/);
    expect(html).toContain(`<html lang="${language}">`);
    const words = wordsOf(html);
    expect(words).toContain(view.heading);
    expect(words).toContain(view.caseNumber);
    expect(foreignWords(withoutAddress(words, letter.input.municipality), language)).toEqual([]);
    const { legalBasis } = letter.input.file.case;
    // Under sosialtjenesteloven it is an enkeltvedtak, and the whole of fvl is binding (sotjl § 41).
    const wrong = legalBasis === 'health' ? outdated : /samtykkekompetanse|fylkesmann|habiliteringsforskrift/gi;
    expect(words.match(wrong) ?? []).toEqual([]);
  });
});

/** The postal address is a name, not a text: it is the same in both languages. */
function withoutAddress(words: string, { postalAddress }: Municipality): string {
  return postalAddress.lines.reduce((text, line) => text.replaceAll(line, ''), words);
}
