import { expect, test } from 'vitest';
import { createHandOver } from '../../functions/handover/hand-over/handler.ts';
import { createPlanHandover } from '../../functions/handover/plan-handover/handler.ts';
import { createRecordCoordinator } from '../../functions/handover/record-coordinator/handler.ts';
import { aCase, aCoordinator, aDecision, granted } from '../support/builders.ts';
import { answered, payload, stored } from '../support/stored.ts';

const decided = aCase({ state: 'notified', decisionNumber: 1 });

test.each([
  [{ ...granted, coordinator: 'granted' }, 'needed'],
  [{ ...granted, coordinator: 'refused' }, 'not-needed'],
  [{ ...granted, coordinator: 'refused', childCoordinator: 'granted' }, 'needed'],
] as const)('a coordinator is appointed only when one was granted', async (outcomes, outcome) => {
  const { store, caseId } = await stored({ case: decided, decisions: [aDecision({ number: 1, outcomes })] });
  const mailer = { send: async () => {} };
  expect(await createPlanHandover({ store, mailer })(payload(caseId))).toMatchObject({ outcome });
});

test('the appointed coordinator stands on the case, the first one at that', async () => {
  const coordinator = { name: 'Ola', title: 't', unit: 'u', phone: '1', email: 'ola@kommune.example' };
  const { store, caseId } = await stored({ case: decided, answers: [answered('appoint-coordinator', coordinator)] });
  const step = createRecordCoordinator({ store });
  await step(payload(caseId, { answerId: 'a1' }));
  await step(payload(caseId, { answerId: 'a1' }));
  expect((await store.load(caseId))?.case.coordinator).toMatchObject(coordinator);
});

test('the coordinator hears of it by a neutral mail', async () => {
  const { store, caseId } = await stored({ case: { ...decided, coordinator: aCoordinator() } });
  const mails: { template: string; to: string }[] = [];
  await createHandOver({ store, mailer: { send: async (mail) => void mails.push(mail) } })(payload(caseId));
  expect(mails).toMatchObject([{ template: 'coordinator-handover', to: aCoordinator().email }]);
});
