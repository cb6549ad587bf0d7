import { longestText } from '../../core/answers.ts';
import { type AppealTarget, appealTargets } from '../../core/appeal.ts';
import { compareDates, osloDate } from '../../core/calendar.ts';
import { type AppEnvironment, parseNationalId } from '../../core/national-id.ts';
import type { Result } from '../../core/result.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { FormFields } from '../../platform/http/index.ts';
import { validDate } from '../../tasks/pages/parse-answer.ts';
import type { PaperAppealTexts } from './paper-texts.ts';

/** Who may have appealed on paper; whether they may is for the review (fvl § 12; pbrl § 7-2). */
export const paperAppellants = ['person', 'parent', 'guardian', 'attorney'] as const;

/** An appeal on paper as staff typed it. */
export interface PaperAppeal {
  readonly caseNumber: string;
  readonly nationalId: string;
  readonly by: (typeof paperAppellants)[number];
  readonly about: AppealTarget;
  readonly receivedOn: CalendarDate;
  /** The day it was handed to the post: what makes it in time (fvl § 30). */
  readonly postmarkedOn?: CalendarDate;
  readonly text: string;
  readonly wantedChange: string;
  readonly lateReason: string;
  readonly deferralWanted: boolean;
}

export type PaperAppealProblem = keyof PaperAppealTexts['problems'];
export type PaperAppealErrors = Readonly<Record<string, PaperAppealProblem>>;

/** What was typed as an appeal, or what has to be mended, by field. */
export function readPaperAppeal(
  values: FormFields,
  { now, environment, scanned }: { now: Instant; environment: AppEnvironment; scanned: boolean },
): Result<PaperAppeal, PaperAppealErrors> {
  const typed = (name: string) => (values[name] ?? '').trim();
  const national = parseNationalId(typed('nationalId').replaceAll(' ', ''), environment);
  const by = paperAppellants.find((each) => each === values.by);
  const about = appealTargets.find((each) => each === values.about);
  const received = validDate(typed('receivedOn'));
  const posted = validDate(typed('postmarkedOn'));
  const errors = {
    ...(typed('caseNumber') === '' && { caseNumber: 'caseNumber' }),
    ...(!national.ok && { nationalId: 'nationalId' }),
    ...(!by && { by: 'by' }),
    ...(!about && { about: 'about' }),
    ...(typed('postmarkedOn') !== '' && !posted && { postmarkedOn: 'date' }),
    ...dateProblems({ received, posted, today: osloDate(now) }),
    ...textProblems(typed, scanned),
  } satisfies Record<string, PaperAppealProblem>;
  if (Object.keys(errors).length > 0 || !national.ok || !by || !about || !received) return { ok: false, error: errors };
  return {
    ok: true,
    value: {
      ...{ caseNumber: typed('caseNumber'), nationalId: national.value.value, by, about, receivedOn: received },
      ...(posted && { postmarkedOn: posted }),
      ...{ text: typed('text'), wantedChange: typed('wantedChange'), lateReason: typed('lateReason') },
      deferralWanted: values.deferral === 'yes',
    },
  };
}

function dateProblems(dates: {
  received: CalendarDate | undefined;
  posted: CalendarDate | undefined;
  today: CalendarDate;
}) {
  const { received, posted, today } = dates;
  return {
    ...(!received && { receivedOn: 'date' as const }),
    ...(received && compareDates(received, today) > 0 && { receivedOn: 'future' as const }),
    ...(received && posted && compareDates(posted, received) > 0 && { postmarkedOn: 'order' as const }),
  };
}

function textProblems(typed: (name: string) => string, scanned: boolean) {
  const tooLong = ['text', 'wantedChange', 'lateReason'].filter((name) => typed(name).length > longestText);
  return {
    ...(typed('text') === '' && !scanned && { text: 'text' as const }),
    ...Object.fromEntries(tooLong.map((name) => [name, 'tooLong' as const])),
  };
}
