import { appealTargetsOf, isBeyondAppeal } from '../../core/appeal-targets.ts';
import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { osloDate } from '../../core/calendar.ts';
import { canWithdraw } from '../../core/case-state.ts';
import { rights } from '../../core/decision.ts';
import { currentDecision } from '../../core/decision-letter.ts';
import type { LaterChange } from '../../core/existing-right.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { OpenedCase, Party } from '../../identity/index.ts';
import { caseStatus } from '../../platform/case-status.ts';
import { type FormState, radioChoices, textArea } from '../../platform/http/index.ts';
import { actionsView, offersAppeal } from './actions-view.ts';
import { appealView } from './appeal-view.ts';
import { letterLine } from './letter-line.ts';
import { visibleLetters } from './letters.ts';
import { nextView } from './next-view.ts';
import { type CaseTexts, caseTexts } from './texts.ts';
import { timelineView } from './timeline-view.ts';

/** What the case page shows besides the case: its language, when, a form sent with errors, and what was just done. */
export interface CaseMoment {
  readonly language: Language;
  readonly now: Instant;
  readonly withdrawState: FormState;
  /** Makes the token of a form that posts to a path. */
  readonly csrfToken: (path: string) => string;
  readonly done: string;
  /** What later decisions did to the rights granted here. */
  readonly changes: readonly LaterChange[];
}

/** View of templates/pages/case.hbs. */
export function caseView(opened: OpenedCase & { readonly access: Party }, moment: CaseMoment) {
  const { file, municipality, access } = opened;
  const { language } = moment;
  const today = osloDate(moment.now);
  const t = caseTexts[language];
  const base = `/${municipality.slug}/cases/${file.case.caseId}`;
  const done: Readonly<Record<string, string>> = t.done;
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  return {
    t,
    done: done[moment.done] ?? '',
    ...caseStatus(file.case, { language, today }),
    facts: factsOf(file, t, language),
    changes: [...ownChange(file, t, language), ...moment.changes.map((change) => changedText(change, t, language))],
    next: nextView(file, { language, today, access }),
    timeline: timelineView(file, { language, today, deadline }),
    letters: visibleLetters(file).map((letter) => letterLine(file, letter, { base, language })),
    appealText: offersAppeal(file, today) ? appealText(opened, moment) : '',
    appealPath: offersAppeal(file, today) ? `${base}/appeal` : '',
    appeals: file.appeals.map((appeal) => appealView(appeal, { t, language, base, csrfToken: moment.csrfToken })),
    actions: actionsView(opened, { t, today, base }),
    withdraw:
      canWithdraw(file.case.state) && !file.case.concerns
        ? withdrawView(file, t, `${base}/withdraw`, moment)
        : undefined,
  };
}

/** The words for ending a case before it is decided: an application is withdrawn, what others saw is stopped. */
export function withdrawTexts({ case: { origin } }: CaseFile, t: CaseTexts): CaseTexts['withdraw'] {
  if (origin === 'own-initiative') return { ...t.stopReport, explain: t.stopReport.explainOwn };
  return origin === 'application' ? t.withdraw : t.stopReport;
}

/** What the case itself is about, where it is about a right the person has, until it is decided. */
function ownChange({ case: { concerns }, decisions }: CaseFile, t: CaseTexts, language: Language): readonly string[] {
  if (!concerns || decisions.length > 0) return [];
  const { right, kind, from, caseNumber } = concerns;
  return [filled(t.rightChange[kind], { right, from, caseNumber }, t, language)];
}

function changedText({ outcome, deferred, ...rest }: LaterChange, t: CaseTexts, language: Language): string {
  return filled(t.rightChange[deferred ? (`${outcome}Deferred` as const) : outcome], rest, t, language);
}

function filled(
  text: string,
  { right, from, caseNumber }: Pick<LaterChange, 'right' | 'from' | 'caseNumber'>,
  t: CaseTexts,
  language: Language,
): string {
  const words = { right: t.rights[right], date: formatDate(from, language), case: caseNumber };
  return Object.entries(words).reduce((told, [name, word]) => told.replace(`{${name}}`, word), text);
}

function factsOf(file: CaseFile, t: CaseTexts, language: Language) {
  const { receivedOn, caseNumber, wishes, coordinator } = file.case;
  const about = rights.filter((right) => wishes[right]).map((right) => t.rights[right]);
  return {
    reference: caseNumber || t.referenceLater,
    received: formatDate(receivedOn, language),
    about: about.join(', '),
    coordinator: coordinator && { ...coordinator },
  };
}

function appealText({ file, municipality }: OpenedCase, { language, now }: CaseMoment): string {
  const { appeals } = caseTexts[language];
  const decision = currentDecision(file);
  if (file.case.withdrawnAt !== undefined) return appeals.service;
  if (decision === undefined) return appeals.before;
  if (decision.madeBy === 'county-governor') return appeals.afterCounty;
  if (isBeyondAppeal(file, osloDate(now))) return appeals.beyond;
  if (!appealTargetsOf(file, osloDate(now)).includes('decision')) return appeals.service;
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  if (deadline === undefined) return appeals.service;
  const text = osloDate(now) <= deadline.lastDay ? appeals.deadline : appeals.late;
  return text.replace('{date}', formatDate(deadline.lastDay, language));
}

function withdrawView(file: CaseFile, t: CaseTexts, path: string, { withdrawState, csrfToken }: CaseMoment) {
  const words = withdrawTexts(file, t);
  return {
    t: words,
    path,
    csrf: csrfToken(path),
    reason: textArea(withdrawState, { name: 'reason', label: words.reason, rows: 3 }),
    choice: radioChoices(withdrawState, {
      name: 'choice',
      label: words.label,
      options: [{ value: 'withdraw', label: words.choice }],
    }),
  };
}
