/**
 * An error of the Step Functions API. `name` is AWS's error type, which the HTTP layer answers as `__type` with status 400.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html
 */
export class ServiceError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }

  /** The body of the HTTP 400 answer in the AWS JSON 1.0 protocol. */
  toBody(): { __type: string; message: string } {
    return { __type: this.name, message: this.message };
  }
}

/** The error names that the service itself gives to a failed state (Amazon States Language, appendix A). */
export const StatesErrors = {
  all: 'States.ALL',
  taskFailed: 'States.TaskFailed',
  timeout: 'States.Timeout',
  heartbeatTimeout: 'States.HeartbeatTimeout',
  dataLimitExceeded: 'States.DataLimitExceeded',
  runtime: 'States.Runtime',
  queryEvaluation: 'States.QueryEvaluationError',
  noChoiceMatched: 'States.NoChoiceMatched',
} as const;

/** What a state failed with; `Error` and `Cause` of `$states.errorOutput`. */
export interface Failure {
  error: string;
  cause: string | undefined;
}

/** Thrown while a state is computed; the step turns it into a retry, a catch or the end of the execution. */
export class StateFailure extends Error {
  readonly failure: Failure;
  /** The field whose expression failed; set for States.QueryEvaluationError only. */
  readonly location: string | undefined;

  constructor(failure: Failure, location?: string) {
    super(`${failure.error}: ${failure.cause ?? ''}`);
    this.name = 'StateFailure';
    this.failure = failure;
    this.location = location;
  }
}

/** Whether an ErrorEquals list takes this error; the reserved names' exceptions are AWS's. */
export function matchesError(names: readonly string[], error: string): boolean {
  return names.some((name) => {
    if (name === error) return true;
    if (error === StatesErrors.dataLimitExceeded || error === StatesErrors.runtime) return false;
    if (name === StatesErrors.all) return true;
    // "A Task state either ran longer than TimeoutSeconds, or failed to send a heartbeat": the wider name covers both.
    if (name === StatesErrors.timeout) return error === StatesErrors.heartbeatTimeout;
    return name === StatesErrors.taskFailed && error !== StatesErrors.timeout;
  });
}
