import { z } from 'zod';
import { osloDate } from '../../core/calendar.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { type Municipality, municipalities } from '../../municipalities/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import type { CountMetric } from '../../platform/metrics.ts';
import { instant } from '../../platform/step.ts';
import { findingsOf } from '../findings.ts';

/** The moment comes with the event: `time` from an EventBridge rule, `now` from a schedule's own input. */
const input = z.union([
  z.object({ now: instant }),
  z.object({ time: instant }).transform(({ time }) => ({ now: time })),
]);

interface Ports {
  readonly store: CaseStore;
  readonly mailer: Mailer;
  readonly count: CountMetric;
  readonly publicUrl: string;
}

/** Cases read at a time. */
const pageSize = 25;

/**
 * The daily look at all open cases: counts what is late, overdue or held, and sends each municipality's operations one
 * digest, only when there is something. Zeros are counted too, and the heartbeat last: an alarm that hears nothing
 * knows that nobody watches.
 */
export function createWatchCases(ports: Ports) {
  return async (event: unknown) => {
    const { now } = input.parse(event);
    const looks: PromiseSettledResult<void>[] = [];
    for (const municipality of municipalities)
      looks.push(...(await Promise.allSettled([watch(ports, municipality, now)])));
    // One that fails does not hide the others; the schedule then tries all again, and no digest goes out twice.
    const failed = looks.find((look) => look.status === 'rejected');
    if (failed) throw failed.reason;
    ports.count('Heartbeat');
    return { outcome: 'watched' };
  };
}

interface Counts {
  readonly noticesLate: number;
  readonly tasksOverdue: number;
  readonly holdsOpen: number;
  readonly notStarted: number;
}

async function watch(ports: Ports, municipality: Municipality, now: Instant): Promise<void> {
  const counts = await countFindings(ports.store, municipality.number, now);
  const dimensions = { municipality: municipality.number };
  ports.count('NoticesLate', dimensions, counts.noticesLate);
  ports.count('TasksOverdue', dimensions, counts.tasksOverdue);
  ports.count('HoldsOpen', dimensions, counts.holdsOpen);
  log.info('CASES_WATCHED', { municipality: municipality.number, count: sum(Object.values(counts)) });
  if (sum(Object.values(counts)) === 0) return;
  await ports.mailer.send({
    caseId: `digest-${municipality.number}`,
    key: `digest-${osloDate(now)}`,
    template: 'digest',
    to: municipality.mailboxes.operations,
    language: municipality.language,
    municipality: municipality.number,
    link: `${ports.publicUrl}/operations`,
    counts: { ...counts },
    now,
  });
}

async function countFindings(store: CaseStore, municipality: string, now: Instant): Promise<Counts> {
  const all: Counts[] = [];
  for await (const file of openCases(store, municipality)) {
    const { noticesLate, tasksOverdue, holdsOpen, notStarted } = findingsOf(file, now);
    all.push({
      noticesLate: noticesLate.length,
      tasksOverdue: tasksOverdue.length,
      holdsOpen: holdsOpen.length,
      notStarted: notStarted ? 1 : 0,
    });
  }
  return {
    noticesLate: sum(all.map((counts) => counts.noticesLate)),
    tasksOverdue: sum(all.map((counts) => counts.tasksOverdue)),
    holdsOpen: sum(all.map((counts) => counts.holdsOpen)),
    notStarted: sum(all.map((counts) => counts.notStarted)),
  };
}

/** A closed case holds nothing to look at; one that is appealed is open again. */
async function* openCases(store: CaseStore, municipality: string): AsyncGenerator<CaseFile> {
  let cursor: string | undefined;
  do {
    const page = await store.listOpen({ municipality, limit: pageSize, ...(cursor ? { cursor } : {}) });
    const files = await Promise.all(page.caseIds.map((caseId) => store.load(caseId)));
    // The list may lag behind the case itself.
    yield* files.filter((file) => file !== undefined).filter((file) => file.case.state !== 'closed');
    cursor = page.cursor;
  } while (cursor !== undefined);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
