import type { Language } from '../../core/language.ts';
import { nb } from './texts.nb.ts';
import { nn } from './texts.nn.ts';

/** Every word of the intake pages; a key that one language lacks is a type error. */
export type IntakeTexts = typeof nb;

export const intakeTexts: Readonly<Record<Language, IntakeTexts>> = { nb, nn };
