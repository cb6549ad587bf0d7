import type { Instant } from '../../functions/core/time.ts';
import type { ShortLived } from '../../functions/platform/short-lived.ts';

/** {@link ShortLived} in memory; passes the same tests as the one in the table. */
export function createMemoryShortLived(): ShortLived {
  const kept = new Map<string, { readonly value: unknown; readonly until: Instant }>();
  const counts = new Map<string, number>();
  const current = (key: string, now: Instant) => {
    const found = kept.get(key);
    return found && Date.parse(found.until) > Date.parse(now) ? found : undefined;
  };
  return {
    load: async (key, schema, now) => schema.safeParse(structuredClone(current(key, now)?.value)).data,
    save: async (key, value, { until }) => {
      kept.set(key, structuredClone({ value, until }));
    },
    saveOnce: async (key, value, { now, until }) => {
      if (current(key, now)) return false;
      kept.set(key, structuredClone({ value, until }));
      return true;
    },
    count: async (key) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts.get(key) ?? 0;
    },
    forget: async (key) => {
      kept.delete(key);
    },
  };
}
