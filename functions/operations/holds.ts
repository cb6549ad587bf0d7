import { errorNames } from '../core/errors.ts';
import type { Staff } from '../core/parties.ts';
import type { CaseFile, HoldRecord } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import { type CaseStore, recordKey } from '../platform/case-store.ts';
import { log } from '../platform/log.ts';
import type { Callbacks } from '../tasks/callbacks.ts';

/** What operations may choose for a held lane: run the failed step again, or end the execution as failed. */
export const holdActions = ['retry', 'stop'] as const;
export type HoldAction = (typeof holdActions)[number];

/** What became of a choice. `gone`: the lane no longer waits under this hold; it is held anew under the next round. */
export type HoldAnswered = { readonly result: 'accepted' } | { readonly result: 'already-answered' | 'gone' };

/** Answers holds, for the operations pages. */
export interface Holds {
  /** Hands operations' choice to the held lane. Of several exactly one is accepted. */
  answerHold(input: {
    readonly file: CaseFile;
    readonly hold: HoldRecord;
    readonly action: HoldAction;
    readonly by: Staff;
    readonly now: Instant;
  }): Promise<HoldAnswered>;
}

const closed = { retry: 'retried', stop: 'stopped' } as const satisfies Record<HoldAction, HoldRecord['state']>;

/** Holds over the case store and Step Functions. */
export function createHolds({ store, callbacks }: { store: CaseStore; callbacks: Callbacks }): Holds {
  return {
    async answerHold({ file, hold, action, by, now }) {
      const { caseId } = file.case;
      const { token, lane, stateName } = hold;
      const key = recordKey('hold', hold);
      const claimed = await store.change(caseId, 'hold', key, { state: closed[action] }, { state: 'open', token });
      if (!claimed) {
        await sendAgain(callbacks, await store.load(caseId), key);
        return { result: 'already-answered' };
      }
      const told = await tell(callbacks, hold, action);
      if (told === 'gone') return { result: 'gone' };
      const actor = { kind: 'staff', id: by.id, name: by.name } as const;
      await store.appendEvent(caseId, { at: now, type: `hold-${closed[action]}`, actor, detail: { lane, stateName } });
      log.info('HOLD_ANSWERED', { caseId, key, outcome: action });
      return { result: 'accepted' };
    },
  };
}

/** Sends the callback of an answered hold again, in case it was lost; a lane that got it answers `gone`. */
async function sendAgain(callbacks: Callbacks, file: CaseFile | undefined, key: string): Promise<void> {
  const hold = file?.holds.find((found) => recordKey('hold', found) === key);
  if (!hold || hold.state === 'open') return;
  await tell(callbacks, hold, hold.state === 'stopped' ? 'stop' : 'retry');
}

/** Stopping fails the hold itself, so that a redriven execution comes back to this very choice. */
function tell(callbacks: Callbacks, { token, stateName, error }: HoldRecord, action: HoldAction) {
  if (action === 'retry') return callbacks.succeed(token, { action });
  return callbacks.fail(token, errorNames.stopped, `${stateName}: ${error}`);
}
