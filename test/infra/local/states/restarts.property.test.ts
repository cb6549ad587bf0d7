import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../../../infra/local/states/json.ts';
import { Bench, failed, lambda, ok, only, waitForToken } from './support.ts';

const payload = '{% $states.result.Payload %}';

/** A bit of everything that waits: two lanes, a loop over items with a limit, a retry, a wait, two tokens. */
const definition = only({
  Type: 'Parallel',
  Branches: [
    {
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { seen: '{% $states.input.list %}' }, Next: 'Each' },
        Each: {
          Type: 'Map',
          Items: '{% $seen %}',
          MaxConcurrency: 1,
          ItemProcessor: { StartAt: 'Ask', States: { Ask: waitForToken('ask', { End: true }) } },
          Next: 'Pause',
        },
        Pause: { Type: 'Wait', Seconds: 3, Output: ['{% $states.input %}', '{% $seen %}'], End: true },
      },
    },
    {
      StartAt: 'Shaky',
      States: { Shaky: lambda('shaky', { Retry: [{ ErrorEquals: ['Busy'] }], Output: payload, End: true }) },
    },
  ],
});

/** Plays the case to its end; after stimulus n the engine is restarted if the n-th flag says so. */
async function play(restarts: boolean[]): Promise<{ output: Json; types: Json[] }> {
  const answers = [failed('Busy'), failed('Busy')];
  const bench = new Bench({ functions: { ask: () => ok(), shaky: () => answers.shift() ?? ok('steady') } });
  const flags = [...restarts];
  const perhapsRestart = async () => {
    if (flags.shift()) await bench.restart();
    await bench.engine.idle();
  };
  const arn = await bench.start(definition, { list: ['a', 'b'] });
  await perhapsRestart();
  for (const index of [0, 1]) {
    await bench.api('SendTaskSuccess', { taskToken: bench.token('ask', index), output: `"answer ${index}"` });
    await perhapsRestart();
  }
  for (let timer = bench.engine.nextTimer(); timer !== undefined; timer = bench.engine.nextTimer()) {
    await bench.pass((timer.at - bench.now) / 1000);
    await perhapsRestart();
  }
  const events = await bench.events(arn);
  const types = events.filter(isJsonObject).map((event) => `${event.id} ${event.type} after ${event.previousEventId}`);
  const output = await bench.output(arn);
  await bench.engine.close();
  return { output, types };
}

it('a case takes the same course however often the runtime is stopped and started', async () => {
  const undisturbed = await play([]);
  expect(undisturbed.output).toEqual([
    [
      ['answer 0', 'answer 1'],
      ['a', 'b'],
    ],
    'steady',
  ]);
  const flags = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(flags, async (restarts) => {
      expect(await play(restarts)).toEqual(undisturbed);
    }),
    { numRuns: 20 },
  );
}, 30_000);
