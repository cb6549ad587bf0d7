import type { ExecutionStatus } from '@aws-sdk/client-sfn';
import { executionGraph, type Graph } from '../../../functions/operations/pages/graph.ts';
import { drawGraph } from '../../../functions/operations/pages/graph-drawing.ts';
import type { HistoryEntry } from './executions.ts';

/** How far an execution has come: the operations pages' drawing as SVG, and the same for a list. */
export interface DrawnExecution {
  readonly svg: string;
  readonly graph: Graph;
}

const words = {
  label: 'Drawing of the states. The same stands as a list below.',
  progress: {
    visited: 'done',
    current: 'here now',
    caught: 'failed, went on',
    failed: 'stopped here',
    unvisited: 'may come',
  },
} as const;

/** Draws what an execution did, and what may come. */
export function drawExecution(definition: string, history: readonly HistoryEntry[], status: string): DrawnExecution {
  const events = history.map(({ event }) => event);
  const graph = executionGraph({ definition, events, status: status as ExecutionStatus });
  return { svg: drawGraph(graph, words), graph };
}
