import type { Appeal } from '../../functions/core/appeal.ts';
import type { CareOrder, Case, ConcernedRight, Consent, Coordinator } from '../../functions/core/case.ts';
import type { Assessment, Decision, Outcomes } from '../../functions/core/decision.ts';
import type { DelayNotice } from '../../functions/core/delay-notice.ts';
import type { Person, Submitter } from '../../functions/core/parties.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { syntheticNationalId } from './national-ids.ts';
import { approver, caseworker } from './staff.ts';

export { syntheticNationalId } from './national-ids.ts';
export * from './record-builders.ts';
export * from './staff.ts';

/** Plan and coordinator granted, no child coordinator asked for. */
export const granted: Outcomes = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' };

/** An adult, born 14 March 1980. */
export function aPerson(overrides: Partial<Person> = {}): Person {
  return {
    name: 'Kari Testperson',
    nationalId: syntheticNationalId('1980-03-14'),
    email: 'kari.testperson@example.no',
    phone: '+47 00 00 00 01',
    address: { street: 'Testvegen 1', postalCode: '5966', city: 'Eivindvik' },
    ...overrides,
  };
}

/** Somebody who acts for the person: the parent unless told. */
export function aSubmitter(overrides: Partial<Submitter> = {}): Submitter {
  return {
    role: 'parent',
    name: 'Ola Testforelder',
    nationalId: syntheticNationalId('1975-05-05'),
    email: 'ola.testforelder@example.no',
    ...overrides,
  };
}

/** A care order with foster parents or an institution, as a caseworker recorded it. */
export function aCareOrder(carer: CareOrder['carer'] = 'foster-parents'): CareOrder {
  return {
    carer,
    letterTo: {
      name: 'Barnevernstenesta i Prøvedalen',
      address: { street: 'Testgata 2', postalCode: '5966', city: 'Eivindvik' },
    },
    signed: {},
    reason: 'Vedtaket er vist fram.',
    by: { id: 'caseworker-1', name: 'Sak Testhandsamar' },
    at: '2026-11-20T09:00:00.000Z',
  };
}

/** A plan, granted in an earlier case, that may end on 1 February 2027. */
export function aConcernedRight(overrides: Partial<ConcernedRight> = {}): ConcernedRight {
  return {
    caseId: 'firstfirstfirstfirstfirst2',
    caseNumber: 'GULEN-2026-000003',
    right: 'plan',
    kind: 'end',
    from: '2027-02-01',
    why: 'Behovet er ikkje der lenger.',
    said: '',
    ...overrides,
  };
}

/** A plan consent given on the form. */
export function aConsent(overrides: Partial<Consent> = {}): Consent {
  return {
    kind: 'plan',
    given: true,
    textVersion: '1',
    by: 'person',
    how: 'form',
    at: '2026-11-24T09:00:00.000Z',
    ...overrides,
  };
}

/**
 * An adult's own digital application to Gulen in nynorsk, received Tuesday 24 November 2026 at 10:00 in Oslo, registered.
 */
export function aCase(overrides: Partial<Case> = {}): Case {
  return {
    caseId: 'testtesttesttesttesttest22',
    municipality: '4635',
    caseNumber: 'GULEN-2026-000012',
    state: 'registered',
    version: 2,
    language: 'nn',
    legalBasis: 'health',
    origin: 'application',
    person: aPerson(),
    wishes: { plan: true, coordinator: true, childCoordinator: false },
    account: {
      needs: 'Eg treng at tenestene ser kvarandre.',
      goals: 'Å kome i arbeid att.',
      services: 'Fysioterapi og heimetenester.',
    },
    contact: 'digital',
    consents: [aConsent()],
    receivedAt: '2026-11-24T09:00:00.000Z',
    receivedOn: '2026-11-24',
    dueOn: '2026-12-24',
    expectedOn: '2026-12-24',
    decisionNumber: 0,
    appealNumber: 0,
    ...overrides,
  };
}

/** The case of {@link aCase} with nothing else stored yet. */
export function aCaseFile(overrides: Partial<CaseFile> = {}): CaseFile {
  return {
    case: aCase(),
    assessments: [],
    decisions: [],
    notices: [],
    appeals: [],
    letters: [],
    tasks: [],
    answers: [],
    waits: [],
    holds: [],
    messages: [],
    attachments: [],
    information: [],
    events: [],
    ...overrides,
  };
}

/** A proposal to grant plan and coordinator. */
export function anAssessment(overrides: Partial<Assessment> = {}): Assessment {
  return {
    round: 1,
    outcomes: granted,
    facts: 'Søkjaren har tenester frå tre einingar i kommunen.',
    reasons: 'Behovet er langvarig, og tenestene må samordnast.',
    personsView: 'Søkjaren ønskjer éin fast kontakt.',
    assessedBy: caseworker,
    at: '2026-12-01T09:00:00.000Z',
    ...overrides,
  };
}

/** The first decision: plan and coordinator granted, 2 December 2026. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  const { facts, reasons, personsView, outcomes } = anAssessment();
  return {
    number: 1,
    outcomes,
    facts,
    reasons,
    personsView,
    assessedBy: caseworker,
    approvedBy: approver,
    decidedAt: '2026-12-02T09:00:00.000Z',
    madeBy: 'municipality',
    ...overrides,
  };
}

/** An appeal by the person over the first decision, received 10 December 2026. */
export function anAppeal(overrides: Partial<Appeal> = {}): Appeal {
  return {
    number: 1,
    decisionNumber: 1,
    by: 'person',
    text: 'Eg er ikkje samd i vurderinga.',
    wantedChange: 'Eg ønskjer individuell plan.',
    receivedAt: '2026-12-10T09:00:00.000Z',
    receivedOn: '2026-12-10',
    inTime: true,
    dueOn: '2027-01-10',
    expectedOn: '2027-01-10',
    state: 'received',
    ...overrides,
  };
}

/** The first delay notice of the application, with the caseworker's reason. */
export function aNotice(overrides: Partial<DelayNotice> = {}): DelayNotice {
  return {
    subject: 'application',
    round: 1,
    reasonFrom: 'caseworker',
    reason: 'Vi ventar på ei fråsegn frå fysioterapeuten.',
    waitingFor: 'assessment',
    dueOn: '2026-12-24',
    expectedOn: '2027-01-25',
    at: '2026-12-23T09:00:00.000Z',
    ...overrides,
  };
}

/** The appointed coordinator. */
export function aCoordinator(overrides: Partial<Coordinator> = {}): Coordinator {
  return {
    name: 'Koord Testkoordinator',
    title: 'ergoterapeut',
    unit: 'Koordinerande eining',
    phone: '+47 00 00 00 02',
    email: 'koordinator@gulen.example',
    appointedAt: '2026-12-07T09:00:00.000Z',
    ...overrides,
  };
}
