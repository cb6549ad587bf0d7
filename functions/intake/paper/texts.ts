import type { Language } from '../../core/language.ts';
import type { PaperTexts } from './paper-texts.ts';
import { nb } from './texts.nb.ts';
import { nn } from './texts.nn.ts';

/** The words of the pages where staff enter a paper form. */
export const paperTexts: Readonly<Record<Language, PaperTexts>> = { nb, nn };
