import type { AppEnvironment } from '../../core/national-id.ts';
import type { Sessions } from '../../identity/index.ts';
import type { Uploads } from '../../platform/uploads/index.ts';
import type { SubmitPorts } from '../application/submit.ts';

/** What the pages work with where staff enter a paper form. */
export interface PaperPages extends SubmitPorts {
  readonly sessions: Sessions;
  readonly environment: AppEnvironment;
  readonly uploads: Uploads;
}
