import { Temporal } from 'temporal-polyfill';
import { type CronFields, nextCron, parseCron } from './cron.ts';

/** When a schedule comes round: `next(after, anchor)` is the first time strictly after `after`, in epoch milliseconds. */
export interface ScheduleExpression {
  readonly text: string;
  next(after: number, anchor: number): number | undefined;
}

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(…)`, `cron(…)` and `at(…)` as EventBridge Scheduler writes them; anything else is an error. */
export function parseScheduleExpression(text: string, timeZone: string): ScheduleExpression {
  const [, kind, body = ''] = /^(rate|cron|at)\((.*)\)$/.exec(text.trim()) ?? [];
  switch (kind) {
    case 'rate':
      return rate(text, body);
    case 'cron':
      return cron(text, parseCron(body), timeZone);
    case 'at':
      return once(text, body, timeZone);
    default:
      throw new Error(`Not a schedule expression: ${text}`);
  }
}

function rate(text: string, body: string): ScheduleExpression {
  const [, count = '', unit = ''] = /^(\d+)\s+(minute|hour|day)s?$/.exec(body.trim()) ?? [];
  const period = Number(count) * (UNIT_MS[unit] ?? 0);
  if (period <= 0) throw new Error(`Not a rate: ${text}`);
  return { text, next: (after, anchor) => anchor + (Math.floor((after - anchor) / period) + 1) * period };
}

function cron(text: string, fields: CronFields, timeZone: string): ScheduleExpression {
  return { text, next: (after) => nextCron(fields, after, timeZone) };
}

function once(text: string, body: string, timeZone: string): ScheduleExpression {
  const at = Temporal.PlainDateTime.from(body).toZonedDateTime(timeZone).epochMilliseconds;
  return { text, next: (after) => (after < at ? at : undefined) };
}
