import type { Subject } from '../../core/delay-notice.ts';
import type { CaseFile, TaskKind } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';

/** What an execution waits for: operations at a hold, a human's answer, or something that happens. */
export type Waiting = 'hold' | TaskKind | 'clock' | 'opening' | 'appeal';

/** Everything one subject of a case waits for, the most urgent first; several lanes wait side by side. */
export function waitingFor(file: CaseFile, subject: Subject, now: Instant): readonly Waiting[] {
  const held = file.holds.some((hold) => hold.subject === subject && hold.state === 'open');
  const tasks = openTasks(file, subject, now).map(({ kind }) => kind);
  const waits = file.waits.filter((wait) => wait.subject === subject && wait.state === 'open').map(({ name }) => name);
  return [...(held ? (['hold'] as const) : []), ...tasks, ...waits];
}

/** The questions of a subject that a human can still answer. */
export function openTasks(file: CaseFile, subject: Subject, now: Instant) {
  return file.tasks.filter((task) => task.subject === subject && task.state === 'open' && now < task.expiresAt);
}
