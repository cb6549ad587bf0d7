import { z } from 'zod';
import { addSeconds } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import type { Instant } from '../../core/time.ts';
import type { StaffSession } from '../../identity/index.ts';
import type { FormFields } from '../../platform/http/index.ts';
import type { ShortLived } from '../../platform/short-lived.ts';

/** A paper form that somebody is entering. The key makes one case of it, and is the folder of its scan. */
export interface PaperDraft {
  readonly key: string;
  readonly values: FormFields;
}

const draftSchema = z.object({ key: z.string(), values: z.record(z.string(), z.string()) });
const registeredSchema = z.object({ caseId: z.string() });
const keptDays = 14;

/** Whose drafts, and now. */
interface Visit {
  readonly staff: Pick<StaffSession, 'id' | 'municipality'>;
  readonly now: Instant;
}

/** Drafts of paper forms, one at a time for each member of staff, for {@link keptDays} days from the last time saved. */
export function createPaperDrafts({ shortLived, random }: { shortLived: ShortLived; random: () => Uint8Array }) {
  const keyOf = ({ staff }: Visit) => `paper|${staff.municipality}|${staff.id}`;
  const registeredKey = (visit: Visit, key: string) => `${keyOf(visit)}|${key}`;
  return {
    load: (visit: Visit): Promise<PaperDraft | undefined> => shortLived.load(keyOf(visit), draftSchema, visit.now),
    /** Begins one, unless one is there. */
    start: async (visit: Visit): Promise<void> => {
      await shortLived.saveOnce(keyOf(visit), { key: newCaseId(random()), values: {} }, keeping(visit));
    },
    save: (visit: Visit, draft: PaperDraft): Promise<void> =>
      shortLived.save(keyOf(visit), { ...draft }, keeping(visit)),
    forget: (visit: Visit): Promise<void> => shortLived.forget(keyOf(visit), visit.now),
    /** The draft became a case; whoever sends it once more is led there. */
    registered: async (visit: Visit, draft: PaperDraft, caseId: string): Promise<void> => {
      await shortLived.save(registeredKey(visit, draft.key), { caseId }, keeping(visit));
      await shortLived.forget(keyOf(visit), visit.now);
    },
    caseOf: async (visit: Visit, key: string): Promise<string | undefined> =>
      (await shortLived.load(registeredKey(visit, key), registeredSchema, visit.now))?.caseId,
  };
}
export type PaperDrafts = ReturnType<typeof createPaperDrafts>;

function keeping({ now }: Visit) {
  return { now, until: addSeconds(now, keptDays * 86_400) };
}
