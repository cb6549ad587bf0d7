import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Case } from '../../core/case.ts';
import type { CaseEvent } from '../../core/records.ts';
import { log } from '../log.ts';
import type { CaseChanger } from './change-case.ts';
import { asCaseItem, byPersonKeys, byStateKeys, caseKey, otherParentKey, submitterKey } from './items.ts';

/**
 * Stores a case once per submission, without a transaction: first the submission is claimed for a case id, then the
 * case is written. Whoever comes with the same submission in between, or after a crash in between, writes the case
 * under the id of the claim; of several, the table lets one.
 */
export async function createCase(
  { table, hash }: CaseChanger,
  input: { readonly case: Case; readonly submissionKey: string; readonly event: CaseEvent },
): Promise<{ readonly created: boolean; readonly case: Case }> {
  const { submissionKey, event } = input;
  // Bound to its sender: a key somebody else has seen leads to nothing of theirs.
  const senderHash = await hash(input.case.submitter?.nationalId ?? input.case.person.nationalId);
  const digest = createHash('sha256').update(`${input.case.municipality} ${senderHash} ${submissionKey}`).digest('hex');
  const claim = { pk: `submission#${digest}`, sk: 'submission' };
  const claimed = await table.putNew({ ...claim, caseId: input.case.caseId });
  const caseId = claimed ? input.case.caseId : await claimedBy(table, claim);
  const first = claimed ? undefined : await table.get(caseKey(caseId));
  if (first) return { created: false, case: asCaseItem(first).case };

  const given: Case = { ...input.case, caseId };
  if (given.submitter?.nationalId)
    await table.put({ ...submitterKey(caseId), ...byPersonKeys(await hash(given.submitter.nationalId), given) });
  if (given.otherParent?.nationalId)
    await table.put({ ...otherParentKey(caseId), ...byPersonKeys(await hash(given.otherParent.nationalId), given) });
  const created = await table.putNew({
    ...caseKey(caseId),
    ...byStateKeys(given),
    ...byPersonKeys(await hash(given.person.nationalId), given),
    case: given,
    lastEvent: event,
  });
  const stored = created ? given : asCaseItem((await table.get(caseKey(caseId))) ?? {}).case;
  if (created) log.info(claimed ? 'CASE_CREATED' : 'CASE_HEALED', { caseId, municipality: given.municipality });
  return { created, case: stored };
}

async function claimedBy(table: CaseChanger['table'], claim: { pk: string; sk: string }): Promise<string> {
  return z.looseObject({ caseId: z.string() }).parse(await table.get(claim)).caseId;
}
