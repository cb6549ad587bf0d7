import type { AppEnvironment } from '../../core/national-id.ts';
import type { CaseOpener } from '../../identity/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Executions } from '../../platform/executions.ts';
import type { ShortLived } from '../../platform/short-lived.ts';
import type { Uploads } from '../../platform/uploads/index.ts';

/** What the intake pages work with. */
export interface IntakePages extends CaseOpener {
  readonly store: CaseStore;
  readonly executions: Executions;
  readonly shortLived: ShortLived;
  readonly uploads: Uploads;
  readonly environment: AppEnvironment;
  /** Fresh random bytes, at least 16. */
  readonly random: () => Uint8Array;
}
