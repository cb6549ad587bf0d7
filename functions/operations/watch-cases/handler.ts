import { z } from 'zod';
import { addWeeks, osloDate } from '../../core/calendar.ts';
import type { Subject } from '../../core/delay-notice.ts';
import type { CaseFile } from '../../core/records.ts';
import { appealOf } from '../../core/subject.ts';
import type { Instant } from '../../core/time.ts';
import { followUpLetters, type UnopenedPorts } from '../../messages/unopened.ts';
import { type Municipality, municipalities } from '../../municipalities/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Executions } from '../../platform/executions.ts';
import { log } from '../../platform/log.ts';
import type { CountMetric } from '../../platform/metrics.ts';
import { instant } from '../../platform/step.ts';
import { type Findings, findingsOf } from '../findings.ts';

/** The moment comes with the event: `time` from an EventBridge rule, `now` from a schedule's own input. */
const input = z.union([
  z.object({ now: instant }),
  z.object({ time: instant }).transform(({ time }) => ({ now: time })),
]);

interface Ports extends UnopenedPorts {
  readonly executions: Executions;
  readonly count: CountMetric;
}

/**
 * Weeks after its end that a case's letters are looked at: an appeal that is dismissed ends the case with a letter that
 * can itself be appealed.
 */
const weeksWatched = 4;

/** Cases read at a time. */
const pageSize = 25;

/**
 * The daily look at all open cases, and at the letters of those that ended lately: counts what is late, overdue or held,
 * starts what was received and never started, tells again of letters nobody has opened and sends them on paper at last
 * (eFvf § 8), and sends each municipality's operations one digest, only when there is something. Zeros are counted too,
 * and the heartbeat last: an alarm that hears nothing knows that nobody watches.
 */
export function createWatchCases(ports: Ports) {
  return async (event: unknown) => {
    const { now } = input.parse(event);
    const failures: unknown[] = [];
    for (const municipality of municipalities) failures.push(...(await failuresOf(watch(ports, municipality, now))));
    // One that fails does not hide the others; the schedule then tries all again, and no digest goes out twice.
    if (failures.length > 0) throw failures[0];
    ports.count('Heartbeat');
    return { outcome: 'watched' };
  };
}

/** What was found, as numbers. */
type Counts = Readonly<Record<keyof Findings, number>>;
/** A case or appeal that nothing carries. */
type Lost = { readonly file: CaseFile; readonly subject: Subject };

async function watch(ports: Ports, municipality: Municipality, now: Instant): Promise<void> {
  const { counts, lost, failures } = await look(ports, municipality.number, now);
  const dimensions = { municipality: municipality.number };
  ports.count('NoticesLate', dimensions, counts.noticesLate);
  ports.count('TasksOverdue', dimensions, counts.tasksOverdue);
  ports.count('HoldsOpen', dimensions, counts.holdsOpen);
  const found = Object.values(counts).reduce((total, count) => total + count, 0);
  log.info('CASES_WATCHED', { municipality: municipality.number, count: found });
  failures.push(...(await startAll(ports.executions, lost)));
  const since = addWeeks(osloDate(now), -weeksWatched);
  for await (const file of filesOf(
    ports.store,
    (page) => ports.store.listClosed({ ...page, since }),
    municipality.number,
  ))
    if (file.case.state === 'closed') failures.push(...(await failuresOf(followUpLetters(ports, file, now))));
  if (found > 0) await sendDigest(ports, { municipality, counts, now });
  if (failures.length > 0) throw failures[0];
}

async function sendDigest(
  { mailer, publicUrl }: Ports,
  { municipality, counts, now }: { municipality: Municipality; counts: Counts; now: Instant },
): Promise<void> {
  await mailer.send({
    caseId: `digest-${municipality.number}`,
    key: `digest-${osloDate(now)}`,
    template: 'digest',
    to: municipality.mailboxes.operations,
    language: municipality.language,
    municipality: municipality.number,
    link: `${publicUrl}/operations`,
    counts,
    now,
  });
}

async function look(
  ports: Ports,
  municipality: string,
  now: Instant,
): Promise<{ counts: Counts; lost: Lost[]; failures: unknown[] }> {
  const counts = { noticesLate: 0, tasksOverdue: 0, holdsOpen: 0, notStarted: 0 };
  const lost: Lost[] = [];
  const failures: unknown[] = [];
  for await (const file of filesOf(ports.store, (page) => ports.store.listOpen(page), municipality)) {
    // The list may lag behind the case itself. A closed case holds nothing to count; one that is appealed is open again.
    if (file.case.state === 'closed') continue;
    const { noticesLate, tasksOverdue, holdsOpen, notStarted } = findingsOf(file, now);
    counts.noticesLate += noticesLate.length;
    counts.tasksOverdue += tasksOverdue.length;
    counts.holdsOpen += holdsOpen.length;
    counts.notStarted += notStarted.length;
    lost.push(...notStarted.map((subject) => ({ file, subject })));
    failures.push(...(await failuresOf(followUpLetters(ports, file, now))));
  }
  return { counts, lost, failures };
}

/** Starts each under the name it always has, so that one that runs after all is never started twice. */
async function startAll(executions: Executions, lost: readonly Lost[]): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  for (const { file, subject } of lost) {
    const { caseId, municipality } = file.case;
    const appeal = appealOf(file, subject);
    log.warn('CASE_STARTED_LATE', { caseId, municipality, subject });
    const started = appeal
      ? executions.startAppeal({ caseId, municipality, appealNumber: appeal.number })
      : executions.startApplication({ caseId, municipality });
    failures.push(...(await failuresOf(started)));
  }
  return failures;
}

/** What a piece of work failed with; none when it did not. */
function failuresOf(work: Promise<void>): Promise<unknown[]> {
  return work.then(
    () => [],
    (error: unknown) => [error],
  );
}

type List = (page: {
  readonly municipality: string;
  readonly limit: number;
  readonly cursor?: string;
}) => ReturnType<CaseStore['listOpen']>;

async function* filesOf(store: CaseStore, list: List, municipality: string): AsyncGenerator<CaseFile> {
  let cursor: string | undefined;
  do {
    const page = await list({ municipality, limit: pageSize, ...(cursor ? { cursor } : {}) });
    const files = await Promise.all(page.caseIds.map((caseId) => store.load(caseId)));
    yield* files.filter((file) => file !== undefined);
    cursor = page.cursor;
  } while (cursor !== undefined);
}
