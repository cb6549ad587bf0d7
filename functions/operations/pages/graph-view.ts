import type { Language } from '../../core/language.ts';
import type { Graph, Progress } from './graph.ts';
import { drawGraph } from './graph-drawing.ts';
import { operationsText } from './texts.ts';

const colors = {
  unvisited: 'neutral',
  visited: 'success',
  current: 'info',
  caught: 'warning',
  failed: 'danger',
} as const satisfies Record<Progress, string>;

/** View of `operations-graph`: every state with its progress in words, as colour alone tells too little (WCAG 1.4.1). */
export function graphView(graph: Graph, language: Language): object {
  const words = operationsText(language).progress;
  return {
    unvisited: graph.unvisited,
    unvisitedLabel: words.unvisited,
    visited: graph.visited.map(({ name, progress, visits, error, next, lanes }) => ({
      name,
      progress,
      word: words[progress],
      color: colors[progress],
      again: visits > 1 ? visits : undefined,
      error,
      // Where it may go from here is of interest only where it is.
      next: progress === 'current' || progress === 'failed' ? next : [],
      lanes: lanes.map((lane) => graphView(lane, language)),
    })),
  };
}

/** The graph as a drawing; the list of `graphView` is its text alternative. */
export function graphDrawing(graph: Graph, language: Language): string {
  const { progress, drawing } = operationsText(language);
  return drawGraph(graph, { label: drawing.label, progress: { ...progress, unvisited: drawing.ahead } });
}
