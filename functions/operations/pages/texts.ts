import nb from '../../../templates/pages/operations-text.nb.json' with { type: 'json' };
import nn from '../../../templates/pages/operations-text.nn.json' with { type: 'json' };
import type { Language } from '../../core/language.ts';

// Typed by the bokmål file; the nynorsk one must have the same keys or this does not compile.
const texts: Readonly<Record<Language, typeof nb>> = { nb, nn };
export type OperationsText = typeof nb;

/** The words of the operations pages. */
export function operationsText(language: Language): OperationsText {
  return texts[language];
}

/** The word for a code, or the code itself: an error's name and a new state have no translation. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
