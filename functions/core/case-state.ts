/** The states of a case, in the order a case usually passes them. */
export const caseStates = [
  'received',
  'registered',
  'awaiting-consent',
  'in-assessment',
  'in-approval',
  'decided',
  'notified',
  'appealed',
  'withdrawn',
  'closed',
] as const;
export type CaseState = (typeof caseStates)[number];

/** A move between states: where it may start and where it leads. The table's write condition follows from `from`. */
export interface Transition {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
}

/** Every move a case can make. There is no other way to change a case's state. */
export const transitions = {
  register: { from: ['received'], to: 'registered' },
  askConsent: { from: ['registered'], to: 'awaiting-consent' },
  startAssessment: { from: ['registered', 'awaiting-consent', 'in-approval'], to: 'in-assessment' },
  submitForApproval: { from: ['in-assessment'], to: 'in-approval' },
  decide: { from: ['in-approval'], to: 'decided' },
  notify: { from: ['decided'], to: 'notified' },
  appeal: { from: ['decided', 'notified', 'closed'], to: 'appealed' },
  // Also of a case that has left the appeal: Statsforvalteren decides the rest of an appeal in its own time (fvl § 33).
  changeDecision: { from: ['notified', 'appealed', 'closed'], to: 'decided' },
  concludeAppeal: { from: ['appealed'], to: 'closed' },
  withdraw: { from: ['received', 'registered', 'awaiting-consent', 'in-assessment', 'in-approval'], to: 'withdrawn' },
  close: { from: ['notified', 'withdrawn'], to: 'closed' },
} as const satisfies Record<string, Transition>;
export type TransitionName = keyof typeof transitions;

/**
 * True once the person has got, or no longer needs, an answer: the delay clock no longer runs. A decision whose letter
 * has not left yet (`decided`) is no answer.
 */
export function isAnswered(state: CaseState): boolean {
  return state === 'notified' || state === 'appealed' || state === 'withdrawn' || state === 'closed';
}

/** True while the person may still withdraw the application. */
export function canWithdraw(state: CaseState): boolean {
  return (transitions.withdraw.from as readonly CaseState[]).includes(state);
}
