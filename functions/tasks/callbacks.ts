import { SendTaskSuccessCommand, type SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';

/** Tells waiting lanes to go on. */
export interface Callbacks {
  /**
   * Completes a wait with its output. `gone` when there is nothing to complete: Step Functions answers alike for a wait
   * that timed out, was completed before or ended with its execution, so what became of it is read from our own records.
   */
  succeed(token: string, output: unknown): Promise<'delivered' | 'gone'>;
}

/** Callbacks through Step Functions. Any other failure is thrown, to be tried again. */
export function createCallbacks({ client }: { client: Pick<SFNClient, 'send'> }): Callbacks {
  return {
    async succeed(taskToken, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
        return 'delivered';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return 'gone';
        throw error;
      }
    },
  };
}
