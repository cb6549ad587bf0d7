import { ageOn, consentAge, hearingAge } from '../core/age.ts';
import type { AnswerOf } from '../core/answers.ts';
import { osloDate } from '../core/calendar.ts';
import type { Case } from '../core/case.ts';
import { consentGivers } from '../core/consent-givers.ts';
import type { Staff } from '../core/parties.ts';
import { submitterActsAs } from '../core/representation.ts';
import type { CalendarDate, Instant } from '../core/time.ts';
import type { CaseChanges, TakenBack } from '../platform/case-store.ts';
import { isBlank } from '../tasks/pages/parse-answer.ts';
import type { FieldError, FormValues, TaskContext, TaskField } from '../tasks/pages/task-page.ts';
import { careChanges, careDates, careFaults, careFieldNames, careFields, careInitial } from './care-order.ts';

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
  'deprived',
  'deprivedReason',
  ...careFieldNames,
] as const;

/**
 * One has consented, and the other of two has not: a caseworker may go on with one, with a reason (domain.md § 4.2). Not
 * under a care order, where the page asks what both answered.
 */
function lacksOneConsent(found: Case, on: CalendarDate): boolean {
  if (found.careOrder) return false;
  const { given, missing, declined, overridable } = consentGivers(found, on);
  return overridable && given.length > 0 && missing.length + declined.length > 0;
}

/** Which findings are asked about: what the case and the person's age leave open. */
export function findingFields({ file, now }: Pick<TaskContext, 'file' | 'now'>): readonly TaskField[] {
  const on = osloDate(now);
  const child = ageOn(file.case.person.nationalId, on) < consentAge;
  const asked = [
    ...(lacksOneConsent(file.case, on) ? [overrideField] : []),
    ...(actsByMandate(file.case, on) ? [mandateField] : []),
    ...(submitterActsAs(file.case, on) === 'guardian' ? deprivationFields : []),
  ];
  // The child has asked for it: not to be overlooked.
  if (child && file.case.asksNotInformed) asked.push(...parentsFields);
  else if (child) asked.push(...parentsFields.map((field) => ({ ...field, group: 'parents' as const })));
  else asked.push(...capacityFields);
  return [...asked, ...careFields({ file, now })];
}

const overrideField: TaskField = { control: 'area', name: 'consentOverride', rows: 4 };
const mandateField: TaskField = { control: 'choice', name: 'mandateStands', options: 'yes-no' };
const deprivationFields: readonly TaskField[] = [
  { control: 'choice', name: 'deprived', options: 'yes-no' },
  { control: 'area', name: 'deprivedReason', rows: 3 },
];
const parentsFields: readonly TaskField[] = [
  { control: 'choice', name: 'parentsInformed', options: 'parents-informed' },
  { control: 'area', name: 'parentsReason', rows: 4 },
];
const capacityFields: readonly TaskField[] = [
  { control: 'area', name: 'capacityReason', rows: 4, group: 'capacity' },
  { control: 'choice', name: 'capacityShown', options: 'capacity-shown', group: 'capacity' },
];

/** Does somebody act under a mandate, which may end, or wait for somebody to see it (fvl § 12; vgml §§ 29, 78 ff.)? */
function actsByMandate(found: Case, on: CalendarDate): boolean {
  if (found.submitter?.mandateUnseen) return true;
  const acts = submitterActsAs(found, on);
  return acts === 'attorney' || acts === 'guardian' || (acts === 'parent' && Boolean(found.submitter?.mandate));
}

