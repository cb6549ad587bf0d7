import type { CaseOpener } from '../../identity/index.ts';
import type { AppealPorts } from './submit-appeal.ts';

/** What the appeal pages work with. */
export interface AppealPages extends Omit<CaseOpener, 'store'>, AppealPorts {
  /** Fresh random bytes, at least 16. */
  readonly random: () => Uint8Array;
}
