import { ageOn, consentAge, hearingAge } from '../core/age.ts';
import type { AnswerOf } from '../core/answers.ts';
import { osloDate } from '../core/calendar.ts';
import type { Case, Staff } from '../core/case.ts';
import { consentGivers } from '../core/consent-givers.ts';
import { submitterActsAs } from '../core/representation.ts';
import type { CalendarDate, Instant } from '../core/time.ts';
import type { CaseChanges, TakenBack } from '../platform/case-store.ts';
import { isBlank } from '../tasks/pages/parse-answer.ts';
import type { FieldError, FormValues, TaskContext, TaskField } from '../tasks/pages/task-page.ts';

/** What a caseworker found in the case, as answered with the proposal. */
type Findings = NonNullable<Extract<AnswerOf<'assessment'>, { outcomes: unknown }>['findings']>;

/** The fields of the findings, by their names on the page. */
export const findingFieldNames = [
  'consentOverride',
  'capacityReason',
  'capacityShown',
  'parentsInformed',
  'parentsReason',
  'mandateStands',
] as const;

/** One has consented, and the other of two has not: a caseworker may go on with one, with a reason (domain.md § 4.2). */
export function lacksOneConsent(found: Case, on: CalendarDate): boolean {
  const { given, missing, declined, overridable } = consentGivers(found, on);
  return overridable && given.length > 0 && missing.length + declined.length > 0;
}

/** Which findings are asked about: what the case and the person's age leave open. */
export function findingFields({ file, now }: TaskContext): readonly TaskField[] {
  const on = osloDate(now);
  const child = ageOn(file.case.person.nationalId, on) < consentAge;
  return [
    ...(lacksOneConsent(file.case, on) ? ([{ control: 'area', name: 'consentOverride', rows: 4 }] as const) : []),
    ...(child
      ? ([
          { control: 'choice', name: 'parentsInformed', options: 'parents-informed' },
          { control: 'area', name: 'parentsReason', rows: 4 },
        ] as const)
      : ([
          { control: 'area', name: 'capacityReason', rows: 4 },
          { control: 'choice', name: 'capacityShown', options: 'capacity-shown' },
        ] as const)),
    ...(actsByMandate(file.case, on)
      ? ([{ control: 'choice', name: 'mandateStands', options: 'yes-no' }] as const)
      : []),
  ];
}

/** Does somebody act under a mandate, which may end, or wait for somebody to see it (fvl § 12; vgml §§ 29, 78 ff.)? */
function actsByMandate(found: Case, on: CalendarDate): boolean {
  if (found.submitter?.mandateUnseen) return true;
  const acts = submitterActsAs(found, on);
  return acts === 'attorney' || acts === 'guardian' || (acts === 'parent' && Boolean(found.submitter?.mandate));
}

/** What was found in an earlier round. */
export function findingsInitial({
  consentOverride,
  capacityFinding,
  parentsNotInformed,
  parentsInformed,
}: Case): FormValues {
  const parents = parentsNotInformed ?? parentsInformed;
  return {
    ...(consentOverride && { consentOverride: consentOverride.reason }),
    ...(capacityFinding && {
      capacityReason: capacityFinding.reason,
      capacityShown: shownWords(capacityFinding.shownTo),
    }),
    ...(parents && { parentsInformed: parentsNotInformed ? 'no' : 'yes', parentsReason: parents.reason }),
  };
}

/** What is wrong with the findings as typed: each takes a reason in writing (pbrl §§ 3-4, 4-3 fourth ledd). */
export function findingFaults(values: FormValues, context: TaskContext): readonly FieldError[] {
  const found = context.file.case;
  const on = osloDate(context.now);
  const age = ageOn(found.person.nationalId, on);
  const { parentsInformed = '' } = values;
  const asksParents = age < consentAge && found.asksNotInformed !== undefined;
  const reasoned = parentsInformed === 'no' || (asksParents && parentsInformed === 'yes');
  const unheard = age >= hearingAge && age < consentAge && isBlank(values.personsView);
  const overrides = values.plan === 'granted' && lacksOneConsent(found, on) && isBlank(values.consentOverride);
  const faults: readonly (readonly [boolean, string, string])[] = [
    [unheard, 'personsView', 'child'],
    [overrides, 'consentOverride', 'one-missing'],
    [asksParents && parentsInformed === '', 'parentsInformed', 'asked-for'],
    [reasoned && isBlank(values.parentsReason), 'parentsReason', 'required'],
    [Boolean(values.capacityShown) && isBlank(values.capacityReason), 'capacityReason', 'required'],
    [!values.capacityShown && !isBlank(values.capacityReason), 'capacityShown', 'required'],
  ];
  return faults.flatMap(([wrong, field, code]) => (wrong ? [{ field, code }] : []));
}

/** The findings of a form without faults. */
export function findingsOf(values: FormValues): Readonly<Record<string, string>> {
  return Object.fromEntries(findingFieldNames.flatMap((name) => (values[name] ? [[name, values[name].trim()]] : [])));
}

/** What the findings make of the case: those that are not made again are taken back. */
export function changesByFindings(
  { submitter }: Pick<Case, 'submitter'>,
  findings: Findings,
  { by, at }: { readonly by: Staff; readonly at: Instant },
): { readonly changes: CaseChanges; readonly remove: readonly TakenBack[] } {
  const { consentOverride, capacityReason, capacityShown, parentsInformed, parentsReason = '' } = findings;
  const finding = (reason: string) => ({ reason, by, at });
  const changes = {
    ...(consentOverride && { consentOverride: finding(consentOverride) }),
    ...(capacityReason && {
      capacityFinding: {
        ...finding(capacityReason),
        concerns: 'plan' as const,
        shownTo: shownTo[capacityShown ?? 'nobody'],
      },
    }),
    ...(parentsInformed === 'no' && { parentsNotInformed: finding(parentsReason) }),
    ...(parentsInformed === 'yes' && parentsReason && { parentsInformed: finding(parentsReason) }),
    ...(submitter && findings.mandateStands && { submitter: withMandate(submitter, findings.mandateStands, at) }),
  };
  const all: readonly TakenBack[] = ['consentOverride', 'capacityFinding', 'parentsNotInformed', 'parentsInformed'];
  return { changes, remove: all.filter((name) => !(name in changes)) };
}

/** A caseworker has seen the document, or learned that it no longer counts (fvl § 12). */
function withMandate(
  { mandateUnseen: _, ...submitter }: NonNullable<Case['submitter']>,
  stands: 'yes' | 'no',
  at: Instant,
) {
  return stands === 'yes' ? submitter : { ...submitter, mandateWithdrawnAt: at };
}

/** Codes of the findings, for the log: never their reasons. */
export function findingCodes({ changes }: { readonly changes: CaseChanges }): readonly string[] {
  const events = {
    consentOverride: 'consent-overridden',
    capacityFinding: 'capacity-found',
    parentsNotInformed: 'parents-not-informed',
    parentsInformed: 'parents-informed',
    submitter: changes.submitter?.mandateWithdrawnAt ? 'mandate-ended' : 'mandate-seen',
  } as const;
  return Object.entries(events).flatMap(([name, type]) => (name in changes ? [type] : []));
}

const shownTo = {
  nobody: [],
  person: ['person'],
  'next-of-kin': ['next-of-kin'],
  both: ['person', 'next-of-kin'],
} as const;

function shownWords(shown: readonly string[]): string {
  return shown.length === 2 ? 'both' : (shown[0] ?? 'nobody');
}
