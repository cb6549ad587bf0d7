import { ExecutionStatus } from '@aws-sdk/client-sfn';
import { taskKinds } from '../../core/records.ts';
import type { WebContext } from '../../platform/http/index.ts';
import { type Machine, machines } from './execution-name.ts';
import type { OperationsText } from './texts.ts';
import type { Waiting } from './waiting.ts';

/** Ages to choose from, in days since the start. */
const ages = [7, 30, 90, 300] as const;
const waitings: readonly Waiting[] = ['hold', ...taskKinds, 'clock', 'opening', 'appeal'];
const statuses = Object.values(ExecutionStatus);

/** What the list is narrowed to. */
export interface Filter {
  readonly machine: Machine;
  readonly status: ExecutionStatus | undefined;
  /** At least so many days since the start. */
  readonly days: number | undefined;
  readonly waiting: Waiting | undefined;
  readonly cursor: string | undefined;
  /** The same as query parameters, without the cursor. */
  readonly asked: Readonly<Record<string, string>>;
}

/** Reads the filter of the address; what is not understood is no filter. Without one the running cases are shown. */
export function readFilter(c: WebContext): Filter {
  const asked = {
    machine: c.req.query('machine') ?? 'application',
    status: c.req.query('status') ?? 'RUNNING',
    age: c.req.query('age') ?? '',
    waiting: c.req.query('waiting') ?? '',
  };
  return {
    machine: machines.find((machine) => machine === asked.machine) ?? 'application',
    status: statuses.find((status) => status === asked.status),
    days: ages.find((days) => String(days) === asked.age),
    waiting: waitings.find((waiting) => waiting === asked.waiting),
    cursor: c.req.query('after') || undefined,
    asked,
  };
}

/** The filter as fields of its form. */
export function filterFields(filter: Filter, text: OperationsText) {
  const field = (name: keyof typeof filter.asked & string, label: string, options: readonly [string, string][]) => ({
    name,
    label,
    options: options.map(([value, words]) => ({ value, label: words, selected: filter.asked[name] === value })),
  });
  const { filters } = text;
  return [
    field('machine', filters.machine, Object.entries(text.machine)),
    field('status', filters.status, [['', filters.any], ...Object.entries(text.status)]),
    field('waiting', filters.waiting, [['', filters.any], ...Object.entries(text.waiting)]),
    field('age', filters.age, [
      ['', filters.anyAge],
      ...ages.map((days): [string, string] => [String(days), `${days} ${filters.days}`]),
    ]),
  ];
}
