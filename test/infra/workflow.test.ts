import { readFileSync } from 'node:fs';
import aslValidator from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { errorNames } from '../../functions/core/errors.ts';
import { definitionFiles, substitutionsIn } from '../../infra/constructs/state-machines.ts';
import { steps } from '../../infra/workflow/steps.ts';
import { synthesize } from './support/synthesized.ts';

// biome-ignore lint/suspicious/noExplicitAny: a definition is read as JSON.
type State = any;

const template = synthesize();
const files = Object.entries(definitionFiles).map(([kind, file]) => ({ kind, text: readFileSync(file, 'utf8') }));
const year = 365 * 24 * 3600;

/** All states of a definition, those in branches too. */
function statesOf(machine: State): { readonly name: string; readonly state: State }[] {
  return Object.entries<State>(machine.States).flatMap(([name, state]) => [
    { name, state },
    ...(state.Branches ?? []).flatMap(statesOf),
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
  ]);
}

describe.each(files)('$kind', ({ kind, text }) => {
  const definition = JSON.parse(text);
  const states = statesOf(definition);
  const tasks = states.filter(({ state }) => state.Type === 'Task');
  const named = states
    .flatMap(({ state }) => [...(state.Retry ?? []), ...(state.Catch ?? [])])
    .flatMap(({ ErrorEquals }) => ErrorEquals as string[]);

  test('is valid Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(definition);
    expect(isValid, errorsText()).toBe(true);
  });

  test.each(tasks)('$name has a time limit, and retries and catches what goes wrong', ({ state }) => {
    expect(state.TimeoutSeconds).toBeDefined();
    expect(state.Retry.length).toBeGreaterThan(0);
    const last = state.Catch.at(-1);
    // The last one catches everything: a hold, never a failed execution (design § 3). A hold itself is tried again for
    // as long as the execution lives; only operations' word to stop ends it.
    const isHold = state.Arguments.FunctionName?.includes('HoldCase');
    expect(last.ErrorEquals).toEqual([isHold ? 'States.Timeout' : 'States.ALL']);
    if (isHold) expect(state.Retry[1]).toMatchObject({ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 9999 });
  });

  test.each(states.filter(({ state }) => state.Type === 'Wait' || state.Resource?.endsWith('.waitForTaskToken')))(
    '$name waits a bounded time',
    ({ state }) => {
      const limit = state.TimeoutSeconds ?? state.Seconds;
      // A computed limit is bounded by the clock it is computed from; a number must be within an execution's year.
      if (typeof limit === 'string') expect(limit).toMatch(/^\{% .* %\}$/);
      else expect(limit).toBeLessThan(year);
    },
  );

  test('gets every substitution it asks for, and each is a step or one of the two machines', () => {
    const machine = template
      .ofType('AWS::StepFunctions::StateMachine')
      .find(({ properties }) => properties.StateMachineName === `individuell-plan-${kind}`);
    const given = Object.keys(machine?.properties.DefinitionSubstitutions);
    const known = [...steps.map(({ name }) => name as string), 'ApplicationStateMachine', 'AppealStateMachine'];
    expect(given.sort()).toEqual(substitutionsIn(text).sort());
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('names only errors that are thrown', () => {
    const own = named.filter((name) => !/^(States|Lambda|StepFunctions)\./.test(name));
    expect(own.filter((name) => !(Object.values(errorNames) as string[]).includes(name))).toEqual([]);
  });

  test('goes on, state by state: each is reached', () => {
    expect(unreached(definition)).toEqual([]);
  });
});

test('every step is used in a definition', () => {
  const used = files.flatMap(({ text }) => substitutionsIn(text));
  expect(steps.map(({ name }) => name as string).filter((name) => !used.includes(name))).toEqual([]);
});

/** States that nothing leads to, in a machine and its branches. */
function unreached(machine: State): string[] {
  const targets = new Set([machine.StartAt, ...Object.values<State>(machine.States).flatMap(nextOf)]);
  return Object.entries<State>(machine.States).flatMap(([name, state]) => [
    ...(targets.has(name) ? [] : [name]),
    ...(state.Branches ?? []).flatMap(unreached),
  ]);
}

function nextOf(state: State): string[] {
  const ways = [state, ...(state.Choices ?? []), ...(state.Catch ?? [])];
  return [...ways.map(({ Next }) => Next), state.Default].filter((next) => next !== undefined);
}
