import { formatCaseNumber } from '../../core/case-id.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile, moveCase, systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/**
 * Gives the case its number and registers it. The clock has run since `receivedAt`, whatever day this step runs (fvl
 * § 11 a; domain.md § 3.1). A case withdrawn before it was registered stays withdrawn, but gets its number.
 */
export function createRegisterCase({ store }: { store: CaseStore }) {
  return defineStep('RegisterCase', stepInput, async ({ caseId, now }) => {
    const { case: found } = await loadCaseFile(store, caseId);
    if (found.caseNumber !== '') return { outcome: found.state };
    const year = Number(found.receivedOn.slice(0, 4));
    const number = await store.nextNumber(found.municipality, year);
    const caseNumber = formatCaseNumber(mustFindMunicipality(found.municipality).slug, year, number);
    const event = systemEvent(now, 'registered');
    const result = await moveCase(store, { caseId, transition: 'register', changes: { caseNumber }, event });
    if (result.moved) return { outcome: 'registered' };
    // The letter that confirms the withdrawal needs the reference as well.
    await store.update({ caseId, changes: { caseNumber }, event });
    return { outcome: 'withdrawn' };
  });
}
