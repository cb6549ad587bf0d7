import { type SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import { createCallbacks } from '../../functions/tasks/callbacks.ts';

function callbacks(send: () => Promise<unknown>) {
  return createCallbacks({ client: { send: send as SFNClient['send'] } });
}

it('delivers the output as JSON', async () => {
  const sent: unknown[] = [];
  const client = {
    send: async (command: { input: unknown }) => {
      sent.push(command.input);
    },
  };
  const { succeed } = createCallbacks({ client: client as unknown as SFNClient });

  expect(await succeed('token', { outcome: 'opened' })).toBe('delivered');
  expect(sent).toEqual([{ taskToken: 'token', output: '{"outcome":"opened"}' }]);
});

it.each([new TaskTimedOut({ message: '', $metadata: {} }), new TaskDoesNotExist({ message: '', $metadata: {} })])(
  'takes %s for an answer',
  async (error) => {
    expect(await callbacks(() => Promise.reject(error)).succeed('token', {})).toBe('gone');
  },
);

it('throws what may pass', async () => {
  await expect(callbacks(() => Promise.reject(new Error('throttled'))).succeed('token', {})).rejects.toThrow(
    'throttled',
  );
});
