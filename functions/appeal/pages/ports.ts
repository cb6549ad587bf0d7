import type { AppEnvironment } from '../../core/national-id.ts';
import type { CaseOpener } from '../../identity/index.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import type { Uploads } from '../../platform/uploads/index.ts';
import type { AppealPorts } from './submit-appeal.ts';

/** What the appeal pages work with. */
export interface AppealPages extends Omit<CaseOpener, 'store'>, AppealPorts {
  readonly shortLived: ShortLived;
  readonly uploads: Uploads;
  readonly environment: AppEnvironment;
  /** Fresh random bytes, at least 16. */
  readonly random: () => Uint8Array;
}
