import type { Appeal } from '../../functions/core/appeal.ts';
import type { Case } from '../../functions/core/case.ts';
import type { Outcomes } from '../../functions/core/decision.ts';
import type { DelayNotice } from '../../functions/core/delay-notice.ts';
import type { Language } from '../../functions/core/language.ts';
import type { LetterKind } from '../../functions/core/letter-record.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import type { ViewInput } from '../../functions/letters/views/letter.ts';
import { type Municipality, mustFindMunicipality } from '../../functions/municipalities/index.ts';
import {
  aCase,
  aCaseFile,
  aCoordinator,
  aDecision,
  aLetter,
  aNotice,
  anAnswer,
  anAppeal,
  anAssessment,
  anEvent,
  approver,
  aSubmitter,
  aTask,
  caseworker,
  syntheticNationalId,
} from '../support/builders.ts';
import { changeSituations } from './change-cases.ts';

/** One letter in one situation, as the tests and the gallery write it. */
export interface LetterCase {
  readonly name: string;
  readonly kind: LetterKind;
  readonly input: ViewInput;
}

export const now = '2026-12-02T09:05:00.000Z';

const refusedPlan: Outcomes = { plan: 'refused', coordinator: 'granted', childCoordinator: 'not-applied' };
const planRefusedOnly: Outcomes = { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'not-applied' };
const planWish = { plan: true, coordinator: false, childCoordinator: false };
const allRefused: Outcomes = { plan: 'refused', coordinator: 'refused', childCoordinator: 'not-applied' };
const coordinatorOnly: Outcomes = { plan: 'not-applied', coordinator: 'granted', childCoordinator: 'not-applied' };
const planOnly: Outcomes = { plan: 'granted', coordinator: 'refused', childCoordinator: 'not-applied' };
const declinedPlan: Outcomes = { plan: 'declined', coordinator: 'granted', childCoordinator: 'not-applied' };
const mixedChild: Outcomes = { plan: 'refused', coordinator: 'granted', childCoordinator: 'granted' };
const childOnly: Outcomes = { plan: 'not-applied', coordinator: 'not-applied', childCoordinator: 'granted' };

/** Text that is the same in bokmål and nynorsk, so that the templates' own words can be judged. */
const typed = 'Fysioterapi kl. 10 mandag og ergoterapi kl. 12 torsdag. Kontakt med lege.';

const child: Partial<Case> = {
  person: { ...aCase().person, name: 'Lise Testbarn', nationalId: syntheticNationalId('2018-06-01') },
  submitter: aSubmitter(),
  wishes: { plan: true, coordinator: true, childCoordinator: true },
};

const report: Partial<Case> = {
  origin: 'report-hospital',
  submitter: {
    role: 'hospital',
    name: 'Siv Testsykepleier',
    organisation: 'Testsjukehuset',
    email: 'siv@testsjukehuset.example',
  },
  consents: [],
};

const ownInitiative: Partial<Case> = { origin: 'own-initiative', seenBy: 'NAV', consents: [], contact: 'paper' };

type Situation = Partial<Omit<CaseFile, 'case'>> & { readonly case?: Partial<Case> };

