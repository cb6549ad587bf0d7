import type { CaseOpener } from '../../identity/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import type { Uploads } from '../../platform/uploads/index.ts';
import type { Completion } from '../../tasks/completion.ts';

/** What the case pages work with. */
export interface CasePages extends CaseOpener {
  readonly store: CaseStore;
  readonly completion: Completion;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly uploads: Uploads;
  readonly shortLived: ShortLived;
  /** Fresh random bytes, at least 16. */
  readonly random: () => Uint8Array;
}
