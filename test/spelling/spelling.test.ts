import { expect, test } from 'vitest';
import { languages } from '../../functions/core/language.ts';
import { foreignWords } from '../letters/language.ts';
import { ownTexts, wordsOf } from './own-text.ts';
import { misspelt, ownWords } from './speller.ts';

const texts = ownTexts(new URL('../..', import.meta.url).pathname);

/**
 * A name stands in both languages as it is; «nå» is a verb in nynorsk as well, and a word may take a hyphen and an
 * ending.
 */
const common = /Tenestekontoret|kan (?:vi )?nå|-en\b/g;

/** Nynorsk too (Nynorskordboka): the letters keep to one of two forms, the pages need not. */
const alsoNynorsk = new Set(['lenger', 'verken', 'derfor', 'måten', 'nødvendig', 'nødvendige']);

test('no letter, form, mail or page has a word of the other written form', () => {
  const found = texts.flatMap(({ file, language, text }) =>
    foreignWords(wordsOf(text.replaceAll(common, ' ')).join(' '), language)
      .filter((word) => language === 'nb' || !alsoNynorsk.has(word))
      .map((word) => `${language} ${word} ${file}`),
  );
  expect(found).toEqual([]);
});

test('the texts judged are those of every kind, in both languages', () => {
  for (const language of languages) {
    const files = texts.filter((each) => each.language === language).map(({ file }) => file);
    for (const kind of [
      'letters/decision',
      'forms/appeal',
      'mail/',
      'pages/task-',
      'partials/letter-',
      'letter-text.ts',
      'intake/pages',
      'municipalities/gulen',
    ])
      expect(
        files.some((file) => file.includes(kind)),
        `${kind} in ${language}`,
      ).toBe(true);
    const said = (file: string) => texts.filter((each) => each.language === language && each.file.endsWith(file));
    expect(said('letter-text.ts').map(({ text }) => text)).toContain(
      language === 'nb' ? 'Foreldre eller foresatte til' : 'Foreldre eller føresette til',
    );
  }
});

test('a bokmål word in a nynorsk text, and a misspelt one, are found', () => {
  expect(foreignWords('Vi fekk ikke søknaden.', 'nn')).toEqual(['ikke']);
  const speller = { correct: (word: string) => ['sak', 'handsamar', 'vedtak', 'brev'].includes(word) };
  const text = 'Sakshandsamar: vedtak, brevv, IP og ID-porten. Sjå https://a.example/brevvv og x@brev.no';
  const wrong = misspelt(
    [{ file: 'x', language: 'nn', text }],
    { nb: speller, nn: speller },
    ownWords('both ip why\nnn og why\nnb sjå why\nnn id why\nnn porten why\nnn id-porten why'),
  );
  expect(wrong.map(({ word }) => word)).toEqual(['brevv', 'Sjå']);
});
