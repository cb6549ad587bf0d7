import { canWithdrawAppeal, isAppealOpen } from '../../core/appeal-state.ts';
import { canWithdraw } from '../../core/case-state.ts';
import type { CaseFile } from '../../core/records.ts';

/**
 * True while somebody in the municipality has the case or an appeal in hand and will read what is added: before the
 * decision, and until an appeal is forwarded or at its end. Afterwards nobody would look at it, so it is not taken.
 */
export function canAddInformation(file: CaseFile): boolean {
  return canWithdraw(file.case.state) || file.appeals.some(canWithdrawAppeal);
}

/** Why nothing can be added now: the case is over, decided, or with Statsforvalteren. */
export function closedBecause(file: CaseFile): 'over' | 'decided' | 'forwarded' {
  if (file.appeals.some(isAppealOpen)) return 'forwarded';
  return file.case.state === 'withdrawn' || file.case.state === 'closed' ? 'over' : 'decided';
}
