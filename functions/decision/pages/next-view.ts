import { osloDate } from '../../core/calendar.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import { promisedOn } from '../../core/subject.ts';
import { nextNb } from './next-texts.nb.ts';
import { nextNn } from './next-texts.nn.ts';

/** What happens next, for one who waits: who does what, when, and whether there is anything to do oneself. */
export function nextView(file: CaseFile, language: Language): { readonly title: string; readonly text: string } {
  const words = { nb: nextNb, nn: nextNn }[language];
  return { title: words.title, text: textOf(file, words, language) };
}

function textOf(file: CaseFile, words: typeof nextNb, language: Language): string {
  const { state, withdrawnAt } = file.case;
  const dated = (text: string, date: Parameters<typeof formatDate>[0]) =>
    text.replace('{date}', formatDate(date, language));
  if (state === 'closed' && withdrawnAt) return dated(words.withdrawn, osloDate(withdrawnAt));
  const appeal = file.appeals.toSorted((one, other) => one.number - other.number).at(-1);
  if (state !== 'appealed' || !appeal) return words.steps[state];
  if (appeal.state === 'forwarded') return words.forwarded;
  return `${words.steps.appealed} ${dated(words.appealAnswer, promisedOn(file, `appeal-${appeal.number}`))}`;
}
