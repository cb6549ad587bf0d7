/**
 * What a function is allowed to reach. Each word gives its grant and its environment variables together, in one
 * construct method, so that neither can be forgotten (see `infra/constructs/`).
 */
export const accessWords = [
  /** TABLE_NAME, read and write. */
  'table',
  /** LETTERS_BUCKET, read and write-once. */
  'letters',
  /** UPLOADS_BUCKET, PUBLIC_URL; put, list, read and remove what people send in, and keep it with a case. */
  'uploads',
  /** The same variables; read what was kept with a case, and no more. */
  'attachments',
  /** MAIL_FROM, MAIL_CONFIGURATION_SET, PUBLIC_URL; ses:SendEmail. */
  'mail',
  /** CONTACT_REGISTER_URL (empty: no register), MASKINPORTEN_ISSUER, MASKINPORTEN_CLIENT_ID, MASKINPORTEN_KEY_SECRET_ID. */
  'contacts',
  /** SVARUT_URL (empty: nobody has an agreement), SVARUT_SECRET_ID, and Maskinporten's as for `contacts`. */
  'svarUt',
  /** PUBLIC_URL alone, for what only names an address of the pages. */
  'publicUrl',
  /** LINK_SECRET_ID. */
  'links',
  /** PERSON_KEY_SECRET_ID. */
  'personKey',
  /** SESSION_SECRET_ID. */
  'session',
  /** SUBMISSION_KEYS_SECRET_ID. */
  'submissionKeys',
  /**
   * APPLICANT_ISSUER, APPLICANT_CLIENT_ID, APPLICANT_KEY_SECRET_ID, STAFF_ISSUER, STAFF_CLIENT_ID, STAFF_KEY_SECRET_ID,
   * PUBLIC_URL.
   */
  'signIn',
  /** states:SendTaskSuccess / SendTaskFailure on both state machines; no environment. */
  'callback',
  /** APPLICATION_STATE_MACHINE_ARN, APPEAL_STATE_MACHINE_ARN; states:StartExecution. */
  'startExecutions',
  /**
   * The same variables; states:ListExecutions, DescribeExecution, DescribeStateMachineForExecution,
   * GetExecutionHistory, RedriveExecution.
   */
  'observeExecutions',
  /** RENDER_LETTER_FUNCTION; lambda:InvokeFunction on it. */
  'render',
] as const;
export type Access = (typeof accessWords)[number];

/** One Lambda function: entry `functions/<folder>/index.ts`; the folder's last part is its name everywhere. */
export interface FunctionSpec {
  /** Name in the state machines' substitutions (`${RegisterCase}`) and logical id. */
  readonly name: string;
  /** Folder below `functions/`. */
  readonly folder: string;
  readonly access: readonly Access[];
  /** Default 256. */
  readonly memoryMb?: number;
  /** Default 30. */
  readonly timeoutSeconds?: number;
  /** The bundle carries Chromium. */
  readonly chromium?: boolean;
}

