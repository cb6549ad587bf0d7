import type { TaskKind } from '../core/records.ts';

/** A task's own id, `<caseId>~<kind>~<key>`. Links sent before they had neutral names carry it. */
export function taskId(task: { readonly caseId: string; readonly kind: TaskKind; readonly key: string }): string {
  return `${task.caseId}~${task.kind}~${task.key}`;
}
