import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/** Starts the state machines. Only references travel (design § 2.3); the name makes a second start of the same harmless. */
export interface Executions {
  /** One application: execution `<caseId>`. */
  startApplication(input: { readonly caseId: string; readonly municipality: string }): Promise<void>;
  /** One appeal: execution `<caseId>-appeal-<n>`, the name the application's own machine uses too. */
  startAppeal(input: {
    readonly caseId: string;
    readonly municipality: string;
    readonly appealNumber: number;
  }): Promise<void>;
}

/** Executions through Step Functions; one that exists already is a success. */
export function createExecutions(options: {
  readonly client: Pick<SFNClient, 'send'>;
  readonly applicationArn: string;
  readonly appealArn: string;
}): Executions {
  async function start(stateMachineArn: string, name: string, input: object): Promise<void> {
    try {
      await options.client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }
  return {
    startApplication: ({ caseId, municipality }) => start(options.applicationArn, caseId, { caseId, municipality }),
    startAppeal: ({ caseId, municipality, appealNumber }) =>
      start(options.appealArn, `${caseId}-appeal-${appealNumber}`, { caseId, municipality, appealNumber }),
  };
}
