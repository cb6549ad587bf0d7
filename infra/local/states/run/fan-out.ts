import type { MapState, ParallelState } from '../definition/types.ts';
import { evaluate, evaluationFailure } from '../expression/evaluate.ts';
import type { Json } from '../json.ts';
import type { FanOut, Frame } from '../store/records.ts';
import { record } from './history.ts';
import { limitSize, scopeOf } from './scope.ts';
import { known, type Session, stateOf, wake } from './session.ts';
import { concurrency } from './values.ts';

/** Starts every branch of a Parallel, each in a frame of its own. */
export async function startParallel(session: Session, frame: Frame, state: ParallelState): Promise<void> {
  const scope = scopeOf(session, frame);
  const input = state.arguments === undefined ? frame.input : await evaluate(state.arguments, scope, 'Arguments');
  limitSize(input, `The input of the branches of '${state.name}'`);
  record(session, frame, 'ParallelStateStarted');
  const starts = state.branches.map((branch) => ({ stateName: branch.startAt, input, item: undefined }));
  openFanOut(session, frame, { starts, started: 0, maxConcurrency: starts.length });
}

/** Computes every iteration's input, then starts as many as MaxConcurrency allows (0: all). */
export async function startMap(session: Session, frame: Frame, state: MapState): Promise<void> {
  const scope = scopeOf(session, frame);
  const items = state.items === undefined ? frame.input : await evaluate(state.items, scope, 'Items');
  if (!Array.isArray(items)) throw evaluationFailure(scope, 'Items', 'The items to iterate over are not an array.');
  const limit = await concurrency(state.maxConcurrency ?? 0, scope);
  const starts: FanOut['starts'] = [];
  for (const [index, value] of items.entries()) {
    const item = { index, value };
    const input = await selectItem(session, frame, state, item);
    starts.push({ stateName: state.processor.startAt, input, item });
  }
  record(session, frame, 'MapStateStarted', ['mapStateStartedEventDetails', { length: items.length }]);
  openFanOut(session, frame, { starts, started: 0, maxConcurrency: limit === 0 ? items.length : limit });
}

async function selectItem(
  session: Session,
  frame: Frame,
  state: MapState,
  item: NonNullable<Frame['item']>,
): Promise<Json> {
  if (state.itemSelector === undefined) return item.value;
  const input = await evaluate(state.itemSelector, scopeOf(session, frame, { item }), 'ItemSelector');
  return limitSize(input, `The input of an iteration of '${state.name}'`);
}

function openFanOut(session: Session, frame: Frame, fanOut: FanOut): void {
  frame.phase = 'await';
  frame.fanOut = fanOut;
  progress(session, frame);
}

/** Starts what may be started, and hands the results to the state when every child is done. */
export function progress(session: Session, frame: Frame): void {
  const fanOut = known(frame.fanOut, `the children of ${frame.stateName}`);
  const children = session.store.children(frame.id);
  const done = children.filter((child) => child.phase === 'done');
  if (done.length === fanOut.starts.length) {
    finishFanOut(session, frame, done);
    return;
  }
  const active = children.length - done.length;
  const starting = fanOut.starts.slice(fanOut.started, fanOut.started + fanOut.maxConcurrency - active);
  for (const start of starting) startChild(session, frame, { ...start, position: fanOut.started++ });
  session.store.saveFrame(frame);
}

function finishFanOut(session: Session, frame: Frame, done: Frame[]): void {
  // Branches end in any order; the state's success follows whichever came last.
  frame.lastEventId = Math.max(frame.lastEventId, ...done.map((child) => child.lastEventId));
  record(session, frame, `${stateOf(session, frame).type}StateSucceeded`);
  frame.outcome = { ok: true, result: done.map((child) => child.output) };
  wake(session, frame, 'settle');
}

type Start = FanOut['starts'][number] & { position: number };

function startChild(session: Session, parent: Frame, { stateName, input, item, position }: Start): void {
  const child = newFrame(session, {
    executionArn: parent.executionArn,
    stateName,
    input,
    parentId: parent.id,
    index: position,
  });
  child.item = item;
  child.lastEventId = parent.lastEventId;
  if (item !== undefined) recordIteration(session, child, 'Started');
  wake(session, child, 'enter');
}

/** Map names its iterations in the history; a Parallel does not name its branches. */
export function recordIteration(
  session: Session,
  child: Frame,
  what: 'Started' | 'Succeeded' | 'Failed' | 'Aborted',
): void {
  if (child.item === undefined || child.parentId === undefined) return;
  const name = known(session.store.frame(child.parentId), `frame ${child.parentId}`).stateName;
  record(session, child, `MapIteration${what}`, [`mapIteration${what}EventDetails`, { name, index: child.item.index }]);
}

type NewFrame = Pick<Frame, 'executionArn' | 'stateName' | 'input' | 'parentId' | 'index'>;

export function newFrame(session: Session, start: NewFrame): Frame {
  return session.store.addFrame({
    ...start,
    item: undefined,
    phase: 'enter',
    enteredAt: session.now,
    enteredEventId: 0,
    lastEventId: 0,
    attempt: 0,
    retryCount: 0,
    retries: [],
    variables: {},
    call: undefined,
    fanOut: undefined,
    outcome: undefined,
    output: null,
  });
}

/** Forgets the children of a state that is left or tried again. */
export function removeChildren(session: Session, frame: Frame): void {
  for (const child of session.store.children(frame.id)) {
    removeChildren(session, child);
    session.store.removeFrame(child.id);
  }
  frame.fanOut = undefined;
}
