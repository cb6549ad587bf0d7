import type { Appeal } from '../../core/appeal.ts';
import { concernsDecision, isAppealOpen } from '../../core/appeal-state.ts';
import { osloDate } from '../../core/calendar.ts';
import type { Case } from '../../core/case.ts';
import { consentGiver } from '../../core/consent.ts';
import { currentDecision } from '../../core/decision-letter.ts';
import { formatDate } from '../../core/format.ts';
import { openRequests } from '../../core/information-request.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { CalendarDate } from '../../core/time.ts';
import type { Party } from '../../identity/index.ts';
import { nextNb } from './next-texts.nb.ts';
import { nextNn } from './next-texts.nn.ts';

/** Who reads, in what language, and on what day. */
export interface Reading {
  readonly language: Language;
  readonly today: CalendarDate;
  readonly access: Party;
}

type Words = typeof nextNb;

/** What happens next, for one who waits: who does what, when, and whether there is anything to do oneself. */
export function nextView(
  file: CaseFile,
  reading: Reading,
): { readonly title: string; readonly paragraphs: readonly string[] } {
  const words = { nb: nextNb, nn: nextNn }[reading.language];
  const open = file.appeals.filter(isAppealOpen);
  const ofAppeals = open.flatMap((appeal) => ofAppeal(appeal, words, reading));
  const { state } = file.case;
  // A case that is over, or waits for its appeal alone, has nothing else to tell while an appeal is dealt with.
  const onlyAppeals = ofAppeals.length > 0 && (state === 'appealed' || state === 'closed');
  const ofCase = onlyAppeals ? [] : textsOf(file, words, reading);
  return { title: words.title, paragraphs: [...ofCase, ...ofAppeals] };
}

function textsOf(file: CaseFile, words: Words, reading: Reading): readonly string[] {
  const { state } = file.case;
  switch (state) {
    case 'received':
    case 'registered':
    case 'decided':
      return [words[state]];
    case 'awaiting-consent':
      return [words[consentAwaitedFrom(file.case, reading)]];
    case 'in-assessment':
      return [...askedText(file, words, reading.language), words.assessment];
    case 'in-approval':
      return [words.approval];
    case 'notified':
      return afterDecision(file, words);
    case 'appealed':
      return [words.appealInReply];
    case 'withdrawn':
      return [isDeclined(file) ? words.declined : words.withdrawn];
    case 'closed':
      return [closedText(file, words, reading.language), ...coordinatorText(file, words)];
  }
}

/** What the caseworker still lacks, by the day it helps to have it. */
function askedText(file: CaseFile, words: Words, language: Language): readonly string[] {
  const newest = openRequests(file).at(-1);
  return newest ? [dated(words.asked, newest.helpfulBy, language)] : [];
}

/** Whose answer is awaited, as the reader sees it: the person's from 16, else the parents' (pbrl §§ 4-3, 4-4). */
function consentAwaitedFrom(
  found: Pick<Case, 'person'>,
  { access, today }: Reading,
): 'consentYours' | 'consentParents' {
  const mayAnswer = access !== 'person' || consentGiver(found, today) === 'person';
  return mayAnswer ? 'consentYours' : 'consentParents';
}

function afterDecision(file: CaseFile, words: Words): readonly string[] {
  const first = currentDecision(file)?.madeBy === 'county-governor' ? words.county : words.notified;
  return [first, ...coordinatorText(file, words)];
}

function coordinatorText(file: CaseFile, words: Words): readonly string[] {
  // The coordinator there is belongs to the case the right was granted in.
  if (file.case.concerns) return [];
  if (file.case.coordinator) return [words.coordinatorThere];
  const outcomes = currentDecision(file)?.outcomes;
  const granted = outcomes?.coordinator === 'granted' || outcomes?.childCoordinator === 'granted';
  return granted ? [words.coordinatorComing] : [];
}

function closedText(file: CaseFile, words: Words, language: Language): string {
  const { withdrawnAt } = file.case;
  if (withdrawnAt === undefined) return words.closed;
  const text = isDeclined(file) ? words.closedDeclined : words.closedWithdrawn;
  return dated(text, osloDate(withdrawnAt), language);
}

/** True when the case ended because the person wanted neither plan nor coordinator. */
function isDeclined(file: CaseFile): boolean {
  return file.events.some(({ type }) => type === 'declined');
}

function ofAppeal(appeal: Appeal, words: Words, { language, today }: Reading): readonly string[] {
  if (appeal.state === 'forwarded') return [words.forwarded];
  const answer = today > appeal.expectedOn ? words.appealLate : words.appealAnswer;
  const own = concernsDecision(appeal) ? words.appealed : words.appealedOther;
  const now = appeal.county?.outcome === 'sent-back' ? words.sentBack : own;
  return [now, dated(answer, appeal.expectedOn, language)];
}

function dated(text: string, date: CalendarDate, language: Language): string {
  return text.replace('{date}', formatDate(date, language));
}
