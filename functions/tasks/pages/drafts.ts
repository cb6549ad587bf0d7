import { z } from 'zod';
import type { Instant } from '../../core/time.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import type { FormValues } from './task-page.ts';
import type { Visit } from './visit.ts';

const draftSchema = z.object({ values: z.record(z.string(), z.string()), savedAt: z.string(), stamp: z.string() });

/** What somebody has typed and not sent yet. */
export interface Draft {
  readonly values: FormValues;
  readonly savedAt: Instant;
  /** The case as it stood then (`caseStamp`). */
  readonly stamp: string;
}

/** Drafts of task forms: each its writer's own, kept until the task expires. */
export interface Drafts {
  load(visit: Visit): Promise<Draft | undefined>;
  save(visit: Visit, draft: Draft): Promise<void>;
  forget(visit: Visit): Promise<void>;
}

/** More than any text may have, and all of them together less than an item of the table can hold. */
const longestKept = 25_000;

/** See {@link Drafts}. */
export function createDrafts(kept: ShortLived): Drafts {
  return {
    load: (visit) => kept.load(keyOf(visit), draftSchema, visit.context.now),
    async save(visit, { values, savedAt, stamp }) {
      const { now, task } = visit.context;
      const short = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value.slice(0, longestKept)]),
      );
      await kept.save(keyOf(visit), { values: short, savedAt, stamp }, { now, until: task.expiresAt });
    },
    forget: (visit) => kept.forget(keyOf(visit), visit.context.now),
  };
}

/** Nobody sees another's draft. Where the link alone identifies, it is whoever has the link: each turn has its own. */
function keyOf({ context, actor, signedIn }: Visit): string {
  const { file, task } = context;
  const whose = signedIn ? `${actor.kind} ${actor.id}` : `link ${task.passedOn?.length ?? 0}`;
  return ['task-draft', file.case.caseId, task.kind, task.key, whose].join('|');
}
