import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseState } from '../../functions/core/case-state.ts';
import { steps } from '../../infra/workflow/steps.ts';
import { type Lane, Model, type State } from './model.ts';
import { outcomes } from './outcomes.ts';

type MachineName = 'application' | 'appeal';

function definition(name: MachineName): Lane {
  return JSON.parse(readFileSync(new URL(`../../infra/workflow/${name}.asl.json`, import.meta.url), 'utf8'));
}

/** How executions begin: sent in, or followed up after an appeal that changed the decision. */
const starts: Readonly<Record<MachineName, readonly { continueAt: string; caseState: CaseState }[]>> = {
  application: [
    { continueAt: '', caseState: 'received' },
    { continueAt: 'AfterDecision', caseState: 'notified' },
    { continueAt: 'AfterDecision', caseState: 'appealed' },
  ],
  appeal: [{ continueAt: '', caseState: 'appealed' }],
};

/** The machine gone through from every start, and from wherever an execution that nears its year is continued. */
async function explored(name: MachineName, machine = definition(name)): Promise<Model> {
  const model = new Model();
  for (const start of starts[name]) await model.explore(machine, start);
  for (const start of model.continued.values()) await model.explore(machine, start);
  return model;
}

function statesOf({ States }: Lane): readonly (readonly [string, State])[] {
  return Object.entries(States).flatMap(([name, state]) => [
    [name, state] as const,
    ...(state.Branches ?? []).flatMap((lane) => statesOf(lane)),
  ]);
}

describe.each(['application', 'appeal'] as const)('the %s', (name) => {
  test('reaches every state, has no dead end, decides nothing without a human and lets no month pass in silence', async () => {
    const model = await explored(name);
    expect([...model.violations]).toEqual([]);
    const all = statesOf(definition(name)).map(([state]) => state);
    expect(all.filter((state) => !model.visited.has(state))).toEqual([]);
  });

  test('asks a human before the answer only beside a lane that sends notices', () => {
    const questions = ['consent', 'assessment', 'approval', 'appeal-review', 'reassessment', 'appeal-approval'];
    const asks = ([, state]: readonly [string, State]) => questions.includes(state.Arguments?.Payload?.kind ?? '');
    const notices = (lane: Lane) => 'DispatchDelayNotice' in lane.States;
    const parallels = Object.values(definition(name).States).filter((state) => state.Type === 'Parallel');
    const watched = parallels.flatMap(({ Branches = [] }) =>
      Branches.some(notices) ? Branches.flatMap(statesOf) : [],
    );
    const every = statesOf(definition(name)).filter(asks);
    expect(every.length).toBeGreaterThan(2);
    expect(watched.filter(asks).map(([state]) => state)).toEqual(every.map(([state]) => state));
  });
});

describe('the check itself notices', () => {
  /** A definition with one state changed, wherever it lies. */
  function changed(name: MachineName, stateName: string, change: (state: State) => void): Lane {
    const machine = definition(name);
    const found = statesOf(machine).find(([state]) => state === stateName);
    if (!found) throw new Error(`no state ${stateName}`);
    change(found[1]);
    return machine;
  }
  const timeoutTo = (next: string) => (state: State) => {
    for (const each of state.Catch ?? []) if (each.ErrorEquals.includes('States.Timeout')) each.Next = next;
  };
  const defaultTo = (next: string) => (state: State) => {
    state.Default = next;
  };
  const endless = (state: State) => {
    state.End = false;
    state.Next = 'AppealDone';
  };
  const nextTo = (next: string) => (state: State) => {
    state.Next = next;
  };

  test.each([
    [
      'a notice that is left out',
      'application',
      'DelayRecorded',
      defaultTo('PlanDeadline'),
      'a month passes without a notice',
    ],
    [
      'a notice that is left out for an appeal',
      'appeal',
      'AskDelayReason',
      timeoutTo('DeadlineDone'),
      'a lane ends with a notice unsent',
    ],
    [
      'a decision nobody approved',
      'application',
      'Approve',
      timeoutTo('RecordDecision'),
      "RecordDecision without a human's answer",
    ],
    [
      'silence taken for a withdrawal',
      'application',
      'ConsentAgain',
      defaultTo('RenderWithdrawal'),
      "RenderWithdrawal without a human's answer",
    ],
    [
      'a late appeal dismissed by a timer',
      'appeal',
      'ReviewAppeal',
      timeoutTo('RenderDismissal'),
      "RenderDismissal without a human's answer",
    ],
    [
      'an assessment nobody made',
      'application',
      'DetermineConsent',
      nextTo('Approve'),
      'RecordDecision from awaiting-consent',
    ],
    ['a lane that never ends', 'application', 'AppealDone', endless, 'no way out of AppealDone'],
  ] as const)('%s', async (_what, name, state, change, violation) => {
    const model = new Model();
    const machine = changed(name, state, change);
    for (const start of starts[name].slice(0, 1)) await model.explore(machine, start);
    expect([...model.violations]).toContain(violation);
  });
});

test('the outcomes gone through are those the functions tell', () => {
  const told = Object.keys(outcomes).map((name) => {
    const folder = steps.find((step) => step.name === name)?.folder;
    const source = readFileSync(new URL(`../../functions/${folder}/handler.ts`, import.meta.url), 'utf8');
    const literals = [...source.matchAll(/outcome: [^,;]*?'([a-z-]+)'/g)].map(([, outcome = '']) => outcome);
    return { name, unknown: literals.filter((outcome) => !outcomes[name]?.includes(outcome)) };
  });
  expect(told.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
});
