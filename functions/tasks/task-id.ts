import type { TaskKind } from '../core/records.ts';

/** A task as its link names it: `<caseId>~<kind>~<key>`. Parts need no escaping in a path, and tell nothing of a person. */
export function taskId(task: { readonly caseId: string; readonly kind: TaskKind; readonly key: string }): string {
  return `${task.caseId}~${task.kind}~${task.key}`;
}
