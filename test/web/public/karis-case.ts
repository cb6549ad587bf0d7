import { outcomesOfChange } from '../../../functions/core/existing-right.ts';
import type { CaseFile } from '../../../functions/core/records.ts';
import { aCase, aCaseFile, aConcernedRight, aDecision, aLetter, aPerson } from '../../support/builders.ts';
import { stored } from '../../support/stored.ts';
import { kari, publicApp } from './public-app.ts';

/** Id of the case in {@link kariWith}. */
export const { caseId } = aCase();
/** Path of its page. */
export const path = `/gulen/cases/${caseId}`;

/** Kari's case with these records, and Kari's browser on it. */
export async function kariWith(overrides: Partial<CaseFile> = {}) {
  const file = aCaseFile(overrides);
  const karis = { ...file.case, person: aPerson({ nationalId: kari }) };
  const { store } = await stored({ ...file, case: karis });
  for (const event of file.events) await store.appendEvent(caseId, event);
  const app = publicApp(store);
  return { ...app, browser: await app.signedIn(kari), load: async () => (await store.load(caseId)) ?? file };
}

/** A case that was decided on 2 November; its letter went out on the 3rd. */
export const decided = () => ({
  case: aCase({ state: 'notified', caseNumber: 'GULEN-2026-000012', decisionNumber: 1 }),
  decisions: [aDecision({ decidedAt: '2026-11-02T09:00:00.000Z' })],
  letters: [
    aLetter({
      kind: 'decision',
      key: '1',
      dispatchedAt: '2026-11-03T09:00:00.000Z',
      channel: 'digital',
      object: 'letters/4635/x.pdf',
    }),
  ],
});

/** The same for a case about a right: the plan ends on 1 February, a decision that can wait for an appeal (fvl § 42). */
export const planEnded = () => {
  const concerns = aConcernedRight();
  const made = {
    outcomes: outcomesOfChange('plan', 'ended'),
    change: { outcome: 'ended', from: concerns.from },
  } as const;
  const { decisions, ...rest } = decided();
  return {
    ...rest,
    case: { ...rest.case, concerns },
    decisions: decisions.map((decision) => ({ ...decision, ...made })),
  };
};
