/**
 * Names of the errors a step may throw, as Retry and Catch in the state machines see them (Step Functions takes the
 * error's `name`). Shared with the definition files by a test, so a renamed error cannot slip past its Catch.
 */
export const errorNames = {
  /** The case, task, letter or appeal a step was asked about is not in the table. */
  notFound: 'NotFoundError',
  /** The case is in a state this step does not follow from: a defect or a redrive gone wrong; never retried. */
  wrongState: 'WrongStateError',
  /** A letter could not be laid out or failed its checks; see the list in the message. */
  letterRendering: 'LetterRenderingError',
  /** A letter or message could not be handed over; safe to try again. */
  delivery: 'DeliveryError',
  /** Configuration of the function or the municipality is missing or wrong. */
  configuration: 'ConfigurationError',
  /** Operations chose to stop at a held step. Ends the execution, which can be redriven to the same choice. */
  stopped: 'StoppedByOperations',
} as const;

export type ErrorName = (typeof errorNames)[keyof typeof errorNames];

/** Base of every error thrown on purpose. Messages carry ids and kinds only, never what a person wrote. */
abstract class WorkflowError extends Error {
  abstract override readonly name: ErrorName;
}

/** See {@link errorNames.notFound}. */
export class NotFoundError extends WorkflowError {
  override readonly name = errorNames.notFound;
}

/** See {@link errorNames.wrongState}. */
export class WrongStateError extends WorkflowError {
  override readonly name = errorNames.wrongState;
}

/** See {@link errorNames.letterRendering}. */
export class LetterRenderingError extends WorkflowError {
  override readonly name = errorNames.letterRendering;
}

/** See {@link errorNames.delivery}. */
export class DeliveryError extends WorkflowError {
  override readonly name = errorNames.delivery;
}

/** See {@link errorNames.configuration}. */
export class ConfigurationError extends WorkflowError {
  override readonly name = errorNames.configuration;
}
