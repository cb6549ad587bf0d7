import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  ExecutionNotRedrivable,
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  InvalidToken,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { Machine } from './execution-name.ts';

export type { ExecutionStatus, HistoryEvent };

/** One execution as it stands. Input and output are never read into this product. */
export interface Execution {
  readonly name: string;
  readonly status: ExecutionStatus;
  /** ISO instants. */
  readonly startedAt: string;
  readonly stoppedAt: string | undefined;
  /** Name of the error it failed with. */
  readonly error: string | undefined;
  readonly redrivable: boolean;
}

/** Looks at executions, and redrives one. */
export interface Executions {
  /** A page of executions, newest first. An outdated cursor gives the first page. */
  list(query: {
    readonly machine: Machine;
    readonly status?: ExecutionStatus;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<{ readonly executions: readonly Execution[]; readonly cursor?: string }>;
  /** Undefined when there is none of that name. */
  describe(machine: Machine, name: string): Promise<Execution | undefined>;
  /** The definition the execution started with, as ASL text. */
  definition(machine: Machine, name: string): Promise<string>;
  /** Its events from the beginning, without their data; at most {@link longestHistory}. */
  history(machine: Machine, name: string): Promise<readonly HistoryEvent[]>;
  /** Goes on from where it failed. False when Step Functions will not (e.g. it is running again already). */
  redrive(machine: Machine, name: string): Promise<boolean>;
}

/** Events read of one execution; a case has a few hundred. */
const longestHistory = 10_000;
const pageOfEvents = 1_000;

/** Executions through Step Functions, the same in AWS and on a laptop. */
export function createExecutions(options: {
  readonly client: Pick<SFNClient, 'send'>;
  readonly arns: Readonly<Record<Machine, string>>;
}): Executions {
  const { client, arns } = options;
  const arnOf = (machine: Machine, name: string) => `${arns[machine].replace(':stateMachine:', ':execution:')}:${name}`;

  return {
    async list({ machine, status, cursor, limit }) {
      const query = { stateMachineArn: arns[machine], maxResults: limit, ...(status && { statusFilter: status }) };
      const send = (nextToken?: string) =>
        client.send(new ListExecutionsCommand({ ...query, ...(nextToken && { nextToken }) }));
      const page = await send(cursor).catch((error: unknown) => {
        if (error instanceof InvalidToken) return send();
        throw error;
      });
      const executions = (page.executions ?? []).map((found) => executionOf(found));
      return { executions, ...(page.nextToken && { cursor: page.nextToken }) };
    },
    async describe(machine, name) {
      const executionArn = arnOf(machine, name);
      const found = await client.send(new DescribeExecutionCommand({ executionArn })).catch(absent);
      return found && { ...executionOf(found), error: found.error, redrivable: found.redriveStatus === 'REDRIVABLE' };
    },
    async definition(machine, name) {
      const command = new DescribeStateMachineForExecutionCommand({ executionArn: arnOf(machine, name) });
      return (await client.send(command)).definition ?? '{}';
    },
    async history(machine, name) {
      const events: HistoryEvent[] = [];
      let nextToken: string | undefined;
      do {
        const page = await client.send(
          new GetExecutionHistoryCommand({
            executionArn: arnOf(machine, name),
            includeExecutionData: false,
            maxResults: pageOfEvents,
            ...(nextToken && { nextToken }),
          }),
        );
        events.push(...(page.events ?? []));
        nextToken = page.nextToken;
      } while (nextToken && events.length < longestHistory);
      return events;
    },
    async redrive(machine, name) {
      try {
        await client.send(new RedriveExecutionCommand({ executionArn: arnOf(machine, name) }));
        return true;
      } catch (error) {
        if (error instanceof ExecutionNotRedrivable) return false;
        throw error;
      }
    },
  };
}

function executionOf(found: {
  readonly name?: string | undefined;
  readonly status?: ExecutionStatus | undefined;
  readonly startDate?: Date | undefined;
  readonly stopDate?: Date | undefined;
}): Execution {
  return {
    name: found.name ?? '',
    status: found.status ?? 'RUNNING',
    startedAt: found.startDate?.toISOString() ?? '',
    stoppedAt: found.stopDate?.toISOString(),
    error: undefined,
    redrivable: false,
  };
}

function absent(error: unknown): undefined {
  if (error instanceof ExecutionDoesNotExist) return undefined;
  throw error;
}
