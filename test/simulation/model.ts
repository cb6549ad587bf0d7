import { type CaseState, canWithdraw, type Transition, transitions } from '../../functions/core/case-state.ts';
import { assigned, type Context, evaluate, resolved, type Variables } from './expressions.ts';
import { answers, answersToTask, moves, needsHuman, outcomes } from './outcomes.ts';

/** A state of a definition, as far as the model looks at it. */
export interface State {
  Type: string;
  Next?: string;
  End?: boolean;
  Default?: string;
  Resource?: string;
  Arguments?: { FunctionName?: string; Payload?: { kind?: string; waitName?: string } };
  Assign?: Record<string, unknown>;
  Output?: unknown;
  Choices?: { Condition: string; Next: string; Assign?: Record<string, unknown> }[];
  Catch?: { ErrorEquals: string[]; Next: string; Assign?: Record<string, unknown> }[];
  Branches?: Lane[];
}

/** A state machine, or one branch of a Parallel. */
export interface Lane {
  StartAt: string;
  States: Record<string, State>;
}

/** What the model remembers beside the machine's own variables. */
interface Ghost {
  readonly caseState: CaseState;
  /** States whose newest question was answered by a human; `withdrawn` for a withdrawal. */
  readonly answered: readonly string[];
  /** A promised date has come and neither a notice nor an answer has gone out. */
  readonly overdue: boolean;
}

interface Node {
  readonly name: string;
  readonly vars: Variables;
  readonly input: unknown;
  readonly ghost: Ghost;
}
type End = Omit<Node, 'name'>;

/** How a state is left: to another, or out of the lane. */
interface Exit extends End {
  readonly next: string | undefined;
}

/** Young, and old enough to be continued in a new execution. */
const ages = ['2026-02-01T00:00:00.000Z', '2026-12-20T00:00:00.000Z'];

/**
 * Every way through a definition: each outcome of each step, each answer, each timer and each failure is a branch. The
 * definition's own JSONata decides the choices. Time is a branch as well: a case is young, or nears its year.
 */
export class Model {
  readonly visited = new Set<string>();
  readonly violations = new Set<string>();
  /** Where a new execution goes on, with the case's state. */
  readonly continued = new Map<string, { readonly continueAt: string; readonly caseState: CaseState }>();
  readonly #ends = new Map<string, Promise<readonly End[]>>();

  /** Explores from a start of the whole machine. */
  async explore(machine: Lane, start: { continueAt: string; caseState: CaseState }): Promise<void> {
    const ghost: Ghost = { caseState: start.caseState, answered: [], overdue: false };
    const input = { caseId: 'c', municipality: '4635', appealNumber: 1, continueAt: start.continueAt };
    await this.#lane(machine, { vars: {}, input, ghost });
  }

