import { type Flow, isGuarded, type State } from './types.ts';

type Report = (path: string, message: string) => void;

interface FlowPlace {
  path: string;
  /** States that could not be read: they exist, so a transition to them is no second problem. */
  unread: ReadonlySet<string>;
  report: Report;
}

/** Every state that may follow, with the field that says so. */
function transitions(state: State): [field: string, target: string][] {
  const all: [string, string][] = [];
  if ('next' in state && state.next !== undefined) all.push(['Next', state.next]);
  if (state.type === 'Choice') {
    for (const [index, rule] of state.choices.entries()) all.push([`Choices[${index}]/Next`, rule.next]);
    if (state.default !== undefined) all.push(['Default', state.default]);
  }
  if (isGuarded(state))
    for (const [index, catcher] of state.catch.entries()) all.push([`Catch[${index}]/Next`, catcher.next]);
  return all;
}

/** Reports transitions to nowhere and states that nothing leads to. */
export function checkTransitions(flow: Flow, { path, unread, report }: FlowPlace): void {
  const states = new Map(flow.states.map((state) => [state.name, state]));
  const exists = (name: string) => name === '' || states.has(name) || unread.has(name);
  if (!exists(flow.startAt)) report(`${path}/StartAt`, `there is no state ${flow.startAt}`);
  for (const state of flow.states) {
    for (const [field, target] of transitions(state)) {
      if (!exists(target)) report(`${path}/States/${state.name}/${field}`, `there is no state ${target}`);
    }
  }
  // What an unread state leads to is unknown, so reachability is judged on a complete flow only.
  if (unread.size > 0) return;
  const reached = new Set<string>();
  const open = [flow.startAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states.get(name);
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    open.push(...transitions(state).map(([, target]) => target));
  }
  for (const name of states.keys()) if (!reached.has(name)) report(`${path}/States/${name}`, 'no state leads here');
}

/**
 * Reports variables of an inner scope that bear a name of an outer one: "a variable assigned in an inner scope cannot
 * have the same name as one assigned in an outer scope", so an inner state can never assign an outer variable.
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html#variable-scope
 */
export function checkScopes(flow: Flow, report: Report, path = '', outer: ReadonlySet<string> = new Set()): void {
  const own = new Set<string>();
  for (const state of flow.states) {
    for (const [field, name] of assigned(state)) {
      own.add(name);
      if (outer.has(name)) {
        report(
          `${path}/States/${state.name}/${field}/${name}`,
          `${name} is assigned in an outer scope, which is read-only here`,
        );
      }
    }
  }
  const visible = new Set([...outer, ...own]);
  for (const state of flow.states) {
    const here = `${path}/States/${state.name}`;
    if (state.type === 'Map') checkScopes(state.processor, report, `${here}/ItemProcessor`, visible);
    if (state.type === 'Parallel') {
      for (const [index, branch] of state.branches.entries())
        checkScopes(branch, report, `${here}/Branches[${index}]`, visible);
    }
  }
}

function assigned(state: State): [field: string, name: string][] {
  const names = (field: string, assign: object | undefined): [string, string][] =>
    Object.keys(assign ?? {}).map((name) => [field, name]);
  const all = 'assign' in state ? names('Assign', state.assign) : [];
  if (state.type === 'Choice') {
    for (const [index, rule] of state.choices.entries()) all.push(...names(`Choices[${index}]/Assign`, rule.assign));
  }
  if (isGuarded(state)) {
    for (const [index, catcher] of state.catch.entries()) all.push(...names(`Catch[${index}]/Assign`, catcher.assign));
  }
  return all;
}
