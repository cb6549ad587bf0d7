import type { CaseOpener } from '../../identity/index.ts';
import type { Mailer } from '../../messages/mailer.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Answers } from '../../tasks/answers.ts';

/** What the pages on consents and contact work with. */
export interface ConsentPages extends CaseOpener {
  readonly store: CaseStore;
  readonly answers: Answers;
  readonly mailer: Mailer;
}
