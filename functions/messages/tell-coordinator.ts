import type { CaseFile } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { mustFindMunicipality } from '../municipalities/index.ts';
import { loadCaseFile } from '../platform/case-file.ts';
import type { CaseStore } from '../platform/case-store.ts';
import type { Mailer } from './mailer.ts';

/**
 * Mail to the coordinator of the case a right was granted in, when something was decided that ends it, changes it, lets it
 * go on or makes it wait. What, the mail does not say (hol § 12-1). Once for each `key`; nothing in any other case.
 */
export async function tellCoordinator(
  { store, mailer }: { readonly store: CaseStore; readonly mailer: Mailer },
  { case: { caseId, municipality, concerns } }: CaseFile,
  { key, now }: { readonly key: string; readonly now: Instant },
): Promise<void> {
  if (!concerns) return;
  const { coordinator } = (await loadCaseFile(store, concerns.caseId)).case;
  if (!coordinator) return;
  const { language } = mustFindMunicipality(municipality);
  await mailer.send({
    ...{ caseId, municipality, language, key, now },
    template: 'right-changed',
    to: coordinator.email,
    caseNumber: concerns.caseNumber,
  });
}
