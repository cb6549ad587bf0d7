import type { Language } from '../../core/language.ts';
import { nb } from './texts.nb.ts';
import { nn } from './texts.nn.ts';

/** Every word of the pages on consents and contact; a key that one language lacks is a type error. */
export type ConsentTexts = typeof nb;

export const consentTexts: Readonly<Record<Language, ConsentTexts>> = { nb, nn };
