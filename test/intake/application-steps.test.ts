import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { submitterRoles } from '../../functions/core/parties.ts';
import { applicationFields, type TypedFields } from '../../functions/intake/application/application-fields.ts';
import { readApplication } from '../../functions/intake/application/application-form.ts';
import {
  type Answers,
  answered,
  fieldsOf,
  firstUnanswered,
  relevantValues,
  stepErrors,
  stepsFor,
} from '../../functions/intake/application/steps.ts';
import { syntheticNationalId } from '../support/national-ids.ts';

const adult = syntheticNationalId('1980-02-03');
const child = syntheticNationalId('2016-02-03');
const youth = syntheticNationalId('2009-02-03');
const contextOf = (nationalId: string) => ({ nationalId, environment: 'test', today: '2026-11-24' }) as const;

/** Answers that every page of every way takes. */
const right: TypedFields = {
  attorneyLawyer: 'no',
  attorneyEmployed: 'no',
  submitterName: 'Liv',
  submitterOrganisation: 'Legekontoret',
  submitterEmail: 'liv@innbygger.example',
  mandateKind: 'written',
  mandate: 'Fullmakt',
  mandateCovers: 'personal',
  childsView: 'Eg vil gå på skulen.',
  tellParents: 'yes',
  otherParent: 'none',
  submitterStreet: 'Kontorvegen 2',
  submitterPostalCode: '5966',
  submitterCity: 'Eivindvik',
  personName: 'Kari',
  personEmail: 'kari@innbygger.example',
  personStreet: 'Testvegen 1',
  personPostalCode: '5966',
  personCity: 'Eivindvik',
  childCoordinatorFor: 'child',
  wishPlan: 'yes',
  needs: 'Hjelp',
  consentPlan: 'later',
  language: 'nn',
};

const wishes = fc.subarray(['wishPlan', 'wishCoordinator', 'wishChildCoordinator'] as const, { minLength: 1 });
const way = fc.record({
  role: fc.constantFrom('self', ...submitterRoles),
  signedIn: fc.constantFrom(adult, child, youth),
  person: fc.constantFrom(child, youth, syntheticNationalId('1950-04-05')),
  wishes,
  contact: fc.constantFrom('digital', 'paper'),
  addressShielded: fc.constantFrom('yes', 'no'),
  attorneyLawyer: fc.constantFrom('yes', 'no'),
  mandate: fc.constantFrom('', 'Fullmakt'),
});

/** Answers page by page what the form asks next; stops at the summary, or at the page that does not take its answer. */
function walk(from: Answers, typed: TypedFields, context: ReturnType<typeof contextOf>) {
  let answers = from;
  const asked: string[] = [];
  let step = firstUnanswered(answers, context);
  while (step && asked.length < 40) {
    asked.push(step);
    answers = answered(answers, { step, typed }, context);
    if (Object.keys(stepErrors(step, answers.values, context)).length > 0) break;
    step = firstUnanswered(answers, context);
  }
  return { answers, asked, open: step };
}

const nothing: Answers = { values: {}, done: [] };

