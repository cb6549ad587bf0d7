import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { ErrorName } from '../core/errors.ts';

/** Tells waiting lanes to go on. */
export interface Callbacks {
  /**
   * Completes a wait with its output. `gone` when there is nothing to complete: Step Functions answers alike for a wait
   * that timed out, was completed before or ended with its execution, so what became of it is read from our own records.
   */
  succeed(token: string, output: unknown): Promise<Delivered>;
  /** Fails a wait with a named error and a cause that holds ids and names of states only. */
  fail(token: string, error: ErrorName, cause: string): Promise<Delivered>;
}

/** `gone`: nobody waits under this token any more. */
export type Delivered = 'delivered' | 'gone';

/** Callbacks through Step Functions. Any other failure is thrown, to be tried again. */
export function createCallbacks({ client }: { client: Pick<SFNClient, 'send'> }): Callbacks {
  const deliver = async (sending: Promise<unknown>): Promise<Delivered> => {
    try {
      await sending;
      return 'delivered';
    } catch (error) {
      if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return 'gone';
      throw error;
    }
  };
  return {
    succeed: (taskToken, output) =>
      deliver(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),
    fail: (taskToken, error, cause) => deliver(client.send(new SendTaskFailureCommand({ taskToken, error, cause }))),
  };
}
