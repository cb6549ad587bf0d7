import type { TransitionName } from '../../functions/core/case-state.ts';

/** What each function can tell the flow. A step that learns a new outcome is entered here, or its test fails. */
export const outcomes: Readonly<Record<string, readonly string[]>> = {
  RegisterCase: ['registered', 'withdrawn'],
  DetermineConsent: ['needed', 'given', 'not-needed', 'withdrawn'],
  RecordConsent: ['plan', 'coordinator-only', 'unanswered', 'more-needed', 'withdrawn'],
  RecordAssessment: ['assessed', 'asked', 'withdrawn'],
  RecordDecision: ['approved', 'returned', 'withdrawn'],
  PlanDeadline: ['run', 'stopped'],
  RecordDelay: ['notice', 'stopped'],
  PlanAppealDeadline: ['wait', 'expired', 'appealed'],
  PlanHandover: ['needed', 'not-needed'],
  CloseCase: ['closed', 'appealed'],
  RegisterAppeal: ['registered', 'withdrawn'],
  RecordAppealReview: ['admissible', 'inadmissible', 'supervision', 'deferral', 'withdrawn'],
  RecordReassessment: ['reassessed', 'withdrawn'],
  RecordAppealDecision: ['changed', 'partly-changed', 'remedied', 'partly-remedied', 'upheld', 'returned', 'withdrawn'],
  RecordCountyOutcome: ['upheld', 'changed', 'sent-back', 'dismissed', 'withdrawn', 'followed-up'],
  ConcludeAppeal: ['closed', 'concluded'],
};

/** What ends a wait for a person; everything else ends by its timer. */
export const answers: Readonly<Record<string, readonly string[]>> = {
  'delay-reason': ['answered', 'withdrawn', 'stopped'],
  clock: ['stopped'],
  opening: ['opened'],
  appeal: ['appealed'],
};
export const answersToTask: readonly string[] = ['answered', 'withdrawn'];

/** How a state moves the case when its function tells an outcome. */
export const moves: Readonly<Record<string, Readonly<Record<string, TransitionName>>>> = {
  Register: { registered: 'register' },
  DetermineConsent: { needed: 'askConsent', given: 'startAssessment', 'not-needed': 'startAssessment' },
  RecordConsent: { plan: 'startAssessment', 'coordinator-only': 'startAssessment', unanswered: 'startAssessment' },
  RecordAssessment: { assessed: 'submitForApproval' },
  RecordDecision: { approved: 'decide', returned: 'startAssessment' },
  DispatchDecision: { done: 'notify' },
  CloseCase: { closed: 'close' },
};

/** What may be done only once a human has answered: the state, and whose answers it takes (one of them). */
export const needsHuman: Readonly<Record<string, readonly string[]>> = {
  RecordAssessment: ['Assess'],
  RenderInformationRequest: ['Assess'],
  RecordDecision: ['Approve'],
  RenderDecision: ['Approve'],
  RenderWithdrawal: ['withdrawn'],
  RecordAppealReview: ['ReviewAppeal'],
  RenderDeferral: ['ReviewAppeal'],
  ForwardRequest: ['ReviewAppeal'],
  RenderDismissal: ['ReviewAppeal'],
  RecordReassessment: ['Reassess'],
  RecordAppealDecision: ['ApproveReassessment'],
  RenderAppealDecision: ['ApproveReassessment'],
  RenderStatement: ['ApproveReassessment'],
  RenderAppealWithdrawal: ['withdrawn'],
  RecordCountyOutcome: ['AwaitCounty'],
  ConcludeAppeal: ['ReviewAppeal', 'ApproveReassessment', 'AwaitCounty', 'withdrawn'],
};
