import type { Graph, GraphState } from './graph.ts';

/** Sizes in pixels. */
const boxWidth = 264;
export const boxHeight = 46;
const gap = 26;
/** Room beside a column for lines that pass by other states. */
const gutter = 34;
const padding = 12;

/** A state in its place. A Parallel is a frame around its lanes. */
export interface PlacedState {
  readonly state: GraphState;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly x: number; readonly y: number; readonly column: Column }[];
}

/** A line from one state to another. */
export interface Line {
  readonly path: string;
  /** Whether the execution went this way; otherwise it may. */
  readonly taken: boolean;
}

/** One level of the graph, its states below each other; coordinates from its own upper left corner. */
export interface Column {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly lines: readonly Line[];
}

/** Places the states that were entered and those that may come, each Parallel's lanes side by side. */
export function placeGraph(graph: Graph): Column {
  const measured = [...graph.visited, ...graph.ahead].map((state) => {
    const columns = state.lanes.map(placeGraph);
    if (columns.length === 0) return { state, columns, width: boxWidth, height: boxHeight };
    const inside = columns.reduce((sum, { width }) => sum + width, 0);
    const tallest = Math.max(...columns.map(({ height }) => height));
    return { state, columns, width: inside + 2 * padding, height: boxHeight + tallest + 2 * padding };
  });
  const widest = Math.max(boxWidth, ...measured.map(({ width }) => width));
  let below = 0;
  const states = measured.map(({ state, columns, width, height }): PlacedState => {
    const y = below;
    below += height + gap;
    let right = padding;
    const lanes = columns.map((column) => {
      const x = right;
      right += column.width;
      return { x, y: boxHeight + padding, column };
    });
    return { state, x: gutter + (widest - width) / 2, y, width, height, lanes };
  });
  return { width: widest + 2 * gutter, height: Math.max(0, below - gap), states, lines: linesOf(states) };
}

function linesOf(states: readonly PlacedState[]): readonly Line[] {
  return states.flatMap((from, row) =>
    states.flatMap((to, otherRow) => {
      const taken = to.state.from.has(from.state.name);
      // Of the ways not taken, only those from where it is.
      const isOpen = from.state.progress === 'current' || from.state.progress === 'failed';
      const mayCome = isOpen && to.state.visits === 0 && from.state.onward.includes(to.state.name);
      return taken || mayCome ? [{ path: pathOf({ from, row, to, otherRow }), taken }] : [];
    }),
  );
}

/** Straight down to the neighbour; past other states on the right; back up on the left. */
function pathOf(way: { from: PlacedState; row: number; to: PlacedState; otherRow: number }): string {
  const { from, row, to, otherRow } = way;
  if (otherRow === row + 1) {
    const x = from.x + from.width / 2;
    return `M${x} ${from.y + from.height}V${to.y - 1}`;
  }
  const forward = otherRow > row;
  const side = ({ x, width }: PlacedState) => (forward ? x + width : x);
  const edge = forward ? Math.max(side(from), side(to)) : Math.min(side(from), side(to));
  const bend = edge + (forward ? 1 : -1) * (12 + ((row + otherRow) % 3) * 7);
  const start = from.y + (forward ? boxHeight * 0.7 : boxHeight * 0.3);
  const end = to.y + (forward ? boxHeight * 0.3 : boxHeight * 0.7);
  return `M${side(from)} ${start}H${bend}V${end}H${side(to) + (forward ? 1 : -1)}`;
}
