import { aCase, aCaseFile, aPerson } from '../../support/builders.ts';
import { stored } from '../../support/stored.ts';
import { decided } from './karis-case.ts';
import { caseworker, office } from './paper-office.ts';

const person = aPerson();
/** Where a caseworker registers an appeal that came on paper. */
export const page = '/gulen/staff/appeal';
/** What a caseworker enters of an appeal that came in time. */
export const typed = {
  caseNumber: aCase().caseNumber.toLowerCase(),
  nationalId: person.nationalId,
  by: 'person',
  about: 'decision',
  receivedOn: '24.11.2026',
  postmarkedOn: '2026-11-19',
  text: 'Eg klagar på vedtaket.',
  wantedChange: '',
  lateReason: '',
};

/** A case whose letter went out so that the last day to appeal was Thursday 19 November 2026, and a caseworker's browser. */
export async function desk(made: ReturnType<typeof decided> = decided()) {
  const dispatchedAt = '2026-10-22T09:00:00.000Z';
  const { letters, ...rest } = made;
  const file = aCaseFile({ ...rest, letters: letters.map((letter) => ({ ...letter, dispatchedAt })) });
  const found = { ...file.case, person, receivedOn: '2026-09-01', state: 'closed' as const };
  const { store, caseId } = await stored({ ...file, case: found });
  const town = await office(caseworker, store);
  const opened = await town.browser.get(page);
  const folder = /uploads\/([0-9a-f]{40})/.exec(opened.text)?.[1] ?? '';
  const submissionKey = town.browser.hidden('submissionKey');
  const send = async (fields: Record<string, string> = {}) => {
    await town.browser.get(page);
    return town.browser.post(page, { ...typed, submissionKey, ...fields });
  };
  const appeals = async () => (await store.load(caseId))?.appeals ?? [];
  return { ...town, caseId, folder, send, appeals };
}
