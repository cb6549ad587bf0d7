import {
  ExecutionDoesNotExist,
  ExecutionNotRedrivable,
  GetExecutionHistoryCommand,
  InvalidToken,
  ListExecutionsCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { parseExecutionName } from '../../../functions/operations/pages/execution-name.ts';
import { createExecutions } from '../../../functions/operations/pages/executions.ts';

const arns = {
  application: 'arn:aws:states:eu-north-1:1:stateMachine:Application',
  appeal: 'arn:aws:states:eu-north-1:1:stateMachine:Appeal',
};
const about = { $metadata: {}, message: '' };

function answering(answer: (command: { readonly input: object }) => object) {
  const sent: { readonly input: object }[] = [];
  // The port asks for the client's overloaded `send` alone; here one function stands for all overloads.
  const send = (async (command: { readonly input: object }) => {
    sent.push(command);
    return answer(command);
  }) as never;
  return { executions: createExecutions({ client: { send }, arns }), sent };
}

describe('executions through Step Functions', () => {
  it('asks for the history without data, page by page', async () => {
    const { executions, sent } = answering(({ input }) =>
      'nextToken' in input ? { events: [{ id: 2 }] } : { events: [{ id: 1 }], nextToken: 'more' },
    );
    expect(await executions.history('appeal', 'x-appeal-1')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toBeInstanceOf(GetExecutionHistoryCommand);
    expect(sent[0]?.input).toMatchObject({
      executionArn: 'arn:aws:states:eu-north-1:1:execution:Appeal:x-appeal-1',
      includeExecutionData: false,
    });
  });

  it('begins at the first page again when a cursor is out of date', async () => {
    const { executions, sent } = answering(({ input }) => {
      if ('nextToken' in input) throw new InvalidToken(about);
      return { executions: [{ name: 'one', status: 'RUNNING', startDate: new Date(0) }] };
    });
    const page = await executions.list({ machine: 'application', status: 'RUNNING', cursor: 'old', limit: 25 });
    expect(page.executions.map(({ name }) => name)).toEqual(['one']);
    expect(sent.every((command) => command instanceof ListExecutionsCommand)).toBe(true);
  });

  it('takes an unknown execution and one that cannot be redriven as answers', async () => {
    const unknown = answering(() => {
      throw new ExecutionDoesNotExist(about);
    });
    expect(await unknown.executions.describe('application', 'nobody')).toBeUndefined();
    const running = answering(() => {
      throw new ExecutionNotRedrivable(about);
    });
    expect(await running.executions.redrive('application', 'x')).toBe(false);
  });
});

describe('the name of an execution', () => {
  const caseId = 'testtesttesttesttesttest22';

  it.each([
    ['application', caseId, 'application'],
    ['application', `${caseId}-part-2-Assess`, 'application'],
    ['appeal', `${caseId}-appeal-12`, 'appeal-12'],
    ['appeal', `${caseId}-appeal-1-part-2-AwaitCounty`, 'appeal-1'],
  ])('%s %s is about %s', (machine, name, subject) => {
    expect(parseExecutionName(machine, name)).toMatchObject({ caseId, subject });
  });

  it.each(['', 'kari', `${caseId}x`, `${caseId}/..`, `${caseId}-a b`])('%j is no name of ours', (name) => {
    expect(parseExecutionName('application', name)).toBeUndefined();
  });
});
