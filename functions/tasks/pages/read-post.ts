import type { AnswerOf } from '../../core/answers.ts';
import type { Staff } from '../../core/parties.ts';
import type { TaskKind } from '../../core/records.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sameStaff } from './access.ts';
import { caseStamp } from './changes.ts';
import type { FieldError, FormValues, TaskPage } from './task-page.ts';
import type { Visit } from './visit.ts';

/** Why a posted form is shown once more: faults in fields, or a case that changed since the page was opened. */
export interface ShowAgain {
  readonly errors: readonly FieldError[];
  readonly changed: boolean;
}

/** A posted form that can become an answer. */
export interface Post {
  readonly answer: AnswerOf<TaskKind>;
  readonly by: Staff;
}

/** Reads what was posted: all faults at once, then whether the case is still the one that was looked at. */
export function readPost(page: TaskPage, visit: Visit, form: FormValues): Result<Post, ShowAgain> {
  const parsed = page.parse(form, visit.context);
  const by = signedBy(visit, form.staffName);
  const changed = isChanged(visit, form);
  const errors = [...(parsed.ok ? [] : parsed.error), ...nameFaults(page, visit, by), ...confirmFaults(form)];
  if (errors.length > 0) return err({ errors, changed: changed || form.changed === 'yes' });
  if (changed) return err({ errors, changed });
  return parsed.ok ? ok({ answer: parsed.value, by }) : err({ errors, changed });
}

/** Who answers, as the record keeps it: the one who signed in, else the name that was typed. */
export function signedBy({ actor, signedIn }: Visit, typed = ''): Staff {
  return { id: actor.id, name: signedIn ? actor.name : typed.trim().slice(0, 200) };
}

/** Altinn-studio #17151: warn when somebody else changed the case before I decide. */
function isChanged({ context }: Visit, form: FormValues): boolean {
  return form.caseVersion !== caseStamp(context.file);
}

function confirmFaults(form: FormValues): readonly FieldError[] {
  const unconfirmed = form.changed === 'yes' && form.confirmChange !== 'yes';
  return unconfirmed ? [{ field: 'confirmChange', code: 'required' }] : [];
}

/** Link-only: a name is asked for, and the approver's must not be the assessor's (the ids are roles there). */
function nameFaults(page: TaskPage, visit: Visit, by: Staff): readonly FieldError[] {
  if (visit.signedIn) return [];
  if (by.name === '') return [{ field: 'staffName', code: 'required' }];
  const proposer = page.proposedBy?.(visit.context);
  return proposer && sameStaff(by, proposer) ? [{ field: 'staffName', code: 'four-eyes' }] : [];
}
