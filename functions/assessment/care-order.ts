import { ageOn, consentAge } from '../core/age.ts';
import { atOslo, compareDates, osloDate } from '../core/calendar.ts';
import { type CareOrder, type Case, type Consent, carers } from '../core/case.ts';
import type { PostalAddress, Staff } from '../core/parties.ts';
import type { CalendarDate, Instant } from '../core/time.ts';
import { isBlank, typedDate, validDate } from '../tasks/pages/parse-answer.ts';
import type { FieldError, FormValues, TaskContext, TaskField } from '../tasks/pages/task-page.ts';

/** Version of what a consent on paper is given to: the municipality's own form. */
const paperTextVersion = '2026-11';

const givers = [
  { by: 'child-welfare', answer: 'childWelfareAnswer', name: 'childWelfareName', on: 'childWelfareOn' },
  { by: 'carer', answer: 'carerAnswer', name: 'carerName', on: 'carerOn' },
] as const;

/** The fields of the care order, by their names on the page. */
export const careFieldNames = [
  'careOrder',
  'careOrderReason',
  'careLetters',
  ...givers.flatMap(({ answer, name, on }) => [answer, name, on] as const),
] as const;

type CareValues = { readonly [K in (typeof careFieldNames)[number]]?: string | undefined };

/** Asked about a child under 16, for whom others than the parents may consent (pbrl § 4-4 fourth ledd). */
export function careFields({ file, now }: Pick<TaskContext, 'file' | 'now'>): readonly TaskField[] {
  if (!isAsked(file.case, osloDate(now))) return [];
  const fields: readonly TaskField[] = [
    { control: 'choice', name: 'careOrder', options: 'care-order' },
    { control: 'area', name: 'careOrderReason', rows: 3 },
    { control: 'area', name: 'careLetters', rows: 3 },
    ...givers.flatMap(({ answer, name, on }): readonly TaskField[] => [
      { control: 'choice', name: answer, options: 'yes-no' },
      { control: 'text', name, type: 'text' },
      { control: 'text', name: on, type: 'date' },
    ]),
  ];
  return fields.map((field) => ({ ...field, group: 'care-order' }));
}

function isAsked({ person }: Case, on: CalendarDate): boolean {
  return ageOn(person.nationalId, on) < consentAge;
}

/** What was recorded in an earlier round. */
export function careInitial({ careOrder, consents }: Case): FormValues {
  if (!careOrder) return {};
  const { name, address } = careOrder.letterTo;
  const answers = givers.flatMap(({ by, answer, name: who, on }) => {
    const given = consents.findLast((consent) => consent.kind === 'plan' && consent.by === by);
    if (!given) return [];
    return [
      [answer, given.given ? 'yes' : 'no'],
      [who, careOrder.signed[by] ?? ''],
      [on, osloDate(given.at)],
    ] as const;
  });
  return {
    careOrder: careOrder.carer,
    careOrderReason: careOrder.reason,
    careLetters: [name, address.street, `${address.postalCode} ${address.city}`].join('\n'),
    ...Object.fromEntries(answers),
  };
}

/** What is wrong with it as typed. An answer on paper says who gave it and when, and a plan takes a yes of both. */
export function careFaults(values: FormValues, { file, now }: TaskContext): readonly FieldError[] {
  const today = osloDate(now);
  if (!isAsked(file.case, today)) return [];
  const inCare = carers.some((carer) => carer === values.careOrder);
  const typed = careFieldNames.some((name) => name !== 'careOrder' && !isBlank(values[name]));
  if (!inCare) return typed ? [{ field: 'careOrder', code: 'required' }] : [];
  return [
    ...(isBlank(values.careOrderReason) ? [{ field: 'careOrderReason', code: 'required' }] : []),
    ...(letterToOf(values.careLetters) ? [] : [{ field: 'careLetters', code: 'address' }]),
    ...givers.flatMap((giver) => answerFaults(values, giver, today)),
    ...bothFaults(values),
  ];
}

function answerFaults(
  values: FormValues,
  { answer, name, on }: (typeof givers)[number],
  today: CalendarDate,
): readonly FieldError[] {
  const answered = !isBlank(values[answer]);
  if (!answered) return isBlank(values[name]) && isBlank(values[on]) ? [] : [{ field: answer, code: 'required' }];
  const date = validDate(values[on]);
  const late = date !== undefined && compareDates(date, today) > 0;
  return [
    ...(isBlank(values[name]) ? [{ field: name, code: 'required' }] : []),
    ...(date === undefined ? [{ field: on, code: isBlank(values[on]) ? 'required' : 'invalid' }] : []),
    ...(late ? [{ field: on, code: 'later-than-today' }] : []),
  ];
}

/** A plan may be granted before anybody has answered, but not on the yes of one of the two. */
function bothFaults(values: FormValues): readonly FieldError[] {
  const yes = givers.filter(({ answer }) => values[answer] === 'yes');
  const other = givers.find(({ answer }) => values[answer] !== 'yes');
  return values.plan === 'granted' && yes.length === 1 && other ? [{ field: other.answer, code: 'both' }] : [];
}

/** Dates as the answer keeps them: ISO. */
export function careDates(values: FormValues): FormValues {
  return Object.fromEntries(givers.flatMap(({ on }) => (values[on] ? [[on, typedDate(values[on])]] : [])));
}

/** A name, a street and a postal code with its place, each on a line of its own. */
function letterToOf(text: string | undefined): CareOrder['letterTo'] | undefined {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  const [name, street, place, ...more] = lines.filter((line) => line !== '');
  const [, postalCode, city] = /^(\d{4}) +(.+)$/.exec(place ?? '') ?? [];
  if (!name || !street || !postalCode || !city || more.length > 0) return undefined;
  const address: PostalAddress = { street, postalCode, city };
  return { name, address };
}

/**
 * The care order as a caseworker records it, and the answers of the child welfare service and the carers, given on paper.
 * Undefined where none is in force. A step that is tried again finds its own answers, which are not counted twice.
 */
export function careChanges(
  { consents }: Pick<Case, 'consents'>,
  values: CareValues,
  { by, at }: { readonly by: Staff; readonly at: Instant },
): (Pick<Case, 'consents'> & { readonly careOrder: CareOrder }) | undefined {
  const carer = carers.find((known) => known === values.careOrder);
  const letterTo = letterToOf(values.careLetters);
  if (!carer || !letterTo) return undefined;
  const answered = givers.flatMap((giver) => {
    const on = values[giver.on];
    const given = values[giver.answer];
    return on && given ? [{ by: giver.by, name: values[giver.name] ?? '', given: given === 'yes', on }] : [];
  });
  const signed = Object.fromEntries(answered.map(({ by: who, name }) => [who, name]));
  const others = consents.filter((consent) => consent.by !== 'child-welfare' && consent.by !== 'carer');
  const earlier = consents.filter((consent) => !others.includes(consent));
  const fresh = answered.map((each): Consent => {
    const when = atOslo(each.on, '12:00');
    return { kind: 'plan', given: each.given, textVersion: paperTextVersion, by: each.by, how: 'paper', at: when };
  });
  const isKept = (consent: Consent) =>
    !fresh.some((next) => next.by === consent.by && next.at === consent.at && next.given === consent.given);
  return {
    careOrder: { carer, letterTo, signed, reason: values.careOrderReason ?? '', by, at },
    consents: [...others, ...earlier.filter(isKept), ...fresh],
  };
}
