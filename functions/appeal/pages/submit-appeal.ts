import { isAppealOpen, openAppeal } from '../../core/appeal-state.ts';
import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { osloDate } from '../../core/calendar.ts';
import type { Appeal } from '../../core/case.ts';
import { type CaseState, transitions } from '../../core/case-state.ts';
import { answerDueOn, isAppealInTime } from '../../core/deadlines.ts';
import type { CaseEvent, CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { OpenedCase, Party } from '../../identity/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Executions } from '../../platform/executions.ts';
import type { Completion } from '../../tasks/completion.ts';

/** What sending an appeal takes. */
export interface AppealPorts {
  readonly store: CaseStore;
  readonly completion: Completion;
  readonly executions: Executions;
}

/** An appeal as sent. */
export interface SentAppeal {
  readonly text: string;
  readonly wantedChange: string;
  readonly submissionKey: string;
  readonly at: Instant;
}

/**
 * Receives an appeal, late or not: whether it is in time is noted, never decided here (fvl § 31). The same form sent
 * again finds its own event and only finishes what an interrupted try left undone; another form is not taken while an
 * appeal is open (`another-open`).
 */
export async function submitAppeal(
  ports: AppealPorts,
  opened: OpenedCase & { readonly access: Party },
  sent: SentAppeal,
): Promise<'received' | 'another-open'> {
  const { file } = opened;
  const open = openAppeal(file);
  const known = knownAppeal(file, sent.submissionKey) ?? interrupted(file);
  if (known === undefined && open !== undefined) return 'another-open';
  const number = known ?? Math.max(file.case.appealNumber, ...file.appeals.map((appeal) => appeal.number)) + 1;
  if (known === undefined) await ports.store.addOnce(file.case.caseId, 'appeal', newAppeal(opened, number, sent));
  await note(ports.store, opened, { number, sent });
  await setGoing(ports, file, { number, now: sent.at });
  return 'received';
}

/** An appeal that was stored by a try that went no further. */
function interrupted(file: CaseFile): number | undefined {
  return file.appeals.find((appeal) => isAppealOpen(appeal) && appeal.number > file.case.appealNumber)?.number;
}

function knownAppeal(file: CaseFile, submissionKey: string): number | undefined {
  const event = file.events.find(
    ({ type, detail }) => type === 'appeal-received' && detail?.submissionKey === submissionKey,
  );
  return typeof event?.detail?.appeal === 'number' ? event.detail.appeal : undefined;
}

function newAppeal(
  { file, municipality, access }: OpenedCase & { access: Party },
  number: number,
  sent: SentAppeal,
): Appeal {
  const receivedOn = osloDate(sent.at);
  const deadline = appealDeadlineOf(file, municipality.deadlines.postalDays);
  const dueOn = answerDueOn(receivedOn);
  return {
    number,
    decisionNumber: file.case.decisionNumber,
    by: access,
    text: sent.text,
    wantedChange: sent.wantedChange,
    receivedAt: sent.at,
    receivedOn,
    // Without a letter no deadline has begun.
    inTime: deadline === undefined || isAppealInTime({ deadline, arrivedAt: sent.at }),
    dueOn,
    expectedOn: dueOn,
    state: 'received',
  };
}

/**
 * Raises the case's appeal number with the event that carries the submission key. A case without a decision keeps its
 * state: its casework goes on beside the appeal (pbrl § 7-2).
 */
async function note(
  store: CaseStore,
  { file, actor }: OpenedCase,
  { number, sent }: { number: number; sent: SentAppeal },
): Promise<void> {
  if (file.case.appealNumber >= number) return;
  const { caseId, state } = file.case;
  const detail = { appeal: number, submissionKey: sent.submissionKey };
  const event: CaseEvent = { at: sent.at, type: 'appeal-received', actor, detail };
  const changes = { appealNumber: number };
  const from: readonly CaseState[] = transitions.appeal.from;
  if (from.includes(state)) {
    const moved = await store.transition({ caseId, transition: 'appeal', changes, event });
    if (moved.ok) return;
  }
  await store.update({ caseId, changes, event });
}

/** Ends the wait for an appeal; where nothing waits, the appeal's own execution is started, under the same name. */
async function setGoing(
  { store, completion, executions }: AppealPorts,
  file: CaseFile,
  { number, now }: { number: number; now: Instant },
): Promise<void> {
  const { caseId, municipality } = file.case;
  // Loaded anew: the wait may have been registered since, and it looks for the appeal when it is.
  const current = (await store.load(caseId)) ?? file;
  const output = { outcome: 'appealed', appealNumber: number } as const;
  const told = await completion.completeWait({ file: current, name: 'appeal', subject: 'application', output, now });
  if (!told) await executions.startAppeal({ caseId, municipality, appealNumber: number });
}
