import type { Appeal, AppealTarget } from '../../core/appeal.ts';
import { concernsDecision, openAppeal } from '../../core/appeal-state.ts';
import { decisionNumberOf } from '../../core/appeal-targets.ts';
import { appealDeadlineOf } from '../../core/appeal-time.ts';
import { atOslo, osloDate } from '../../core/calendar.ts';
import { type CaseState, transitions } from '../../core/case-state.ts';
import { answerDueOn, isAppealInTime } from '../../core/deadlines.ts';
import { deferrableChange } from '../../core/deferral.ts';
import type { CaseEvent, CaseFile } from '../../core/records.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { OpenedCase, Party } from '../../identity/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
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
  readonly about: AppealTarget;
  /** Why it comes late, when told. */
  readonly lateReason: string;
  /** The decision is asked to wait; it counts only where it ends or changes a right (fvl § 42). */
  readonly deferralWanted: boolean;
  readonly submissionKey: string;
  readonly at: Instant;
  /** When it came, for one on paper that staff register `at` a later moment. */
  readonly paper?: { readonly receivedOn: CalendarDate; readonly postmarkedOn?: CalendarDate };
}

/** What became of an appeal that was sent; `number` is the stored appeal's. */
export type SubmittedAppeal =
  | { readonly result: 'received'; readonly number: number }
  | { readonly result: 'another-open' };

/** Who appeals in which case. */
export type Appellant = Pick<OpenedCase, 'municipality' | 'actor'> & { readonly access: Party };

/** Far more than appeals of one case come in one moment. */
const mostRounds = 20;

/**
 * Receives an appeal, late or not: whether it is in time is noted, never decided here (fvl § 31). The same form sent
 * again finds its own appeal and only finishes what an interrupted try left undone; another form is not taken while an
 * appeal over the same is open (`another-open`), but one that an earlier try left without its execution gets it.
 */
export async function submitAppeal(
  ports: AppealPorts,
  { caseId, by }: { readonly caseId: string; readonly by: Appellant },
  sent: SentAppeal,
): Promise<SubmittedAppeal> {
  for (let round = 0; round < mostRounds; round += 1) {
    const file = await loadCaseFile(ports.store, caseId);
    const known = knownAppeal(file, sent.submissionKey);
    if (known !== undefined) return setOff(ports, file, { by, appeal: known, sent });
    const open = openAppeal(file, decisionNumberOf(file, sent.about));
    if (open !== undefined) {
      if (open.number > file.case.appealNumber) await setOff(ports, file, { by, appeal: open, sent });
      return { result: 'another-open' };
    }
    const number = Math.max(file.case.appealNumber, ...file.appeals.map((appeal) => appeal.number)) + 1;
    const appeal = newAppeal(file, { by, number, sent });
    if (await ports.store.addOnce(caseId, 'appeal', appeal)) return setOff(ports, file, { by, appeal, sent });
  }
  throw new Error(`appeals of case ${caseId} come without end`);
}

/** Notes the appeal on the case and sets its execution going; done again, it changes nothing. */
async function setOff(
  ports: AppealPorts,
  file: CaseFile,
  { by, appeal, sent }: { by: Appellant; appeal: Appeal; sent: SentAppeal },
): Promise<SubmittedAppeal> {
  await note(ports.store, file, { by, appeal });
  await setGoing(ports, file, { appeal, now: sent.at });
  return { result: 'received', number: appeal.number };
}

function knownAppeal(file: CaseFile, submissionKey: string): Appeal | undefined {
  return file.appeals.find((appeal) => appeal.submissionKey === submissionKey);
}

function newAppeal(file: CaseFile, { by, number, sent }: { by: Appellant; number: number; sent: SentAppeal }): Appeal {
  const { about, text, wantedChange, lateReason, deferralWanted, submissionKey, at, paper } = sent;
  const receivedOn = paper?.receivedOn ?? osloDate(at);
  const receivedAt = receivedOn === osloDate(at) ? at : atOslo(receivedOn, '12:00');
  const deadline = appealDeadlineOf(file, by.municipality.deadlines.postalDays);
  const dueOn = answerDueOn(receivedOn);
  return {
    number,
    decisionNumber: decisionNumberOf(file, about),
    by: by.access,
    about,
    text,
    wantedChange,
    ...(lateReason && { lateReason }),
    ...(deferralWanted && deferrableChange(file, decisionNumberOf(file, about)) && { deferralWanted }),
    submissionKey,
    ...(paper && { channel: 'paper', registeredAt: at }),
    ...(paper?.postmarkedOn && { postmarkedOn: paper.postmarkedOn }),
    receivedAt,
    receivedOn,
    // Only an appeal over a decision has a deadline, and without a letter it has not begun.
    inTime:
      about !== 'decision' ||
      deadline === undefined ||
      isAppealInTime({ deadline, arrivedAt: receivedAt, ...postedOn(paper) }),
    dueOn,
    expectedOn: dueOn,
    state: 'received',
  };
}

/** Paper counts from its postmark, where there is one (fvl § 30). */
function postedOn(paper: SentAppeal['paper']) {
  return paper?.postmarkedOn === undefined ? {} : { postedOn: paper.postmarkedOn };
}

/**
 * Raises the case's appeal number with the event of the appeal. A case whose decision is not appealed keeps its state: its
 * casework, or its appeal deadline, goes on beside the appeal (pbrl § 7-2).
 */
async function note(
  store: CaseStore,
  file: CaseFile,
  { by: { actor }, appeal }: { by: Appellant; appeal: Appeal },
): Promise<void> {
  if (file.case.appealNumber >= appeal.number) return;
  const { caseId, state } = file.case;
  const { number, about = 'decision' } = appeal;
  const at = appeal.registeredAt ?? appeal.receivedAt;
  const event: CaseEvent = { at, type: 'appeal-received', actor, detail: { appeal: number, about } };
  const changes = { appealNumber: number };
  const from: readonly CaseState[] = transitions.appeal.from;
  if (concernsDecision(appeal) && from.includes(state)) {
    const moved = await store.transition({ caseId, transition: 'appeal', changes, event });
    if (moved.ok) return;
  }
  await store.update({ caseId, changes, event });
}

/**
 * Ends the wait for an appeal over the decision; where nothing waits, and for any other appeal, the appeal's own execution
 * is started, always under the same name.
 */
async function setGoing(
  { store, completion, executions }: AppealPorts,
  file: CaseFile,
  { appeal, now }: { appeal: Appeal; now: Instant },
): Promise<void> {
  const { caseId, municipality } = file.case;
  const { number } = appeal;
  if (concernsDecision(appeal)) {
    // Loaded anew: the wait may have been registered since, and it looks for the appeal when it is.
    const current = (await store.load(caseId)) ?? file;
    const output = { outcome: 'appealed', appealNumber: number } as const;
    if (await completion.completeWait({ file: current, name: 'appeal', subject: 'application', output, now })) return;
  }
  await executions.startAppeal({ caseId, municipality, appealNumber: number });
}
