import type { Machine } from '../machine.ts';
import type { Statistics } from '../statistics.ts';
import type { Bar } from './bars.ts';
import type { ColdTimes } from './cold.ts';
import type { Held } from './soak.ts';
import type { WarmRow } from './warm.ts';

/** Everything one run of the benchmark found. */
export interface Report {
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly warm: readonly WarmRow[];
  readonly cold: Record<'stock' | 'ours', ColdTimes>;
  readonly bars: readonly Bar[];
}

/** The report to be read by people. */
export function readable({ machine, versions, warm, cold, bars }: Report): string {
  const versionList = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const lines = [
    onMachine(machine),
    versionList.join(', '),
    '',
    'Warm: one letter, milliseconds',
    heading,
    ...warm.map((row) => line(row.name, row.times, row.pages, row.note)),
    '',
    'Cold: a new process and an empty temporary folder each, milliseconds (files in the page cache)',
    heading,
    line('stock: until unpacked', cold.stock.unpack),
    line('ours: until unpacked', cold.ours.unpack, undefined, 'runs where it lies'),
    line('stock: to the first page', cold.stock.first, undefined, 'prints a letter, no archive, no checks'),
    line('ours: to the first page', cold.ours.first, undefined, 'the function’s bundle; a blank form, checked'),
    '',
    'Bars',
    ...bars.map(
      ({ name, limit, measured, met }) =>
        `${(met === null ? 'not measured' : met ? 'met' : 'MISSED').padEnd(14)}${name.padEnd(60)}${measured ?? '–'} of at most ${limit} ms`,
    ),
  ];
  return lines.join('\n');
}

/** Where it was measured, in a line; a busy machine is said plainly. */
function onMachine({ processor, cores, memoryGb, node, load }: Machine): string {
  const busy = load > 1 ? ' – other processes were running: times are only relative' : '';
  return `${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}, load ${load}${busy}`;
}

const heading = row('', ['min', 'p50', 'p95', 'mean', 'runs', 'pages'], '');

function line(name: string, times: Statistics | undefined, pages?: number, note = ''): string {
  const cells = times ? [times.min, times.p50, times.p95, times.mean, times.runs] : ['–', '–', '–', '–', '–'];
  return row(name, [...cells, pages || ''], note);
}

function row(name: string, cells: readonly (string | number)[], note: string): string {
  return `${name.padEnd(40)}${cells.map((cell) => String(cell).padStart(9)).join('')}  ${note}`.trimEnd();
}

/** What a soak found, to be read by people. */
export function readableSoak(machine: Machine, held: readonly Held[]): string {
  const head = ['letters', 'node MB', 'in use MB', 'browser MB', 'pages', 'folders', 'browsers'];
  const rows = held.map((each) => Object.values(each));
  return [
    onMachine(machine),
    '',
    ...[head, ...rows].map((cells) => cells.map((c) => String(c).padStart(11)).join('')),
  ].join('\n');
}
