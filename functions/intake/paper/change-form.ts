import { longestText } from '../../core/answers.ts';
import { compareDates, osloDate } from '../../core/calendar.ts';
import type { Right } from '../../core/decision.ts';
import { isRight } from '../../core/existing-right.ts';
import { type AppEnvironment, parseNationalId } from '../../core/national-id.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { FormFields } from '../../platform/http/index.ts';
import { validDate } from '../../tasks/pages/parse-answer.ts';

/** The fields of the page where staff begin to end or change a right somebody has, in the order of the page. */
export const changeFields = ['caseNumber', 'nationalId', 'right', 'kind', 'from', 'why', 'said'] as const;
export type ChangeField = (typeof changeFields)[number];

/** What is wrong with a field; `unknown` and `under-way` are told of the case number, once everything else is in order. */
export type ChangeProblem = 'missing' | 'invalid' | 'past' | 'too-long' | 'unknown' | 'under-way';
export type ChangeErrors = Partial<Record<ChangeField, ChangeProblem>>;

/** What a caseworker asks to have considered. */
export interface ChangeRequest {
  readonly caseNumber: string;
  readonly nationalId: string;
  readonly right: Right;
  readonly kind: 'end' | 'change';
  readonly from: CalendarDate;
  readonly why: string;
  readonly said: string;
}

/** Reads what staff typed, or what is wrong with it; a right ends from today at the earliest (fvl § 42). */
export function readChange(
  form: FormFields,
  { environment, now }: { readonly environment: AppEnvironment; readonly now: Instant },
): Result<ChangeRequest, ChangeErrors> {
  const typed = (name: ChangeField) => (form[name] ?? '').trim();
  const number = parseNationalId(typed('nationalId'), environment);
  const from = validDate(typed('from'));
  const right = typed('right');
  const kind = typed('kind');
  const problems: Record<ChangeField, ChangeProblem | undefined> = {
    caseNumber: typed('caseNumber') === '' ? 'missing' : undefined,
    nationalId: number.ok ? undefined : missingOr(typed('nationalId'), 'invalid'),
    right: isRight(right) ? undefined : 'missing',
    kind: kind === 'end' || kind === 'change' ? undefined : 'missing',
    from: from ? pastProblem(from, now) : missingOr(typed('from'), 'invalid'),
    why: typed('why') === '' ? 'missing' : lengthProblem(typed('why')),
    said: lengthProblem(typed('said')),
  };
  const wrong = changeFields.flatMap((name) => (problems[name] ? [[name, problems[name]] as const] : []));
  if (wrong.length > 0 || !number.ok || !from || !isRight(right)) return err(Object.fromEntries(wrong));
  return ok({
    caseNumber: typed('caseNumber').toUpperCase(),
    nationalId: number.value.value,
    right,
    kind: kind === 'end' ? 'end' : 'change',
    from,
    why: typed('why'),
    said: typed('said'),
  });
}

function missingOr(text: string, otherwise: ChangeProblem): ChangeProblem {
  return text === '' ? 'missing' : otherwise;
}

function pastProblem(from: CalendarDate, now: Instant): ChangeProblem | undefined {
  return compareDates(from, osloDate(now)) < 0 ? 'past' : undefined;
}

function lengthProblem(text: string): ChangeProblem | undefined {
  return text.length > longestText ? 'too-long' : undefined;
}