/** Every kind of letter in every situation that changes its text. */
export function letterCases(municipalityNumber: string, language: Language): readonly LetterCase[] {
  const municipality = mustFindMunicipality(municipalityNumber);
  const at = (name: string, kind: LetterKind, situation: Situation, more: Partial<ViewInput> = {}): LetterCase => ({
    name,
    kind,
    input: inputOf({ municipality, language, situation, more }),
  });
  const decided = (name: string, outcomes: Outcomes, found: Partial<Case> = {}) =>
    at(`decision ${name}`, 'decision', {
      case: { decisionNumber: 1, ...found },
      decisions: [aDecision({ outcomes, facts: typed, reasons: typed, personsView: typed })],
    });
  const changing = changeSituations(typed, child);
  return [
    at('receipt', 'receipt', {}),
    at('receipt on paper', 'receipt', { case: { contact: 'paper', receivedOn: '2026-11-20' } }),
    at('receipt of a child', 'receipt', { case: child }),
    at('receipt of a report', 'receipt', { case: report }),
    at('receipt of own initiative', 'receipt', { case: ownInitiative }),
    at('consent request of own initiative', 'consent-request', { case: ownInitiative }),
    at('information request of own initiative', 'information-request', asked({ case: ownInitiative })),
    at('withdrawal of own initiative', 'withdrawal-confirmed', {
      case: { ...ownInitiative, withdrawnAt: now },
    }),
    at('delay notice of own initiative', 'delay-notice', {
      case: ownInitiative,
      notices: [aNotice({ reason: typed })],
    }),
    decided(
      'after own initiative',
      { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' },
      ownInitiative,
    ),
    at('consent request', 'consent-request', { case: report }),
    at('consent request that nobody opened, on paper', 'consent-request', { case: report }, unopened),
    at('consent request on paper', 'consent-request', { case: { ...report, contact: 'paper' } }),
    at('consent request for a child', 'consent-request', {
      case: { ...report, person: child.person ?? aCase().person },
    }),
    at('information request', 'information-request', asked()),
    at('information request about a child', 'information-request', asked({ case: child })),
    at('information request after a report', 'information-request', asked({ case: report })),
    at('information request about a right', 'information-request', asked({ case: changing[0]?.situation.case ?? {} })),
    ...changing.map(({ name, kind, situation, more }) => at(name, kind, situation, more)),
    ...delayNotices(at),
    decided('granted', { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' }),
    decided('coordinator only', coordinatorOnly, {
      wishes: { plan: false, coordinator: true, childCoordinator: false, wishedCoordinator: 'Ergoterapeuten' },
    }),
    decided('plan only', planOnly),
    decided('all refused', allRefused),
    decided('plan refused', refusedPlan),
    decided('plan declined', declinedPlan, { consents: [] }),
    decided('nothing wanted', { plan: 'declined', coordinator: 'declined', childCoordinator: 'not-applied' }),
    decided('refused on paper', allRefused, { contact: 'paper' }),
    at(
      'decision that nobody opened, on paper',
      'decision',
      {
        case: { decisionNumber: 1 },
        decisions: [aDecision({ outcomes: allRefused, facts: typed, reasons: typed, personsView: typed })],
      },
      unopened,
    ),
    decided('mixed for a child', mixedChild, child),
    decided('child coordinator only', childOnly, {
      ...child,
      wishes: { plan: false, coordinator: false, childCoordinator: true },
    }),
    decided('after a report', { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' }, report),
    decided('under the social services act', planRefusedOnly, { legalBasis: 'social-services', wishes: planWish }),
    decided('under the Nav act', planRefusedOnly, { legalBasis: 'nav', wishes: planWish }),
    decided('under two acts', allRefused, { legalBasis: 'social-services' }),
    at(
      'decision that ends a right',
      'decision',
      {
        case: { decisionNumber: 2 },
        decisions: [
          aDecision({ outcomes: planOnly }),
          aDecision({ number: 2, outcomes: allRefused, facts: typed, reasons: typed, personsView: typed }),
        ],
      },
      { round: 2 },
    ),
    at(
      'decision as a draft',
      'decision',
      { assessments: [anAssessment({ facts: typed, reasons: '', personsView: '' })] },
      {
        preview: true,
      },
    ),
    at('coordinator appointed', 'coordinator-appointed', coordinated()),
    at('coordinator appointed without a plan', 'coordinator-appointed', coordinated(coordinatorOnly)),
    at('child coordinator appointed', 'coordinator-appointed', {
      ...coordinated(childOnly),
      case: { ...child, decisionNumber: 1, coordinator: aCoordinator({ unit: 'Rehabilitering' }) },
    }),
    at('coordinator and child coordinator appointed', 'coordinator-appointed', {
      ...coordinated(mixedChild),
      case: { ...child, decisionNumber: 1, coordinator: aCoordinator({ unit: 'Rehabilitering' }) },
    }),
    ...appeals(at),
    at('withdrawal of a report', 'withdrawal-confirmed', { case: { ...report, withdrawnAt: now } }),
    at(
      'withdrawal of an appeal over the service',
      'withdrawal-confirmed',
      { appeals: [ownAppeal({ state: 'withdrawn', decisionNumber: 0 })] },
      appealed,
    ),
    at('withdrawal', 'withdrawal-confirmed', { case: { withdrawnAt: now } }),
    at('withdrawal by saying no', 'withdrawal-confirmed', {
      case: { ...report, withdrawnAt: now },
      events: [anEvent({ type: 'declined' })],
    }),
    at(
      'withdrawal of an appeal',
      'withdrawal-confirmed',
      { decisions: [aDecision()], appeals: [ownAppeal({ state: 'withdrawn' })] },
      appealed,
    ),
  ];
}

type At = (name: string, kind: LetterKind, situation: Situation, more?: Partial<ViewInput>) => LetterCase;
const appealed = { subject: 'appeal-1' } as const;
/** Made available two weeks before it goes on paper. */
const unopened = { digitalOn: '2026-11-18', addressing: { channel: 'paper', readers: [] } } as const;

function delayNotices(at: At): readonly LetterCase[] {
  const silent = (waitingFor: DelayNotice['waitingFor']) =>
    at(`delay notice waiting for ${waitingFor}`, 'delay-notice', {
      notices: [aNotice({ reasonFrom: 'case-state', reason: '', waitingFor })],
    });
  return [
    at('delay notice', 'delay-notice', { notices: [aNotice({ reason: typed })] }),
    at('delay notice with something missing', 'delay-notice', asked({ notices: [aNotice({ reason: typed })] })),
    ...(['consent', 'assessment', 'approval', 'letter'] as const).map(silent),
    at(
      'second delay notice',
      'delay-notice',
      { notices: [aNotice({ round: 2, dueOn: '2027-01-25', reason: typed })] },
      { round: 2 },
    ),
    at('delay notice of a report', 'delay-notice', { case: report, notices: [aNotice({ reason: typed })] }),
    at(
      'delay notice of an appeal',
      'delay-notice',
      { appeals: [ownAppeal()], notices: [aNotice({ subject: 'appeal-1', reason: '', waitingFor: 'approval' })] },
      appealed,
    ),
  ];
}

/** The caseworker asked for something in the first round. */
function asked(situation: Situation = {}): Situation {
  const answer = { choice: 'ask', missing: typed, helpfulBy: '2026-12-11', kept: {} };
  return {
    ...situation,
    tasks: [aTask({ state: 'answered', answerId: 'answer-1' })],
    answers: [anAnswer({ answer })],
  };
}

function coordinated(outcomes?: Outcomes): Situation {
  return {
    case: { decisionNumber: 1, coordinator: aCoordinator({ unit: 'Rehabilitering' }) },
    decisions: [aDecision(outcomes ? { outcomes } : {})],
  };
}

function appeals(at: At): readonly LetterCase[] {
  const found = { case: { decisionNumber: 1, appealNumber: 1 }, decisions: [aDecision({ outcomes: allRefused })] };
  const decided = (name: string, outcome: 'changed' | 'partly-changed', outcomes: Outcomes) =>
    at(
      name,
      'appeal-decided',
      {
        ...found,
        decisions: [
          ...found.decisions,
          aDecision({ number: 2, afterAppeal: 1, outcomes, facts: typed, reasons: typed, personsView: typed }),
        ],
        appeals: [reassessed(outcome, outcomes)],
      },
      appealed,
    );
  const review = { admissible: false, reason: typed, by: caseworker, at: now };
  const forwarded: Situation = {
    ...found,
    appeals: [reassessed('upheld', allRefused)],
    letters: [
      aLetter({ kind: 'receipt', at: '2026-11-24T09:05:00.000Z' }),
      aLetter(),
      aLetter({ kind: 'appeal-receipt', key: 'a1-1', subject: 'appeal-1', at: '2026-12-10T09:05:00.000Z' }),
    ],
  };
  return [
    at('appeal receipt', 'appeal-receipt', { ...found, appeals: [ownAppeal()] }, appealed),
    at('late appeal receipt', 'appeal-receipt', { ...found, appeals: [ownAppeal({ inTime: false })] }, appealed),
    at('appeal over the service', 'appeal-receipt', { appeals: [ownAppeal({ decisionNumber: 0 })] }, appealed),
    decided('appeal changed', 'changed', { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' }),
    decided('appeal partly changed', 'partly-changed', refusedPlan),
    at('appeal over the service remedied', 'appeal-decided', overService('changed'), appealed),
    at('appeal over the service remedied in part', 'appeal-decided', overService('partly-changed'), appealed),
    at('appeal over the service forwarded', 'appeal-forwarded', overService('upheld'), appealed),
    at('rest of an appeal over the service, copy', 'appeal-forwarded-copy', overService('partly-changed'), appealed),
    at('appeal dismissed', 'appeal-decided', { ...found, appeals: [ownAppeal({ review, inTime: false })] }, appealed),
    at(
      'request for supervision sent on',
      'appeal-decided',
      { ...found, appeals: [ownAppeal({ review: { ...review, supervision: true, reason: '' } })] },
      appealed,
    ),
    at('appeal forwarded', 'appeal-forwarded', forwarded, appealed),
    at('social services appeal forwarded', 'appeal-forwarded', underSocialServices(forwarded), appealed),
    at(
      'social services appeal dismissed',
      'appeal-decided',
      underSocialServices({ ...found, appeals: [ownAppeal({ review })] }),
      appealed,
    ),
    at(
      'appeal of a child forwarded',
      'appeal-forwarded',
      { ...forwarded, case: { ...child, interpreter: 'polsk' } },
      appealed,
    ),
    at(
      'rest of an appeal forwarded',
      'appeal-forwarded',
      { ...forwarded, appeals: [reassessed('partly-changed', refusedPlan)] },
      appealed,
    ),
    at('appeal forwarded, copy', 'appeal-forwarded-copy', forwarded, appealed),
  ];
}

/** The same about a plan alone, under sosialtjenesteloven. */
function underSocialServices(situation: Situation): Situation {
  return {
    ...situation,
    case: { ...situation.case, legalBasis: 'social-services', wishes: planWish },
    decisions: [aDecision({ outcomes: planRefusedOnly })],
  };
}

/** A case still in assessment whose applicant appealed the service or the wait. */
function overService(outcome: 'changed' | 'partly-changed' | 'upheld'): Situation {
  const undecided: Outcomes = { plan: 'not-applied', coordinator: 'not-applied', childCoordinator: 'not-applied' };
  return {
    case: { state: 'in-assessment', appealNumber: 1 },
    appeals: [{ ...reassessed(outcome, undecided), decisionNumber: 0 }],
    letters: [aLetter({ kind: 'receipt', at: '2026-11-24T09:05:00.000Z' })],
  };
}

/** An appeal whose text could be of either written form. */
function ownAppeal(overrides: Partial<Appeal> = {}): Appeal {
  return anAppeal({ text: typed, wantedChange: typed, ...overrides });
}

function reassessed(outcome: 'changed' | 'partly-changed' | 'upheld', outcomes: Outcomes): Appeal {
  return ownAppeal({
    approvedBy: approver,
    reassessment: {
      round: 1,
      outcome,
      outcomes,
      facts: typed,
      reasons: typed,
      statement: typed,
      by: caseworker,
      at: '2026-12-20T09:00:00.000Z',
    },
  });
}

function inputOf(wanted: {
  municipality: Municipality;
  language: Language;
  situation: Situation;
  more: Partial<ViewInput>;
}): ViewInput {
  const { municipality, language, situation, more } = wanted;
  const account = { needs: typed, goals: typed, services: typed };
  const caseNumber = `${municipality.slug.toUpperCase()}-2026-000012`;
  const found = aCase({ account, caseNumber, ...situation.case, language, municipality: municipality.number });
  return {
    file: aCaseFile({ ...situation, case: found }),
    municipality,
    subject: 'application',
    round: 1,
    now,
    publicUrl: 'https://plan.example.no',
    preview: false,
    ...more,
  };
}
