import type { CaseFile, TaskRecord } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import type { Mail } from '../messages/mailer.ts';
import { mustFindMunicipality } from '../municipalities/index.ts';
import type { Links } from './links.ts';

/**
 * The mail that gives a task to staff: to the colleague who has it, else to the mailbox of its role. Its key is the same
 * on every retry of one turn, and another when the task was passed on. Throws TypeError for a task of the person's.
 */
export function staffMail(
  links: Pick<Links, 'link'>,
  { file, task, now }: { readonly file: CaseFile; readonly task: TaskRecord; readonly now: Instant },
): Mail {
  const { caseId, municipality, caseNumber } = file.case;
  const { kind, key, recipient, passedOn = [] } = task;
  if (recipient === 'person') throw new TypeError(`task ${kind} is the person's own`);
  const { mailboxes, language } = mustFindMunicipality(municipality);
  const turn = passedOn.length === 0 ? '' : `-turn-${passedOn.length}`;
  return {
    caseId,
    municipality,
    caseNumber,
    language,
    template: 'task',
    key: `task-${kind}-${key}${turn}`,
    to: passedOn.at(-1)?.to ?? mailboxes[recipient],
    link: links.link({ caseId, ...task }),
    now,
  };
}
