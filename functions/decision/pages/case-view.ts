import { canWithdrawAppeal, openAppeal } from '../../core/appeal-state.ts';
import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { osloDate } from '../../core/calendar.ts';
import { type Appeal, rights } from '../../core/case.ts';
import { canWithdraw, isAnswered } from '../../core/case-state.ts';
import { formatDate, formatInstant } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { type CaseEvent, type CaseFile, letterId } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { OpenedCase } from '../../identity/index.ts';
import { letterTitle } from '../../letters/letter-text.ts';
import { type FormState, radioChoices } from '../../platform/http/index.ts';
import { visibleLetters } from './letters.ts';
import { type CaseTexts, caseTexts } from './texts.ts';

/** What the case page shows besides the case: its language, when, a form sent with errors, and what was just done. */
export interface CaseMoment {
  readonly language: Language;
  readonly now: Instant;
  readonly withdrawState: FormState;
  /** Makes the token of a form that posts to a path. */
  readonly csrfToken: (path: string) => string;
  readonly done: string;
}

/** Events shown in the log at most; the newest. */
const longestLog = 200;

/** View of templates/pages/case.hbs. */
export function caseView(opened: OpenedCase, moment: CaseMoment) {
  const { file, municipality } = opened;
  const { language } = moment;
  const t = caseTexts[language];
  const base = `/${municipality.slug}/cases/${file.case.caseId}`;
  const done: Readonly<Record<string, string>> = t.done;
  return {
    t,
    done: done[moment.done] ?? '',
    ...statusOf(file, t, language),
    letters: visibleLetters(file).map((letter) => ({
      href: `${base}/letters/${letterId(letter)}`,
      title: letterTitle(letter.kind, language),
      sent: dated(letter.paperAt ? t.letters.onPaper : t.letters.sent, letter.paperAt ?? letter.dispatchedAt, language),
      opened: letter.openedAt ? dated(t.letters.opened, letter.openedAt, language) : t.letters.unread,
    })),
    appealText: appealText(opened, moment),
    appealPath: openAppeal(file) ? '' : `${base}/appeal`,
    appeals: file.appeals.map((appeal) => appealView(appeal, { t, language, base, csrfToken: moment.csrfToken })),
    withdraw: canWithdraw(file.case.state) ? withdrawView(t, `${base}/withdraw`, moment) : undefined,
    log: logView(file.events, opened, language),
  };
}

function statusOf(file: CaseFile, t: CaseTexts, language: Language) {
  const { state, expectedOn, dueOn, receivedOn, caseNumber, wishes, coordinator } = file.case;
  const promise = expectedOn === dueOn ? t.promised : t.promisedLater;
  const about = rights.filter((right) => wishes[right]).map((right) => t.rights[right]);
  return {
    state: t.states[state],
    promise:
      isAnswered(state) || state === 'decided' ? '' : promise.replace('{date}', formatDate(expectedOn, language)),
    reference: caseNumber || t.referenceLater,
    received: formatDate(receivedOn, language),
    about: about.join(', '),
    coordinator: coordinator && { ...coordinator },
  };
}

function appealText({ file, municipality }: OpenedCase, { language, now }: CaseMoment): string {
  const { appeals } = caseTexts[language];
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  if (deadline === undefined) return appeals.any;
  const text = osloDate(now) <= deadline.lastDay ? appeals.deadline : appeals.late;
  return text.replace('{date}', formatDate(deadline.lastDay, language));
}

function appealView(
  appeal: Appeal,
  page: { t: CaseTexts; language: Language; base: string; csrfToken: (path: string) => string },
) {
  const { appeals } = page.t;
  const path = `${page.base}/appeal/withdraw`;
  return {
    heading: appeals.received
      .replace('{n}', String(appeal.number))
      .replace('{date}', formatDate(appeal.receivedOn, page.language)),
    state: appeals.states[appeal.state],
    forwardedNote: appeal.state === 'forwarded' ? appeals.forwardedNote : '',
    withdraw: canWithdrawAppeal(appeal) && {
      path,
      csrf: page.csrfToken(path),
      number: String(appeal.number),
      button: appeals.withdraw,
      choice: radioChoices(
        { values: {}, errors: {} },
        {
          name: 'choice',
          id: `field-appeal-${appeal.number}`,
          label: appeals.withdrawLabel,
          options: [{ value: 'withdraw', label: appeals.withdrawChoice }],
        },
      ),
    },
  };
}

function withdrawView({ withdraw }: CaseTexts, path: string, { withdrawState, csrfToken }: CaseMoment) {
  return {
    path,
    csrf: csrfToken(path),
    choice: radioChoices(withdrawState, {
      name: 'choice',
      label: withdraw.label,
      options: [{ value: 'withdraw', label: withdraw.choice }],
    }),
  };
}

function logView(events: readonly CaseEvent[], opened: OpenedCase, language: Language) {
  const { log } = caseTexts[language];
  const words: Readonly<Record<string, string>> = log.events;
  const who = ({ actor }: CaseEvent) => {
    if (actor.kind === 'system') return log.system;
    return actor.id === opened.actor.id ? log.you : (actor.name ?? actor.id);
  };
  return events
    .slice(-longestLog)
    .toReversed()
    .map((event) => ({
      when: formatInstant(event.at, language),
      who: who(event),
      what: words[event.type] ?? log.other,
    }));
}

function dated(text: string, at: Instant | undefined, language: Language): string {
  return at === undefined ? '' : text.replace('{date}', formatDate(osloDate(at), language));
}
