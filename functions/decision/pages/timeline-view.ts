import type { Appeal } from '../../core/appeal.ts';
import { isAppealOpen } from '../../core/appeal-state.ts';
import { osloDate } from '../../core/calendar.ts';
import type { AppealDeadline } from '../../core/deadlines.ts';
import { currentDecisionLetter } from '../../core/decision-letter.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import { type TimelineTexts, timelineTexts } from './timeline-texts.ts';

/** One line of the timeline: what, when in words, and whether it is behind, going on or to come. */
export interface TimelineStep {
  readonly what: string;
  readonly when: string;
  readonly phase: 'done' | 'now' | 'next';
  readonly phaseWord: string;
}

interface Drawing {
  readonly file: CaseFile;
  readonly t: TimelineTexts;
  readonly language: Language;
  readonly today: CalendarDate;
  readonly deadline: AppealDeadline | undefined;
}

interface Dated {
  readonly at: Instant;
  readonly what: string;
}

/** The way of a case from the day it was received: what happened in its order, then what goes on, then what comes. */
export function timelineView(
  file: CaseFile,
  moment: { readonly language: Language; readonly today: CalendarDate; readonly deadline: AppealDeadline | undefined },
): { readonly title: string; readonly steps: readonly TimelineStep[] } {
  const t = timelineTexts[moment.language];
  const drawing = { ...moment, file, t };
  const past = [...ofCase(drawing), ...ofDecisions(drawing), ...file.appeals.flatMap((each) => ofAppeal(each, drawing))]
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ at, what }) => step(drawing, 'done', what, formatDate(osloDate(at), moment.language)));
  return { title: t.title, steps: [...past, ...ahead(drawing)] };
}

function ofCase({ file, t, language }: Drawing): readonly Dated[] {
  const { receivedAt, origin, coordinator, withdrawnAt, closedAt } = file.case;
  const event = (type: string) => file.events.find((each) => each.type === type);
  const asked = file.events.find(({ type, detail }) => type === 'consent-determined' && detail?.need === 'needed');
  return [
    { at: receivedAt, what: origin === 'own-initiative' ? t.steps.begun : t.steps.received },
    ...dated(asked?.at, t.steps.asked),
    ...dated(event('consent-answered')?.at, t.steps.consent),
    ...dated(event('consent-unanswered')?.at, t.steps.unanswered),
    ...file.events
      .filter(({ type }) => type === 'information-asked')
      .map(({ at }) => ({ at, what: t.steps.informationAsked })),
    ...file.events
      .filter(({ type, detail }) => type === 'notice-omitted' && detail?.subject === 'application')
      .map(({ at }) => ({ at, what: t.steps.notDelayed })),
    ...file.notices
      .filter(({ subject }) => subject === 'application')
      .map(({ at, expectedOn, round }) => ({
        at,
        what: (round > 1 ? t.steps.delayedAgain : t.steps.delayed).replace('{date}', formatDate(expectedOn, language)),
      })),
    ...dated(coordinator?.appointedAt, t.steps.coordinator),
    ...dated(withdrawnAt, event('declined') ? t.steps.declined : t.steps.withdrawn),
    ...dated(file.case.state === 'closed' ? closedAt : undefined, t.steps.closed),
  ];
}

function ofDecisions({ file, t }: Drawing): readonly Dated[] {
  const assessed = file.decisions.length > 0 || file.case.state === 'in-approval' ? file.assessments.at(-1) : undefined;
  const letter = currentDecisionLetter(file);
  return [
    ...dated(assessed?.at, t.steps.assessed),
    ...file.decisions.map(({ decidedAt, afterAppeal, madeBy }) => {
      const ownWord = afterAppeal === undefined ? t.steps.decided : t.steps.changed;
      return { at: decidedAt, what: madeBy === 'county-governor' ? t.steps.countyDecided : ownWord };
    }),
    ...dated(letter?.dispatchedAt, t.steps.sent),
  ];
}

function ofAppeal(appeal: Appeal, { file, t }: Drawing): readonly Dated[] {
  const named = (text: string) => text.replace('{n}', String(appeal.number));
  const withdrawn = file.events.find(
    ({ type, detail }) => type === 'appeal-withdrawn' && detail?.appeal === appeal.number,
  );
  return [
    { at: appeal.receivedAt, what: named(t.steps.appealed) },
    ...dated(appeal.forwardedAt, named(t.steps.forwarded)),
    ...dated(appeal.county?.outcome === 'sent-back' ? appeal.county.at : undefined, named(t.steps.sentBack)),
    ...dated(withdrawn?.at, named(t.steps.appealWithdrawn)),
  ];
}

/** What goes on and what comes; nothing for a case that is withdrawn or closed, but for its open appeals. */
function ahead(drawing: Drawing): readonly TimelineStep[] {
  const { file, t } = drawing;
  const { state, expectedOn } = file.case;
  const { steps } = t;
  const answer = step(drawing, 'next', steps.decision, within(drawing, expectedOn));
  const assess = step(drawing, 'now', steps.assessment, '');
  const approve = step(drawing, 'next', steps.approval, '');
  const appeals = openAppeals(drawing);
  switch (state) {
    case 'received':
    case 'registered':
    case 'in-assessment':
      return [assess, approve, answer, ...appeals];
    case 'awaiting-consent':
      return [step(drawing, 'now', steps.consent, ''), { ...assess, ...phase(t, 'next') }, approve, answer, ...appeals];
    case 'in-approval':
      return [{ ...approve, ...phase(t, 'now') }, answer, ...appeals];
    case 'decided':
      return [step(drawing, 'now', steps.letter, ''), ...appeals];
    case 'notified':
      return [...appealDeadline(drawing), ...appeals];
    case 'appealed':
    case 'withdrawn':
    case 'closed':
      return appeals;
  }
}

function appealDeadline(drawing: Drawing): readonly TimelineStep[] {
  const { deadline, today, t, language } = drawing;
  if (deadline === undefined) return [];
  const over = today > deadline.lastDay;
  const when = (over ? t.lapsed : t.until).replace('{date}', formatDate(deadline.lastDay, language));
  return [step(drawing, over ? 'done' : 'next', t.steps.appeal, when)];
}

function openAppeals(drawing: Drawing): readonly TimelineStep[] {
  return drawing.file.appeals.filter(isAppealOpen).map((appeal) => {
    const when = appeal.state === 'forwarded' ? '' : within(drawing, appeal.expectedOn);
    return step(drawing, 'now', drawing.t.steps.appealAnswer.replace('{n}', String(appeal.number)), when);
  });
}

function step(
  { t }: Drawing,
  ...[which, what, when]: [phase: TimelineStep['phase'], what: string, when: string]
): TimelineStep {
  return { what, when, ...phase(t, which) };
}

function phase(t: TimelineTexts, which: TimelineStep['phase']): Pick<TimelineStep, 'phase' | 'phaseWord'> {
  return { phase: which, phaseWord: t[which] };
}

function within({ t, language }: Drawing, date: CalendarDate): string {
  return t.within.replace('{date}', formatDate(date, language));
}

function dated(at: Instant | undefined, what: string): readonly Dated[] {
  return at === undefined ? [] : [{ at, what }];
}
