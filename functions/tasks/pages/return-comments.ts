import { approvalAnswer } from '../../core/answers.ts';
import type { Instant } from '../../core/time.ts';
import type { TaskContext } from './task-page.ts';

/** A proposal given back to be mended. */
interface ReturnComment {
  readonly comment: string;
  readonly by: string;
  readonly at: Instant;
}

/** The comments with which the proposals of this subject were given back, newest first: each names what to mend. */
export function returnComments({ file, task }: TaskContext): readonly ReturnComment[] {
  const approval = task.subject === 'application' ? 'approval' : 'appeal-approval';
  const ids = file.tasks
    .filter(({ kind, subject }) => kind === approval && subject === task.subject)
    .map(({ answerId }) => answerId);
  return file.answers
    .filter(({ answerId }) => ids.includes(answerId))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap(({ answer, by, at }) => {
      const given = approvalAnswer.safeParse(answer).data;
      return given?.choice === 'return' ? [{ comment: given.comment, by: by.name, at }] : [];
    });
}
