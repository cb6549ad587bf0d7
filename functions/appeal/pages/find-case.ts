import type { CaseFile } from '../../core/records.ts';
import type { CaseStore } from '../../platform/case-store.ts';

/** The case of a municipality that person and number belong to, however the number is spaced or spelt in capitals. */
export async function findCase(
  store: CaseStore,
  municipality: string,
  { nationalId, caseNumber }: { readonly nationalId: string; readonly caseNumber: string },
): Promise<CaseFile | undefined> {
  const plain = (text: string) => text.replaceAll(/\s/g, '').toUpperCase();
  const cases = await store.listByPerson(municipality, nationalId);
  const found = cases.find(
    (each) =>
      each.person.nationalId === nationalId && each.caseNumber !== '' && plain(each.caseNumber) === plain(caseNumber),
  );
  return found && store.load(found.caseId);
}