/** What was found in an earlier round. */
export function findingsInitial(found: Case): FormValues {
  const { consentOverride, capacityFinding, parentsNotInformed, parentsInformed, deprivation, submitter } = found;
  const parents = parentsNotInformed ?? parentsInformed;
  return {
    ...(consentOverride && { consentOverride: consentOverride.reason }),
    ...(capacityFinding && {
      capacityReason: capacityFinding.reason,
      capacityShown: shownWords(capacityFinding.shownTo),
    }),
    ...(parents && { parentsInformed: parentsNotInformed ? 'no' : 'yes', parentsReason: parents.reason }),
    ...(submitter?.deprivedOfCapacity && { deprived: 'yes', deprivedReason: deprivation?.reason ?? '' }),
    ...careInitial(found),
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
  const inCare = values.careOrder === 'foster-parents' || values.careOrder === 'institution';
  const lacksOne = !inCare && lacksOneConsent(found, on);
  const overrides = values.plan === 'granted' && lacksOne && isBlank(values.consentOverride);
  const faults: readonly (readonly [boolean, string, string])[] = [
    [unheard, 'personsView', 'child'],
    [overrides, 'consentOverride', 'one-missing'],
    [asksParents && parentsInformed === '', 'parentsInformed', 'asked-for'],
    [reasoned && isBlank(values.parentsReason), 'parentsReason', 'required'],
    [Boolean(values.capacityShown) && isBlank(values.capacityReason), 'capacityReason', 'required'],
    [Boolean(values.deprived) && isBlank(values.deprivedReason), 'deprivedReason', 'required'],
    [!values.deprived && !isBlank(values.deprivedReason), 'deprived', 'required'],
    [!values.capacityShown && !isBlank(values.capacityReason), 'capacityShown', 'required'],
  ];
  return [
    ...faults.flatMap(([wrong, field, code]) => (wrong ? [{ field, code }] : [])),
    ...careFaults(values, context),
  ];
}

/** The findings of a form without faults. */
export function findingsOf(values: FormValues): Readonly<Record<string, string>> {
  const typed = { ...values, ...careDates(values) };
  return Object.fromEntries(
    findingFieldNames.flatMap((name) => (typed[name]?.trim() ? [[name, typed[name].trim()]] : [])),
  );
}

/** What the findings make of the case: those that are not made again are taken back. */
export function changesByFindings(
  found: Pick<Case, 'submitter' | 'consents'>,
  findings: Findings,
  { by, at }: { readonly by: Staff; readonly at: Instant },
): { readonly changes: CaseChanges; readonly remove: readonly TakenBack[] } {
  const { consentOverride, capacityReason, capacityShown, parentsInformed, parentsReason = '' } = findings;
  const finding = (reason: string) => ({ reason, by, at });
  const changes: CaseChanges = {
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
    ...submitterChanges(found, findings, at),
    ...(findings.deprived === 'yes' && { deprivation: finding(findings.deprivedReason ?? '') }),
    ...careChanges(found, findings, { by, at }),
  };
  const all: readonly TakenBack[] = [
    'consentOverride',
    'capacityFinding',
    'parentsNotInformed',
    'parentsInformed',
    'careOrder',
    ...(findings.deprived ? (['deprivation'] as const) : []),
  ];
  return { changes, remove: all.filter((name) => !(name in changes)) };
}

/**
 * A mandate somebody has seen the document of, or learned no longer counts (fvl § 12), and whether the person is deprived of
 * legal capacity (vgml § 22). What is left alone stays as it is.
 */
function submitterChanges(
  { submitter }: Pick<Case, 'submitter'>,
  { mandateStands, deprived }: Findings,
  at: Instant,
): Pick<CaseChanges, 'submitter'> {
  if (!submitter || (mandateStands === undefined && deprived === undefined)) return {};
  const { deprivedOfCapacity, mandateUnseen, ...rest } = submitter;
  const stays = deprived === undefined ? deprivedOfCapacity : deprived === 'yes';
  return {
    submitter: {
      ...rest,
      ...(stays && { deprivedOfCapacity: true as const }),
      ...(mandateUnseen && mandateStands === undefined && { mandateUnseen }),
      ...(mandateStands === 'no' && { mandateWithdrawnAt: at }),
    },
  };
}

/** Codes of the findings, for the log: never their reasons. */
export function findingCodes(findings: Findings): readonly string[] {
  const { parentsInformed, parentsReason, careOrder, childWelfareAnswer, carerAnswer } = findings;
  const made: Readonly<Record<string, boolean>> = {
    'consent-overridden': findings.consentOverride !== undefined,
    'capacity-found': findings.capacityReason !== undefined,
    'parents-not-informed': parentsInformed === 'no',
    'parents-informed': parentsInformed === 'yes' && parentsReason !== undefined,
    'mandate-ended': findings.mandateStands === 'no',
    'mandate-seen': findings.mandateStands === 'yes',
    'deprivation-recorded': findings.deprived === 'yes',
    'care-order-recorded': careOrder !== undefined && careOrder !== 'none',
    'care-consents-recorded': childWelfareAnswer !== undefined || carerAnswer !== undefined,
  };
  return Object.keys(made).filter((code) => made[code]);
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