/** The steps of the two state machines. */
export const steps = [
  { name: 'RegisterCase', folder: 'intake/register-case', access: ['table', 'personKey'] },
  { name: 'DetermineConsent', folder: 'consent/determine-consent', access: ['table', 'personKey'] },
  { name: 'RecordConsent', folder: 'consent/record-consent', access: ['table', 'personKey'] },
  { name: 'RecordAssessment', folder: 'assessment/record-assessment', access: ['table', 'personKey'] },
  { name: 'RecordDecision', folder: 'decision/record-decision', access: ['table', 'personKey'] },
  { name: 'PlanAppealDeadline', folder: 'decision/plan-appeal-deadline', access: ['table', 'personKey'] },
  { name: 'CloseCase', folder: 'decision/close-case', access: ['table', 'personKey'] },
  { name: 'PlanDeadline', folder: 'deadline/plan-deadline', access: ['table', 'personKey'] },
  { name: 'RecordDelay', folder: 'deadline/record-delay', access: ['table', 'personKey'] },
  { name: 'TellLeader', folder: 'deadline/tell-leader', access: ['table', 'personKey', 'mail'] },
  { name: 'StopClock', folder: 'deadline/stop-clock', access: ['table', 'personKey', 'callback'] },
  { name: 'PlanHandover', folder: 'handover/plan-handover', access: ['table', 'personKey', 'mail'] },
  { name: 'RecordCoordinator', folder: 'handover/record-coordinator', access: ['table', 'personKey'] },
  { name: 'HandOver', folder: 'handover/hand-over', access: ['table', 'personKey', 'mail'] },
  { name: 'RegisterAppeal', folder: 'appeal/register-appeal', access: ['table', 'personKey'] },
  { name: 'RecordAppealReview', folder: 'appeal/record-appeal-review', access: ['table', 'personKey', 'mail'] },
  { name: 'RecordReassessment', folder: 'appeal/record-reassessment', access: ['table', 'personKey'] },
  { name: 'RecordAppealDecision', folder: 'appeal/record-appeal-decision', access: ['table', 'personKey'] },
  {
    name: 'ForwardAppeal',
    folder: 'appeal/forward-appeal',
    access: ['table', 'personKey', 'letters', 'mail', 'svarUt'],
  },
  { name: 'RecordCountyOutcome', folder: 'appeal/record-county-outcome', access: ['table', 'personKey'] },
  { name: 'ConcludeAppeal', folder: 'appeal/conclude-appeal', access: ['table', 'personKey', 'mail'] },
  {
    name: 'OpenTask',
    folder: 'tasks/open-task',
    access: ['table', 'personKey', 'links', 'mail', 'contacts', 'callback'],
  },
  { name: 'RegisterWait', folder: 'tasks/register-wait', access: ['table', 'personKey', 'callback'] },
  { name: 'HoldCase', folder: 'operations/hold-case', access: ['table', 'personKey', 'mail'] },
  {
    name: 'RenderLetter',
    folder: 'letters/render-letter',
    access: ['table', 'personKey', 'letters', 'contacts', 'publicUrl'],
    memoryMb: 2048,
    timeoutSeconds: 60,
    chromium: true,
  },
  {
    name: 'DispatchLetter',
    folder: 'messages/dispatch-letter',
    access: ['table', 'personKey', 'letters', 'mail', 'contacts', 'svarUt'],
  },
  {
    name: 'NotifyAgain',
    folder: 'messages/notify-again',
    access: ['table', 'personKey', 'letters', 'mail', 'contacts', 'svarUt', 'render'],
    timeoutSeconds: 90,
  },
  {
    name: 'SendOnPaper',
    folder: 'messages/send-on-paper',
    access: ['table', 'personKey', 'letters', 'mail', 'svarUt', 'render'],
    timeoutSeconds: 90,
  },
] as const satisfies readonly FunctionSpec[];

/** The web functions and those that watch; routes and schedules are bound in the stack. */
export const otherFunctions = [
  {
    name: 'WebPublic',
    folder: 'web/public',
    access: [
      'table',
      'personKey',
      'letters',
      'uploads',
      'mail',
      'session',
      'signIn',
      'callback',
      'startExecutions',
      'render',
    ],
    memoryMb: 512,
  },
  {
    name: 'WebTasks',
    folder: 'web/tasks',
    access: ['table', 'personKey', 'links', 'mail', 'session', 'attachments', 'callback', 'render'],
    memoryMb: 512,
  },
  {
    name: 'WebOperations',
    folder: 'web/operations',
    access: ['table', 'personKey', 'links', 'mail', 'contacts', 'session', 'callback', 'observeExecutions'],
    memoryMb: 512,
  },
  {
    name: 'WebApi',
    folder: 'web/api',
    access: ['table', 'personKey', 'submissionKeys', 'publicUrl', 'startExecutions'],
    memoryMb: 512,
  },
  { name: 'WebAssets', folder: 'web/assets', access: [] },
  /**
   * Daily: tasks overdue, notices late, letters unopened, a heartbeat metric; starts what was lost; one digest to
   * operations.
   */
  {
    name: 'WatchCases',
    folder: 'operations/watch-cases',
    access: ['table', 'personKey', 'letters', 'mail', 'contacts', 'svarUt', 'startExecutions', 'render'],
    timeoutSeconds: 300,
  },
  /** SES events (delivery, bounce, complaint) through SNS. */
  { name: 'RecordDelivery', folder: 'messages/record-delivery', access: ['table', 'personKey'] },
] as const satisfies readonly FunctionSpec[];

/** A step's name as the state machines and the functions know it. */
export type StepName = (typeof steps)[number]['name'];
/** Every function's name. */
export type FunctionName = StepName | (typeof otherFunctions)[number]['name'];
