import { randomUUID } from 'node:crypto';
import { readJson, writeAtomically } from '../files.ts';
import { asNumber, asObject } from '../json.ts';
import type { LocalSchedule } from '../template/model.ts';

/** What the schedules run with. */
export interface SchedulesOptions {
  readonly file: string;
  readonly now: number;
  readonly region: string;
  readonly accountId: string;
  readonly fire: (target: LocalSchedule['target'], input: string) => void;
}

/** A schedule's memory: where a rate counts from, and when it last came round. */
interface Memory {
  readonly anchor: number;
  readonly last: number;
}

/** The app's schedules on the moved clock. */
export class Schedules {
  readonly #schedules: readonly LocalSchedule[];
  readonly #options: SchedulesOptions;
  readonly #memory = new Map<string, Memory>();

  constructor(schedules: readonly LocalSchedule[], options: SchedulesOptions) {
    this.#schedules = schedules;
    this.#options = options;
    const kept = asObject(readJson(options.file));
    for (const { name } of schedules) {
      const { anchor, last } = asObject(kept[name]);
      const at = { anchor: asNumber(anchor) ?? options.now, last: asNumber(last) ?? options.now };
      this.#memory.set(name, at);
    }
    this.#keep();
  }

  /** The next schedule to come round. */
  next(): { at: number; name: string } | undefined {
    let soonest: { at: number; name: string } | undefined;
    for (const schedule of this.#schedules) {
      const at = this.#nextOf(schedule);
      if (at !== undefined && (soonest === undefined || at < soonest.at)) soonest = { at, name: schedule.name };
    }
    return soonest;
  }

  /**
   * Fires every schedule that is due, once, however many times it was missed while the runtime was stopped. The memory is
   * written first: after a kill in between, a round is missed rather than doubled, and the next one makes up for it.
   */
  fireDue(now: number): void {
    const due = this.#schedules
      .map((schedule) => ({ schedule, at: this.#nextOf(schedule) ?? Number.POSITIVE_INFINITY }))
      .filter(({ at }) => at <= now);
    if (due.length === 0) return;
    for (const { schedule } of due) {
      this.#memory.set(schedule.name, { anchor: this.#memoryOf(schedule).anchor, last: now });
    }
    this.#keep();
    for (const { schedule, at } of due) this.#options.fire(schedule.target, this.#input(schedule, at));
  }

  #nextOf(schedule: LocalSchedule): number | undefined {
    const { anchor, last } = this.#memoryOf(schedule);
    return schedule.expression.next(last, anchor);
  }

  #memoryOf({ name }: LocalSchedule): Memory {
    return this.#memory.get(name) ?? { anchor: this.#options.now, last: this.#options.now };
  }

  #keep(): void {
    writeAtomically(this.#options.file, `${JSON.stringify(Object.fromEntries(this.#memory), undefined, 2)}\n`);
  }

  #input(schedule: LocalSchedule, at: number): string {
    const time = new Date(at).toISOString().replace('.000Z', 'Z');
    if (schedule.describesItself) return schedule.input ?? this.#describe(schedule, time);
    // The attributes EventBridge Scheduler puts in ("Adding context attributes").
    return (schedule.input ?? '{}')
      .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
      .replaceAll('<aws.scheduler.scheduled-time>', time)
      .replaceAll('<aws.scheduler.execution-id>', randomUUID())
      .replaceAll('<aws.scheduler.attempt-number>', '1');
  }

  /** What an EventBridge rule sends on schedule when it has no constant input. */
  #describe({ arn }: LocalSchedule, time: string): string {
    const { region, accountId } = this.#options;
    return JSON.stringify({
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: accountId,
      time,
      region,
      resources: [arn],
      detail: {},
    });
  }
}
