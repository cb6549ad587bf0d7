import type { Language } from '../../core/language.ts';
import { nb } from './texts.nb.ts';
import { nn } from './texts.nn.ts';

/** Every word of the case and letter pages; a key that one language lacks is a type error. */
export type CaseTexts = typeof nb;

export const caseTexts: Readonly<Record<Language, CaseTexts>> = { nb, nn };
