import { osloDate } from '../../core/calendar.ts';
import type { Case, ConcernedRight } from '../../core/case.ts';
import { newCaseId } from '../../core/case-id.ts';
import { answerDueOn } from '../../core/deadlines.ts';
import { type CannotChange, caseWithRight } from '../../core/existing-right.ts';
import type { CaseEvent, CaseFile } from '../../core/records.ts';
import { submitterActsAs } from '../../core/representation.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import { log } from '../../platform/log.ts';
import type { SubmitPorts } from './submit.ts';

/** A right that is to be considered, as a caseworker asked. */
export interface ChangeOfRight extends Omit<ConcernedRight, 'caseId'> {
  readonly nationalId: string;
  readonly municipality: string;
  /** The same for every try to send the same: one key makes one case. */
  readonly submissionKey: string;
  readonly now: Instant;
  readonly actor: CaseEvent['actor'];
}

/**
 * Begins a case about ending or changing a right a person has, beside the case it was granted in: for the same person, the
 * same parties and the same way of reaching them, through the same steps (fvl § 42). Gives its id, or why it cannot begin.
 * Sent again it is the same case.
 */
export async function beginChange(
  { store, executions, random }: SubmitPorts,
  change: ChangeOfRight,
): Promise<Result<string, CannotChange>> {
  const { municipality, nationalId, submissionKey, now, actor } = change;
  const files = await filesOf(store, municipality, nationalId);
  const begun = files.find(({ events }) => events.some(({ detail }) => detail?.submission === submissionKey));
  const granted = begun ? undefined : caseWithRight(files, change);
  if (typeof granted === 'string') return err(granted);
  const made = granted ? changeCase(granted.case, change, newCaseId(random())) : begun?.case;
  if (!made?.concerns) return err('unknown');
  const detail = { origin: made.origin, channel: 'staff', submission: submissionKey };
  const { case: stored } = await store.create({
    case: made,
    submissionKey,
    event: { at: now, type: 'received', actor, detail },
  });
  const { caseId } = stored;
  await tellGrantedCase(store, made.concerns.caseId, { at: now, type: 'right-considered', actor, detail: { caseId } });
  log.info('CASE_CREATED', { caseId, municipality });
  await executions.startApplication({ caseId, municipality });
  return ok(caseId);
}

async function filesOf(store: SubmitPorts['store'], municipality: string, nationalId: string) {
  const cases = await store.listByPerson(municipality, nationalId);
  const files = await Promise.all(cases.map(({ caseId }) => store.load(caseId)));
  return files.filter((file): file is CaseFile => file !== undefined);
}

/** In the case the right was granted in, once: its page finds the way from there. */
async function tellGrantedCase(store: SubmitPorts['store'], caseId: string, event: CaseEvent): Promise<void> {
  const file = await store.load(caseId);
  const told = file?.events.some(({ type, detail }) => type === event.type && detail?.caseId === event.detail?.caseId);
  if (!told) await store.appendEvent(caseId, event);
}

/** The new case: who it is about and who has a say as in the granted one, and nothing of how that one was dealt with. */
function changeCase(granted: Case, change: ChangeOfRight, caseId: string): Case {
  const { municipality, now, right, kind, from, why, said } = change;
  const { person, submitter, otherParent, otherParentUnreachable, careOrder, interpreter, consents } = granted;
  const { parentsNotInformed, parentsInformed, asksNotInformed, capacityFinding, consentOverride } = granted;
  const receivedOn = osloDate(now);
  const dueOn = answerDueOn(receivedOn);
  const none = { plan: false, coordinator: false, childCoordinator: false };
  return {
    ...{ caseId, municipality, caseNumber: '', state: 'received', version: 1, origin: 'own-initiative' },
    ...{ language: granted.language, legalBasis: granted.legalBasis, contact: granted.contact, channel: 'staff' },
    person,
    ...(submitter && submitterActsAs(granted, receivedOn) && { submitter }),
    ...(otherParent && { otherParent }),
    ...(otherParentUnreachable && { otherParentUnreachable }),
    ...(careOrder && { careOrder }),
    ...(parentsNotInformed && { parentsNotInformed }),
    ...(parentsInformed && { parentsInformed }),
    ...(asksNotInformed && { asksNotInformed }),
    ...(capacityFinding && { capacityFinding }),
    ...(consentOverride && { consentOverride }),
    ...(interpreter && { interpreter }),
    consents,
    concerns: { caseId: granted.caseId, caseNumber: granted.caseNumber, right, kind, from, why, said },
    wishes: { ...none, [right]: true },
    account: { needs: why, goals: '', services: '' },
    ...{ receivedAt: now, registeredAt: now, receivedOn, dueOn, expectedOn: dueOn },
    ...{ decisionNumber: 0, appealNumber: 0 },
  };
}