  /** The ends of a lane, however it is gone through. */
  #lane(lane: Lane, entry: End): Promise<readonly End[]> {
    const key = `${Object.keys(lane.States).join()} ${JSON.stringify(entry)}`;
    const known = this.#ends.get(key) ?? this.#walk(lane, entry);
    this.#ends.set(key, known);
    return known;
  }

  async #walk(lane: Lane, entry: End): Promise<readonly End[]> {
    const nodes = new Map<string, Node>();
    const before = new Map<string, Set<string>>();
    const ends = new Map<string, End>();
    const reached = (given: Node, from?: string) => {
      const node = withoutHold(given);
      const key = JSON.stringify(node);
      nodes.set(key, node);
      const sources = before.get(key) ?? new Set();
      before.set(key, from ? sources.add(from) : sources);
    };
    const endings: string[] = [];
    reached({ ...entry, name: lane.StartAt });
    for (const [key, node] of nodes) {
      this.#judge(node);
      for (const { next, vars, input, ghost } of await this.#exits(lane, node)) {
        const end = { vars, input, ghost };
        if (next !== undefined) reached({ ...end, name: next }, key);
        // What a lane assigned stays in the lane.
        else ends.set(JSON.stringify({ input, ghost }), { ...end, vars: {} });
        if (next === undefined) endings.push(key);
      }
    }
    this.#judgeDeadEnds(nodes, before, endings);
    for (const end of ends.values()) if (end.ghost.overdue) this.violations.add('a lane ends with a notice unsent');
    return [...ends.values()];
  }

  #judge({ name, vars, ghost }: Node): void {
    this.visited.add(name);
    const humans = needsHuman[name];
    if (humans && !humans.some((human) => ghost.answered.includes(human))) {
      this.violations.add(`${name} without a human's answer`);
    }
    if (name === 'AwaitDeadline' && ghost.overdue) this.violations.add('a month passes without a notice');
    if (name === 'ContinueInNewExecution') {
      const entry = { continueAt: String(vars.continueAt), caseState: ghost.caseState };
      this.continued.set(JSON.stringify(entry), entry);
    }
  }

  #judgeDeadEnds(nodes: ReadonlyMap<string, Node>, before: ReadonlyMap<string, Set<string>>, endings: string[]): void {
    const alive = new Set(endings);
    for (const key of alive) for (const source of before.get(key) ?? []) alive.add(source);
    for (const [key, { name }] of nodes) if (!alive.has(key)) this.violations.add(`no way out of ${name}`);
  }

  async #exits(lane: Lane, node: Node): Promise<readonly Exit[]> {
    const state = lane.States[node.name];
    if (!state) {
      this.violations.add(`${node.name} is not there`);
      return [];
    }
    switch (state.Type) {
      case 'Pass':
        return Promise.all(ages.map((now) => this.#leave(state, node, { input: node.input, now })));
      case 'Choice':
        return [await this.#choose(state, node)];
      case 'Parallel':
        return this.#parallel(state, node);
      case 'Succeed':
        return [{ ...node, next: undefined }];
      default:
        return this.#task(state, node);
    }
  }

  async #choose(state: State, node: Node): Promise<Exit> {
    for (const { Condition, Next, Assign } of state.Choices ?? []) {
      if (await evaluate(Condition, node.vars, { input: node.input })) {
        const vars = await assigned(Assign, node.vars, { input: node.input });
        return { ...node, vars, next: Next };
      }
    }
    return { ...node, next: state.Default };
  }

  async #parallel(state: State, node: Node): Promise<readonly Exit[]> {
    const { vars, input, ghost } = node;
    const lanes = await Promise.all((state.Branches ?? []).map((lane) => this.#lane(lane, { vars, input, ghost })));
    const together = lanes.reduce<readonly (readonly End[])[]>(
      (sets, ends) => sets.flatMap((set) => ends.map((end) => [...set, end])),
      [[]],
    );
    const exits = together.map((ends) => {
      const moved = ends.find(({ ghost }) => ghost.caseState !== node.ghost.caseState) ?? ends[0] ?? node;
      const answered = [...new Set(ends.flatMap(({ ghost }) => ghost.answered))].sort();
      const ghost = { ...moved.ghost, answered, overdue: false };
      const result = ends.map(({ input }) => input);
      return this.#leave(state, { ...node, ghost }, { input: node.input, result });
    });
    return unique(await Promise.all(exits));
  }

  async #task(state: State, node: Node): Promise<readonly Exit[]> {
    const asked = functionOf(state) === 'OpenTask';
    const answered = node.ghost.answered.filter((human) => !asked || human !== node.name);
    const entered = { ...node, ghost: { ...node.ghost, answered } };
    const done = resultsOf(state).map(async (outcome) => {
      const ghost = this.#after(entered, { state, outcome });
      const told = outcome === 'answered' ? { outcome, answerId: 'a' } : { outcome };
      const waited = state.Resource?.endsWith('.waitForTaskToken');
      const result = waited ? told : { Payload: { ...told, askAt: '', noticeAt: '', until: '' } };
      return ghost && this.#leave(state, { ...entered, ghost }, { input: node.input, result });
    });
    const caught = (state.Catch ?? []).map(async ({ ErrorEquals, Next, Assign }): Promise<Exit> => {
      const timedOut = ErrorEquals.includes('States.Timeout');
      const errorOutput = { Error: timedOut ? 'States.Timeout' : 'E' };
      const vars = await assigned(Assign, node.vars, { input: node.input, errorOutput });
      // A failure is operations' to mend, with an alarm; it is not the person's time that passes here.
      const overdue = (timedOut && node.name === 'AskDelayReason') || node.ghost.overdue;
      return { vars, input: errorOutput, ghost: { ...entered.ghost, overdue }, next: Next };
    });
    return (await Promise.all([...done, ...caught])).filter((exit) => exit !== undefined);
  }

  /** What the model remembers after an outcome; undefined when the case's state makes it impossible. */
  #after({ name, ghost }: Node, { state, outcome }: { state: State; outcome: string }): Ghost | undefined {
    const transition = moves[name]?.[outcome];
    if (transition && ghost.caseState === 'withdrawn' && transitions[transition].to !== 'closed') return undefined;
    const human = outcome === 'answered' ? [name] : outcome === 'withdrawn' ? ['withdrawn'] : [];
    const answered = [...new Set([...ghost.answered, ...human])].sort();
    const reason = state.Arguments?.Payload?.kind === 'delay-reason' && outcome === 'answered';
    const overdue =
      (ghost.overdue || reason) && name !== 'DispatchDelayNotice' && !/^(stopped|withdrawn)$/.test(outcome);
    return { caseState: this.#moved(name, outcome, ghost.caseState), answered, overdue };
  }

  #moved(name: string, outcome: string, caseState: CaseState): CaseState {
    if (outcome === 'withdrawn' && canWithdraw(caseState)) return 'withdrawn';
    if (name === 'AwaitAppeal' && outcome === 'appealed') return 'appealed';
    const transition = moves[name]?.[outcome];
    if (transition === undefined) return caseState;
    const { from, to }: Transition = transitions[transition];
    // What overtakes a step, a withdrawal or an appeal, is what the step then tells.
    if (caseState !== to && !from.includes(caseState) && caseState !== 'appealed') {
      this.violations.add(`${name} from ${caseState}`);
    }
    return caseState === 'appealed' ? caseState : to;
  }

  async #leave(state: State, node: Node, context: Context): Promise<Exit> {
    const { Output, Assign, Next } = state;
    const fallback = context.result ?? node.input;
    const input = Output === undefined ? fallback : await resolved(Output, node.vars, context);
    const vars = await assigned(Assign, node.vars, context);
    return { vars, input: outcomeOf(input), ghost: node.ghost, next: state.End ? undefined : Next };
  }
}

/** Which state was held is forgotten once it goes on, as nothing looks at it any more. */
function withoutHold(node: Node): Node {
  const held = { state: '', error: '' };
  return node.name.startsWith('Hold') ? node : { ...node, vars: { ...node.vars, held, caseHeld: held } };
}

/** `RegisterCase` of `${RegisterCase}`. */
function functionOf({ Arguments }: State): string {
  return Arguments?.FunctionName?.slice(2, -1) ?? '';
}

/** What a task can come to besides failing and running out of time. */
function resultsOf(state: State): readonly string[] {
  const { kind, waitName } = state.Arguments?.Payload ?? {};
  const name = functionOf(state);
  if (name === 'OpenTask') return answers[kind ?? ''] ?? answersToTask;
  if (name === 'RegisterWait') return answers[waitName ?? ''] ?? [];
  return outcomes[name] ?? ['done'];
}

/** Only what branches are chosen by travels on, so that equal nodes are equal. */
function outcomeOf(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const kept = ['outcome', 'answerId', 'continueAt', 'round', 'lane'].filter((field) => field in input);
  return Object.fromEntries(kept.map((field) => [field, Reflect.get(input, field)]));
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
