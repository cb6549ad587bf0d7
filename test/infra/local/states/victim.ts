import { createStatesEngine } from '../../../../infra/local/states/engine.ts';

/**
 * A process to be killed: `start` runs a case into a function that never answers and says so; `resume` carries the same case
 * on with functions that answer, and tells how it ended.
 */
const [databaseFile = '', mode] = process.argv.slice(2);
const ARN = 'arn:aws:states:eu-north-1:000000000000:execution:m:case';

let quickCalls = 0;
let token = '';

const engine = createStatesEngine({
  databaseFile,
  clock: { now: () => 1_000_000 },
  invoke: async (name, payload) => {
    if (name === 'quick') quickCalls += 1;
    if (name === 'ask') token = String(Object(payload).token);
    if (name === 'slow' && mode === 'start') {
      process.send?.('slow called');
      return new Promise(() => undefined);
    }
    return { ok: true, payload: name === 'slow' ? 'second time' : { token } };
  },
});

const call = (FunctionName: string, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload: {} },
  ...more,
});

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Quick',
  States: {
    Quick: call('quick', { Assign: { quick: true }, Next: 'Ask' }),
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      Assign: { token: '{% $states.result.ok %}' },
      Next: 'Slow',
    },
    Slow: call('slow', { Output: { token: '{% $token %}', slow: '{% $states.result.Payload %}' }, End: true }),
  },
};

async function start(): Promise<void> {
  await engine.api('CreateStateMachine', { name: 'm', definition: JSON.stringify(definition), roleArn: 'role' });
  const stateMachineArn = ARN.replace(':execution:', ':stateMachine:').replace(/:case$/, '');
  await engine.api('StartExecution', { stateMachineArn, name: 'case' });
  await engine.idle();
  await engine.api('SendTaskSuccess', { taskToken: token, output: '{"ok":true}' });
}

async function resume(): Promise<void> {
  await engine.resume();
  await engine.idle();
  const { status, output } = Object(await engine.api('DescribeExecution', { executionArn: ARN }));
  process.send?.({ status, output, quickCalls });
}

await (mode === 'start' ? start() : resume());