describe('the questions of the form', () => {
  it('lead every role to a summary that can be sent, each asked once', () => {
    fc.assert(
      fc.property(way, ({ role, signedIn, person, wishes: wished, ...choices }) => {
        fc.pre(signedIn !== person);
        const context = contextOf(signedIn);
        const adultChild = role === 'parent' && person.endsWith(syntheticNationalId('1950-04-05').slice(-5));
        const mandate = role === 'guardian' || role === 'attorney' ? 'Fullmakt' : choices.mandate;
        const none = { wishPlan: '', wishCoordinator: '', wishChildCoordinator: '' };
        const chosen = Object.fromEntries(wished.map((name) => [name, 'yes']));
        const typed = { ...right, ...choices, role, mandate, personNationalId: person, ...none, ...chosen };
        const { answers, asked, open } = walk(nothing, typed, context);
        expect(new Set(asked).size).toBe(asked.length);
        if (adultChild) {
          expect(open).toBe('person-number');
          return;
        }
        expect(open).toBeUndefined();
        expect(readApplication(relevantValues(answers.values, context), context).ok).toBe(true);
        expect(stepsFor(answers.values, context)).toEqual(asked);
      }),
      { numRuns: 60 },
    );
  });

  it('have a page for whatever is wrong: no answers, however odd, leave an error that nobody is asked about', () => {
    const odd = fc.constantFrom(
      '',
      'yes',
      'no',
      'x',
      '1',
      'self',
      'relative',
      'attorney',
      'paper',
      'digital',
      'nn',
      child,
    );
    fc.assert(
      fc.property(
        fc.array(odd, { minLength: applicationFields.length, maxLength: applicationFields.length }),
        (all) => {
          const context = contextOf(adult);
          const values = Object.fromEntries(applicationFields.map((name, at) => [name, all[at] ?? '']));
          const steps = stepsFor(values, context);
          const read = readApplication(relevantValues(values, context), context);
          const asked = new Set<string>(steps.flatMap((step) => fieldsOf[step]));
          for (const name of Object.keys(read.ok ? {} : read.error)) expect([...asked]).toContain(name);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['self', adult, ['role', 'name', 'wishes']],
    ['parent', adult, ['role', 'your-name', 'person-name', 'person-number', 'wishes']],
    ['attorney', adult, ['role', 'lawyer', 'employed', 'your-name', 'person-name', 'person-number', 'mandate-kind']],
    ['guardian', adult, ['role', 'your-name', 'person-name', 'person-number', 'mandate', 'mandate-covers']],
    ['health-worker', adult, ['role', 'your-name', 'workplace', 'person-name', 'person-number', 'wishes']],
  ])('begin for %s in their order', (role, signedIn, first) => {
    const typed = { ...right, role, personNationalId: child, contact: 'digital', addressShielded: 'no' };
    const { asked } = walk(nothing, typed, contextOf(signedIn));
    expect(asked.slice(0, first.length)).toEqual(first);
  });

  it.each([
    ['relative', adult, false],
    ['hospital', adult, false],
    ['guardian', adult, true],
    ['self', adult, true],
    ['self', child, false],
  ])('ask %s for consent only where it is theirs to give', (role, signedIn, asks) => {
    const person = syntheticNationalId('1950-04-05');
    const typed = { ...right, role, personNationalId: person, contact: 'digital', addressShielded: 'yes' };
    const { asked, answers } = walk(nothing, typed, contextOf(signedIn));
    expect(asked.includes('consent-plan')).toBe(asks);
    expect(asked.includes('consent-sharing')).toBe(asks);
    expect(asked.includes('parents')).toBe(signedIn === child);
    expect(stepsFor(answers.values, contextOf(signedIn))).not.toContain('address');
  });

  it('ask only what changed when an answer is changed on the summary', () => {
    const context = contextOf(adult);
    const typed = { ...right, role: 'self', contact: 'digital', addressShielded: 'no', personStreet: '' };
    const { answers } = walk(nothing, typed, context);
    const paper = answered(answers, { step: 'letters', typed: { contact: 'paper' } }, context);
    expect(firstUnanswered(paper, context)).toBe('address');
    const shielded = answered(paper, { step: 'shielded', typed: { addressShielded: 'yes' } }, context);
    expect(firstUnanswered(shielded, context)).toBeUndefined();
  });

  it('forget what was answered about the person, and no more, when the role changes', () => {
    const context = contextOf(adult);
    const own = { ...right, role: 'self', contact: 'digital', addressShielded: 'no', consentPlan: 'yes' };
    const { answers } = walk(nothing, own, context);
    const changed = answered(answers, { step: 'role', typed: { role: 'relative' } }, context);
    expect(changed.values).toMatchObject({ role: 'relative', needs: 'Hjelp', language: 'nn' });
    for (const name of ['personName', 'personEmail', 'personStreet', 'consentPlan'] as const)
      expect(changed.values[name]).toBeUndefined();
    const same = answered(answers, { step: 'role', typed: { role: 'self' } }, context);
    expect(same.values).toEqual(answers.values);
  });
});
