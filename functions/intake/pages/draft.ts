import { z } from 'zod';
import { addDays, endOfDay, osloDate } from '../../core/calendar.ts';
import type { Instant } from '../../core/time.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import { applicationFields } from '../application/application-fields.ts';
import type { Answers } from '../application/steps.ts';

/** A form that is not sent yet. Its key makes one case of however many tries to send it. */
export interface Draft extends Answers {
  readonly submissionKey: string;
  readonly savedAt: Instant;
}

/** Whose draft, and in which municipality: nobody else ever gets to see it. */
export interface DraftOwner {
  readonly municipality: string;
  readonly nationalId: string;
}

/** Days a draft is kept after it was last saved. */
export const draftDays = 30;

const draftSchema = z.object({
  values: z.partialRecord(z.enum(applicationFields), z.string()),
  done: z.array(z.string()),
  submissionKey: z.string(),
  savedAt: z.string(),
});

const sentSchema = z.object({ caseId: z.string() });

/** Drafts by the person's national id, which is stored as a keyed hash only. */
export function createDrafts(shortLived: ShortLived) {
  const keyOf = ({ municipality, nationalId }: DraftOwner) => `draft|${municipality}|${nationalId}`;
  const sentKey = (owner: DraftOwner, submissionKey: string) => `sent|${keyOf(owner)}|${submissionKey}`;
  return {
    /** The draft; undefined when there is none, when it is over, or when it is of another shape. */
    load: (owner: DraftOwner, now: Instant): Promise<Draft | undefined> =>
      shortLived.load(keyOf(owner), draftSchema, now),
    /** Keeps the draft for {@link draftDays} from now. */
    save: (owner: DraftOwner, draft: Draft): Promise<void> =>
      shortLived.save(keyOf(owner), { ...draft }, keeping(draft.savedAt)),
    forget: (owner: DraftOwner, now: Instant): Promise<void> => shortLived.forget(keyOf(owner), now),
    /** The draft became a case: it goes, and whoever sends it once more is led to the receipt. */
    sent: async (owner: DraftOwner, draft: Draft, { caseId, now }: { caseId: string; now: Instant }): Promise<void> => {
      await shortLived.save(sentKey(owner, draft.submissionKey), { caseId }, keeping(now));
      await shortLived.forget(keyOf(owner), now);
    },
    /** The case a form that was sent already became. */
    caseOf: async (owner: DraftOwner, submissionKey: string, now: Instant): Promise<string | undefined> =>
      (await shortLived.load(sentKey(owner, submissionKey), sentSchema, now))?.caseId,
  };
}
export type Drafts = ReturnType<typeof createDrafts>;

function keeping(now: Instant) {
  return { now, until: endOfDay(addDays(osloDate(now), draftDays)) };
}
