import type { Case } from '../../../functions/core/case.ts';
import type { TaskKind } from '../../../functions/core/records.ts';
import type { Session, StaffRole } from '../../../functions/identity/session.ts';
import { answeredBy } from '../../../functions/tasks/pages/access.ts';
import { aDecision, anAppeal, anAssessment, aPerson, aSubmitter, caseworker, granted } from '../../support/builders.ts';
import { gulenCaseworker, openOffice } from './office.ts';

const refused = { plan: 'refused', coordinator: 'refused', childCoordinator: 'not-applied' } as const;

/** A task of a kind in a case that has what the kind needs, and the browser of one who may answer it. */
export async function openTask(kind: TaskKind, found: Partial<Case> = {}) {
  const { municipality = '4635' } = found;
  const person = aPerson();
  const office = await openOffice({
    case: {
      municipality,
      person,
      state: 'in-assessment',
      decisionNumber: 1,
      language: 'nn',
      submitter: aSubmitter({ role: 'relative' }),
      ...found,
    },
  });
  const { store, caseId } = office;
  await store.addOnce(caseId, 'assessment', anAssessment({ outcomes: granted }));
  await store.addOnce(caseId, 'decision', aDecision({ outcomes: refused }));
  const reassessment = {
    round: 1,
    outcome: 'upheld',
    outcomes: refused,
    facts: 'F',
    reasons: 'R',
    statement: 'S',
    by: caseworker,
    at: '2026-12-12T09:00:00.000Z',
  } as const;
  await store.addOnce(caseId, 'appeal', kind === 'appeal-approval' ? anAppeal({ reassessment }) : anAppeal());
  const recipient = answeredBy[kind];
  const subject = ['appeal-review', 'reassessment', 'appeal-approval', 'county-outcome'].includes(kind)
    ? 'appeal-1'
    : 'application';
  const path = await office.ask(kind, { subject, recipient, expiresAt: '2027-03-01T09:00:00.000Z' });
  const roles: StaffRole[] = recipient === 'person' ? [] : [recipient];
  const staff: Session = { ...gulenCaseworker, id: 'somebody', name: 'Nokon Annan', municipality, roles };
  const browser = await office.visitor(
    recipient === 'person' ? { kind: 'person', nationalId: person.nationalId, name: '' } : staff,
  );
  browser.time = Date.parse('2026-12-24T09:00:00.000Z');
  await browser.get('/test/form');
  await browser.post('/test/sign-in', {
    session: JSON.stringify(
      recipient === 'person' ? { kind: 'person', nationalId: person.nationalId, name: '' } : staff,
    ),
  });
  return { office, path, browser };
}
