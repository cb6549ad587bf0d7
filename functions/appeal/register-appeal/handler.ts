import { systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';

/** Takes the appeal in hand. Its own month has run since it was received (fvl § 11 a; domain.md § 3.6). */
export function createRegisterAppeal({ store }: { store: CaseStore }) {
  return defineStep('RegisterAppeal', stepInput, async ({ caseId, subject, now }) => {
    const { appeal } = await loadAppeal(store, caseId, subject);
    if (appeal.state !== 'received') return { outcome: appeal.state };
    if (!(await changeAppeal(store, { caseId, appeal }, { state: 'in-review' }))) return { outcome: 'withdrawn' };
    await store.appendEvent(caseId, systemEvent(now, 'appeal-registered', { appeal: appeal.number }));
    return { outcome: 'registered' };
  });
}
