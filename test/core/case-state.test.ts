import { describe, expect, it } from 'vitest';
import {
  type CaseState,
  canWithdraw,
  caseStates,
  isAnswered,
  type Transition,
  transitions,
} from '../../functions/core/case-state.ts';

const moves: readonly Transition[] = Object.values(transitions);

/** All states that can be reached from `start`, itself included. */
function reachableFrom(start: CaseState): ReadonlySet<CaseState> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { from, to } of moves) if (from.includes(state)) reached.add(to);
  }
  return reached;
}

describe('the transitions', () => {
  it('reach every state from the first', () => {
    expect([...reachableFrom('received')].sort()).toEqual([...caseStates].sort());
  });

  it.each(caseStates)('lead from %s to a closed case', (state) => {
    expect(reachableFrom(state)).toContain('closed');
  });

  it('leave a closed case only by an appeal, which may be late (fvl § 31), or by what one comes to', () => {
    expect(moves.filter(({ from }) => from.includes('closed'))).toEqual([
      transitions.appeal,
      transitions.changeDecision,
    ]);
  });

  it('never stay where they are, and name each prior state once', () => {
    for (const { from, to } of moves) {
      expect(from).not.toContain(to);
      expect(new Set(from).size).toBe(from.length);
    }
  });

  it('decide only what a leader has had before them, or on appeal', () => {
    expect(moves.filter(({ to }) => to === 'decided').flatMap(({ from }) => from)).toEqual([
      'in-approval',
      'notified',
      'appealed',
      'closed',
    ]);
  });
});

describe('isAnswered', () => {
  it('lets the clock run until the letter has left', () => {
    expect(caseStates.filter((state) => !isAnswered(state))).toEqual([
      'received',
      'registered',
      'awaiting-consent',
      'in-assessment',
      'in-approval',
      'decided',
    ]);
  });
});

describe('canWithdraw', () => {
  it('holds in exactly the states the transition starts from', () => {
    expect(caseStates.filter(canWithdraw)).toEqual([...transitions.withdraw.from]);
  });
});
