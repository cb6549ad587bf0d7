import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { PassedOn, TaskKind, TaskRecipient } from '../core/records.ts';
import { taskId } from './task-id.ts';

/** What a link is bound to: one question of one round of one case, whom it was sent to, and whose turn it is. */
export interface LinkedTask {
  readonly caseId: string;
  readonly kind: TaskKind;
  readonly key: string;
  readonly recipient: TaskRecipient;
  /** A task that was passed on has a new link each time; the links before it answer nothing any more. */
  readonly passedOn?: readonly PassedOn[];
}

/** The links in mail that lead to a task's page. */
export interface Links {
  /** `${PUBLIC_URL}/t/<case>~<name>/<secret>`: the same each time, so it can be sent again without being kept. */
  link(task: LinkedTask): string;
  /**
   * The name of a task in its link: 16 hex digits that only the key can make, as the address of a page is read by mail
   * systems on its way and must not tell what the case is about (design § 2.3).
   */
  name(task: Pick<LinkedTask, 'caseId' | 'kind' | 'key'>): string;
  /** The hash of the secret of a task's newest link, which is all that is stored. */
  secretHash(task: LinkedTask): string;
  /** True when the secret belongs to the hash; takes the same time for every wrong one. */
  verify(secret: string, secretHash: string): boolean;
}

/** Links whose secrets (256 bits) are derived from `key`: to know one is to know the key or to have got the mail. */
export function createLinks({ key, publicUrl }: { key: string; publicUrl: string }): Links {
  const keyed = (text: string) => createHmac('sha256', key).update(text);
  const name: Links['name'] = (task) =>
    keyed(`name\n${taskId(task)}`)
      .digest('hex')
      .slice(0, 16);
  const secretOf = (task: LinkedTask) => {
    const turn = task.passedOn?.length ?? 0;
    return keyed(`${taskId(task)}\n${task.recipient}${turn === 0 ? '' : `\n${turn}`}`).digest('base64url');
  };
  return {
    link: (task) => `${publicUrl}/t/${task.caseId}~${name(task)}/${secretOf(task)}`,
    name,
    secretHash: (task) => hash(secretOf(task)),
    verify: (secret, secretHash) => {
      const expected = Buffer.from(secretHash);
      const actual = Buffer.from(hash(secret));
      return expected.length === actual.length && timingSafeEqual(expected, actual);
    },
  };
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
