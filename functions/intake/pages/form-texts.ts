import type { PageLanguage } from '../../core/language.ts';
import type { Role } from '../application/standing.ts';
import type { FormTexts, Said } from './form-text-types.ts';
import { en } from './form-texts.en.ts';
import { nb } from './form-texts.nb.ts';
import { nn } from './form-texts.nn.ts';

/** The words of the form in each language. */
export const formTexts: Readonly<Record<PageLanguage, FormTexts>> = { nb, nn, en };

/** The words for somebody in a role. Before a role is chosen: as to somebody who applies alone. */
export function say(said: Said, role: Role | undefined): string {
  if (typeof said === 'string') return said;
  if (role === undefined || role === 'self') return said.self;
  return role === 'parent' ? said.parent : said.other;
}
