import { Logger } from '@aws-lambda-powertools/logger';

/**
 * Everything the functions ever log: a code to search for and a sentence. Closed, so that no text a person wrote can
 * slip into a log line (design § 2.3).
 */
export const logMessages = {
  STEP_STARTED: 'A step of a case started',
  STEP_DONE: 'A step of a case gave its outcome',
  STEP_FAILED: 'A step of a case failed; Step Functions retries or holds it',
  REQUEST_DONE: 'A page was asked for and answered',
  REQUEST_FAILED: 'A page failed with an unexpected error',
  API_REFUSED: 'A request of another system was refused',
  SIGN_IN_FAILED: 'A sign-in was not completed',
  ACCESS_DENIED: 'Somebody asked for what is not theirs to see',
  CASE_CREATED: 'A new case was stored',
  CASE_HEALED: 'A case whose first submission was interrupted was stored by the next one',
  CASE_CHANGE_CONTENDED: 'A change of a case was tried again, as another change came first',
  TASK_OPENED: 'A question was put to a human',
  TASK_ANSWERED: 'A human answered a question',
  TASK_PASSED_ON: 'A member of staff gave a question to a colleague, or back to its mailbox',
  TASK_CLOSED: 'A question was taken back',
  CALLBACK_GONE: 'A waiting lane had already gone on or ended when it was called back',
  WAIT_REGISTERED: 'A lane waits for something to happen',
  WAIT_COMPLETED: 'What a lane waited for happened',
  MAIL_SENT: 'A mail was handed to the mail service',
  MAIL_SENT_BEFORE: 'A mail had been sent before and was not sent again',
  MAIL_TAKEN_OVER: 'A mail whose sender vanished before telling the outcome was sent again',
  MAIL_REFUSED: 'The mail service refused a mail',
  MAIL_DELIVERY: 'The mail service told what became of a mail',
  MAIL_UNKNOWN: 'The mail service told about a mail that no case knows',
  LETTER_RENDERED: 'A letter was rendered and stored',
  LETTER_FAILED: 'A letter could not be rendered or failed its checks',
  LETTER_DISPATCHED: 'A letter was made available to its recipients',
  LETTER_SHIPPED: 'A letter was handed to SvarUt to be printed and posted',
  SHIPMENT_REFUSED: 'SvarUt did not take a letter; the post room prints it',
  SHIPMENT_ENDED: 'SvarUt told what became of a letter',
  LETTER_OPENED: 'A recipient opened a letter',
  CASE_HELD: 'A lane stopped at a failed step and waits for operations',
  HOLD_ANSWERED: 'Operations answered a hold',
  CASE_STARTED_LATE: 'A case or appeal that was received and never started is started by the daily look',
  CASES_WATCHED: 'The daily look at all open cases of a municipality was taken',
} as const;
export type LogCode = keyof typeof logMessages;

/** The only fields a log line may carry: ids, codes and numbers. */
export interface LogFields {
  readonly step?: string;
  readonly caseId?: string;
  readonly municipality?: string;
  readonly subject?: string;
  /** Kind of letter, task or wait; name of a mail template. */
  readonly kind?: string;
  readonly key?: string;
  readonly outcome?: string;
  /** An error's name, never its message. */
  readonly error?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly count?: number;
  readonly milliseconds?: number;
  readonly requestId?: string;
}

type Level = 'info' | 'warn' | 'error';

/** Writes lines of the catalogue. */
export type Log = { readonly [L in Level]: (code: LogCode, fields?: LogFields) => void };

const logger = new Logger({ serviceName: 'individuell-plan' });

/** The log of all functions. */
export const log: Log = {
  info: (code, fields = {}) => logger.info(logMessages[code], { code, ...fields }),
  warn: (code, fields = {}) => logger.warn(logMessages[code], { code, ...fields }),
  error: (code, fields = {}) => logger.error(logMessages[code], { code, ...fields }),
};
