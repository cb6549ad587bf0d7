import type { CaseStore } from '../../platform/case-store.ts';
import type { Visit } from './visit.ts';

/**
 * A look at a case is in its access log (pasientjournalloven § 22); it changes nothing else. Where the link alone
 * identifies, it is the municipality's role that looked. `what` names the letter or attachment that was looked at.
 */
export async function logLook(
  store: Pick<CaseStore, 'appendEvent'>,
  { context, actor }: Visit,
  what: { readonly letter?: string; readonly attachment?: string } = {},
): Promise<void> {
  const { file, task, now } = context;
  const detail = { task: `${task.kind}-${task.key}`, ...what };
  await store.appendEvent(file.case.caseId, { at: now, type: 'viewed', actor, detail });
}
