import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { addSeconds } from '../../core/calendar.ts';
import type { Instant } from '../../core/time.ts';
import type { ShortLived } from '../../platform/short-lived.ts';

/** Whom a request is about, and when it came. */
interface About {
  readonly municipality: string;
  readonly nationalId: string;
  readonly now: Instant;
}

/** Longer than the list of a person's cases can lag behind. */
const keptSeconds = 60;
/** Together three seconds: a request is made into a case in far less. */
const looks = 20;
const pauseMilliseconds = 150;

const shape = z.object({ caseId: z.string().optional() });

/**
 * Has requests about one person come one after the other, so that two that are sent in the same moment do not both find that
 * there is no case: there is one plan only (IP-forskriften § 9). `work` gives the id of its case, and gets the one that the
 * request before came to, as the list of a person's cases may not show it yet. Whoever waits in vain goes on without a turn:
 * nobody's request is refused for it.
 */
export async function inTurn(
  shortLived: ShortLived,
  { municipality, nationalId, now }: About,
  work: (before?: string) => Promise<string>,
): Promise<string> {
  const key = `turn#${municipality}#${nationalId}`;
  const keeping = { now, until: addSeconds(now, keptSeconds) };
  for (let look = 0; !(await shortLived.saveOnce(key, {}, keeping)); look += 1) {
    const { caseId } = (await shortLived.load(key, shape, now)) ?? {};
    if (caseId !== undefined || look === looks) return work(caseId);
    await delay(pauseMilliseconds);
  }
  try {
    const caseId = await work();
    await shortLived.save(key, { caseId }, keeping);
    return caseId;
  } catch (error) {
    await shortLived.forget(key, now);
    throw error;
  }
}
