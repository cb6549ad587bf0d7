import { z } from 'zod';
import type { CaseFile, HoldRecord } from '../../core/records.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import { type CaseStore, recordKey } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import type { CountMetric } from '../../platform/metrics.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

const input = stepInput.extend({
  taskToken: z.string().min(1),
  lane: z.string().min(1),
  stateName: z.string(),
  error: z.string(),
  round: z.number().int().positive(),
});

interface Ports {
  readonly store: CaseStore;
  readonly mailer: Mailer;
  readonly count: CountMetric;
  readonly publicUrl: string;
}

/**
 * Records that a lane stopped at a failed step, raises the alarm and tells operations, whose choice completes the token
 * (`operations/holds.ts`). The lane waits; its siblings, the legal clock among them, go on.
 */
export function createHoldCase(ports: Ports) {
  return defineStep('HoldCase', input, async ({ caseId, municipality, subject, now, taskToken, ...step }) => {
    const file = await loadCaseFile(ports.store, caseId);
    const { lane, stateName, error, round } = step;
    const hold: HoldRecord = { lane, subject, round, stateName, error, token: taskToken, state: 'open', at: now };
    if (await record(ports.store, file, hold)) {
      ports.count('CasesHeld', { municipality });
      log.error('CASE_HELD', { caseId, municipality, subject, step: stateName, error });
    }
    await closeEarlier(ports.store, file, hold);
    const { mailboxes, language } = mustFindMunicipality(municipality);
    await ports.mailer.send({
      caseId,
      // The moment belongs to the key: a case that goes on in a new execution counts its rounds from one again.
      key: `hold-${recordKey('hold', hold)}-${now}`,
      template: 'hold',
      to: mailboxes.operations,
      language,
      municipality,
      link: `${ports.publicUrl}/operations/holds/${caseId}`,
      now,
    });
    await ports.store.appendEvent(caseId, systemEvent(now, 'held', { lane, stateName, error }));
    return { outcome: 'held' };
  });
}

/** True when the hold is news; a retry of this step finds its own record and only brings the newest token. */
async function record(store: CaseStore, file: CaseFile, hold: HoldRecord): Promise<boolean> {
  const { caseId } = file.case;
  if (await store.addOnce(caseId, 'hold', hold)) return true;
  const key = recordKey('hold', hold);
  const found = file.holds.find((candidate) => recordKey('hold', candidate) === key);
  if (found?.token !== hold.token) await store.change(caseId, 'hold', key, hold);
  return found?.at !== hold.at;
}

/** A lane has one hold at a time: those of earlier rounds that nobody answered in a week have no one waiting. */
async function closeEarlier(store: CaseStore, file: CaseFile, hold: HoldRecord): Promise<void> {
  const earlier = file.holds.filter(
    ({ lane, subject, round, state }) =>
      lane === hold.lane && subject === hold.subject && round !== hold.round && state === 'open',
  );
  for (const found of earlier)
    await store.change(file.case.caseId, 'hold', recordKey('hold', found), { state: 'retried' }, { state: 'open' });
}
