import type { Graph, Progress } from './graph.ts';
import { boxHeight, type Column, type PlacedState, placeGraph } from './graph-layout.ts';

/** The words a drawing needs. */
export interface DrawingWords {
  /** What the drawing is, for those who do not see it: it must say where the same stands as text. */
  readonly label: string;
  /** The legend; `unvisited` are the states that may come. */
  readonly progress: Readonly<Record<Progress, string>>;
}

interface Look {
  readonly fill: string;
  readonly stroke: string;
  /** Attributes of the outline. */
  readonly outline: string;
  /** Path of the sign, 16 pixels wide: what colour says is said by shape as well (WCAG 1.4.1). */
  readonly sign: string;
}

// Attributes, not classes: the console of the local runtime draws the same graph without the pages' style sheet.
const looks: Readonly<Record<Progress, Look>> = {
  visited: { fill: '#e7f4ea', stroke: '#2c6e3f', outline: 'stroke-width="1.5"', sign: 'M2 8.5l4 4 8-9' },
  current: { fill: '#dbe9fa', stroke: '#004c91', outline: 'stroke-width="3.5"', sign: 'M3 2l11 6-11 6z' },
  caught: {
    fill: '#fdf1d8',
    stroke: '#855800',
    outline: 'stroke-width="1.5"',
    sign: 'M8 1.5L15 14.5H1zM8 6v4M8 12v1',
  },
  failed: { fill: '#fde5e5', stroke: '#a81717', outline: 'stroke-width="3.5"', sign: 'M3 3l10 10M13 3L3 13' },
  unvisited: {
    fill: '#ffffff',
    stroke: '#5d6670',
    outline: 'stroke-width="1.5" stroke-dasharray="5 4"',
    sign: 'M8 2a6 6 0 1 0 .01 0z',
  },
};
const ink = '#1e2b3c';
const margin = 8;

/** Draws an execution's graph as SVG with a legend. All text in it comes escaped. */
export function drawGraph(graph: Graph, words: DrawingWords): string {
  const column = placeGraph(graph);
  const { width, height } = { width: column.width + 2 * margin, height: column.height + 2 * margin };
  return `<ul class="graph-legend">${legend(words)}</ul>
<div class="site-scroll" tabindex="0" role="region" aria-label="${escaped(words.label)}">
<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(words.label)}" font-family="Inter, system-ui, sans-serif">
<defs><marker id="graph-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0l8 4-8 4z" fill="${ink}"/></marker></defs>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<g transform="translate(${margin} ${margin})">${drawColumn(column, words)}</g>
</svg>
</div>`;
}

function legend({ progress }: DrawingWords): string {
  const kinds: readonly Progress[] = ['visited', 'current', 'caught', 'failed', 'unvisited'];
  return kinds
    .map(
      (kind) =>
        `<li><svg width="28" height="22" viewBox="0 0 28 22" aria-hidden="true">${outline(kind, { x: 2, y: 1, width: 24, height: 20 })}<g transform="translate(7 4) scale(0.85)">${sign(kind)}</g></svg> ${escaped(progress[kind])}</li>`,
    )
    .join('');
}

function drawColumn({ lines, states }: Column, words: DrawingWords): string {
  const drawn = lines.map(
    ({ path, taken }) =>
      `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.5" marker-end="url(#graph-arrow)"${taken ? '' : ' stroke-dasharray="4 4" opacity="0.7"'}/>`,
  );
  return [...drawn, ...states.map((placed) => drawState(placed, words))].join('\n');
}

function drawState({ state, x, y, width, height, lanes }: PlacedState, words: DrawingWords): string {
  const { name, progress, visits, error } = state;
  const times = visits > 1 ? ` × ${visits}` : '';
  // Where it is now, an earlier error (a question asked again, say) is no longer what matters.
  const hasFailed = progress === 'caught' || progress === 'failed';
  const told = `${(hasFailed && error) || words.progress[progress]}${times}`;
  const frame =
    lanes.length > 0
      ? `<rect width="${width}" height="${height}" rx="8" fill="#f6f7f8" stroke="${looks[progress].stroke}"/>`
      : '';
  return `<g transform="translate(${x} ${y})">${frame}${outline(progress, { x: 0, y: 0, width, height: boxHeight })}
<g transform="translate(10 ${boxHeight / 2 - 8})">${sign(progress)}</g>
<text x="36" y="20" font-size="13" font-weight="${progress === 'current' || progress === 'failed' ? 700 : 600}" fill="${ink}">${escaped(name)}</text>
<text x="36" y="36" font-size="12" fill="${ink}">${escaped(told)}</text>
${lanes.map((lane) => `<g transform="translate(${lane.x} ${lane.y})">${drawColumn(lane.column, words)}</g>`).join('\n')}</g>`;
}

function outline(progress: Progress, box: { x: number; y: number; width: number; height: number }): string {
  const { fill, stroke, outline: line } = looks[progress];
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="6" fill="${fill}" stroke="${stroke}" ${line}/>`;
}

function sign(progress: Progress): string {
  return `<path d="${looks[progress].sign}" fill="none" stroke="${looks[progress].stroke}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
