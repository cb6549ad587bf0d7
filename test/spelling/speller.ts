import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Language, languages } from '../../functions/core/language.ts';
import { onDemand } from '../support/on-demand.ts';
import { type OwnText, wordsOf } from './own-text.ts';

/** Knows the words of one language. */
export interface Speller {
  correct(word: string): boolean;
}

/**
 * Hunspell's dictionaries of bokmål and nynorsk, which are GPL: they judge our texts in the user's cache and are no part of
 * what we give away. Undefined when npm cannot install them.
 */
export async function openSpellers(): Promise<Readonly<Record<Language, Speller>> | undefined> {
  const nspell = await onDemand('nspell', '2.1.5');
  const folders = [await onDemand('dictionary-nb', '3.0.0'), await onDemand('dictionary-nn', '2.2.0')];
  const [nb, nn] = folders;
  if (!nspell || !nb || !nn) return undefined;
  const { default: open } = await import(pathToFileURL(nspell).href);
  const opened = (entry: string): Speller => {
    const read = (name: string) => readFileSync(join(dirname(entry), name));
    return open(read('index.aff'), read('index.dic'));
  };
  return { nb: opened(nb), nn: opened(nn) };
}

/** A word no dictionary and no list of ours has, and one place it stands. */
export interface Misspelt {
  readonly language: Language;
  readonly word: string;
  readonly file: string;
}

/** Words of our own: `both  skjemaet  why`. */
export function ownWords(list: string): ReadonlyMap<Language, ReadonlySet<string>> {
  const lines = list.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const words = lines.map((line) => line.split(/\s+/));
  return new Map(
    languages.map((language) => [
      language,
      new Set(words.flatMap(([of, word]) => (word && (of === 'both' || of === language) ? [word.toLowerCase()] : []))),
    ]),
  );
}

/** Every word of the texts that is in no dictionary, each once. */
export function misspelt(
  texts: readonly OwnText[],
  spellers: Readonly<Record<Language, Speller>>,
  own: ReturnType<typeof ownWords>,
): readonly Misspelt[] {
  const found = new Map<string, Misspelt>();
  for (const { language, text, file } of texts) {
    for (const word of wordsOf(text)) {
      const key = `${language} ${word.toLowerCase()}`;
      if (found.has(key) || own.get(language)?.has(word.toLowerCase())) continue;
      if (!isWord(word, spellers[language])) found.set(key, { language, word, file });
    }
  }
  return [...found.values()];
}

function isWord(word: string, speller: Speller): boolean {
  return word.split(/[-’]/).every((part) => part.length < 2 || known(part, speller) || isCompound(part, speller));
}

function known(word: string, speller: Speller): boolean {
  return speller.correct(word) || speller.correct(word.toLowerCase());
}

/** Norwegian joins words freely, with an s between at times: two known ones of three letters or more. */
function isCompound(word: string, speller: Speller): boolean {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const first = word.slice(0, at);
    const joined = first.endsWith('s') && known(first.slice(0, -1), speller);
    if ((joined || known(first, speller)) && known(word.slice(at), speller)) return true;
  }
  return false;
}
