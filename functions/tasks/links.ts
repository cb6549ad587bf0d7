import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { TaskKind, TaskRecipient } from '../core/records.ts';
import { taskId } from './task-id.ts';

/** What a link is bound to: one question of one round of one case, and whom it was sent to. */
export interface LinkedTask {
  readonly caseId: string;
  readonly kind: TaskKind;
  readonly key: string;
  readonly recipient: TaskRecipient;
}

/** The links in mail that lead to a task's page. */
export interface Links {
  /** `${PUBLIC_URL}/t/<taskId>/<secret>`: the same each time, so it can be sent again without being kept. */
  link(task: LinkedTask): string;
  /** The secret's SHA-256 in hex, which is all that is stored. */
  hash(secret: string): string;
  /** The hash of a task's own secret. */
  secretHash(task: LinkedTask): string;
  /** True when the secret belongs to the hash; takes the same time for every wrong one. */
  verify(secret: string, secretHash: string): boolean;
}

/** Links whose secrets (256 bits) are derived from `key`: to know one is to know the key or to have got the mail. */
export function createLinks({ key, publicUrl }: { key: string; publicUrl: string }): Links {
  const secretOf = (task: LinkedTask) =>
    createHmac('sha256', key)
      .update(`${taskId(task)}\n${task.recipient}`)
      .digest('base64url');
  return {
    link: (task) => `${publicUrl}/t/${taskId(task)}/${secretOf(task)}`,
    hash,
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
