import type { Subject } from '../../core/delay-notice.ts';

/** The two state machines, as addresses name them. */
export const machines = ['application', 'appeal'] as const;
export type Machine = (typeof machines)[number];

/** What an execution's name tells: ids only, never a person (design § 2.3). */
export interface ExecutionName {
  readonly name: string;
  readonly caseId: string;
  readonly machine: Machine;
  /** Which of the case's tasks, waits and holds belong to it. */
  readonly subject: Subject;
}

/** Reads `<caseId>`, `<caseId>-part-2-…`, `<caseId>-appeal-1…`; undefined for any other name. */
export function parseExecutionName(machine: string, name: string): ExecutionName | undefined {
  const match = /^([a-z2-7]{26})((?:-[A-Za-z0-9]+)*)$/.exec(name);
  if (!match?.[1] || (machine !== 'application' && machine !== 'appeal')) return undefined;
  const appeal = /^-appeal-(\d+)/.exec(match[2] ?? '')?.[1];
  const subject = machine === 'appeal' && appeal !== undefined ? (`appeal-${Number(appeal)}` as const) : 'application';
  return { name, caseId: match[1], machine, subject };
}
