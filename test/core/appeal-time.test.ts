import { describe, expect, it } from 'vitest';
import { appealDeadlineOf } from '../../functions/core/appeal-time.ts';
import { appealDeadline } from '../../functions/core/deadlines.ts';
import type { LetterRecord } from '../../functions/core/letter-record.ts';
import { aCase, aCaseFile, aDecision, aLetter, anAppeal } from '../support/builders.ts';

const dispatchedAt = '2026-12-02T10:00:00.000Z';
const paperAt = '2026-12-16T10:00:00.000Z';
const postalDays = 4;

const { dispatchedAt: _, channel: __, ...unsent } = aLetter();

function decided(letter: Partial<LetterRecord>, decision = aDecision()) {
  const letters = [{ ...unsent, ...letter }];
  return aCaseFile({
    case: aCase({ state: 'notified', decisionNumber: decision.number }),
    decisions: [decision],
    letters,
  });
}

describe('appealDeadlineOf', () => {
  it('runs from the digital dispatch, without days in the post', () => {
    const deadline = appealDeadlineOf(decided({ channel: 'digital', dispatchedAt }), postalDays);
    expect(deadline).toEqual(appealDeadline({ legalBasis: 'health', channel: 'digital', from: dispatchedAt }));
  });

  it('runs from the posting, with the municipality’s days in the post', () => {
    const deadline = appealDeadlineOf(decided({ channel: 'paper', dispatchedAt }), postalDays);
    expect(deadline).toEqual(
      appealDeadline({ legalBasis: 'health', channel: 'paper', from: dispatchedAt, postalDays }),
    );
  });

  it('runs from the paper when the digital letter was never opened', () => {
    const deadline = appealDeadlineOf(decided({ channel: 'digital', dispatchedAt, paperAt }), postalDays);
    expect(deadline).toEqual(appealDeadline({ legalBasis: 'health', channel: 'paper', from: paperAt, postalDays }));
  });

  it('runs anew from the letter that dismissed an appeal: that can be appealed, too (fvl §§ 2, 28)', () => {
    const file = decided({ channel: 'digital', dispatchedAt });
    const review = { admissible: false, reason: 'For seint', by: { id: 's', name: 'S' }, at: paperAt };
    const dismissal = aLetter({ kind: 'appeal-decided', key: 'a1-1', subject: 'appeal-1', dispatchedAt: paperAt });
    const appeals = [anAppeal({ decisionNumber: 1, review, state: 'concluded' })];
    const deadline = appealDeadlineOf({ ...file, appeals, letters: [...file.letters, dismissal] }, postalDays);
    expect(deadline).toEqual(appealDeadline({ legalBasis: 'health', channel: 'digital', from: paperAt }));
  });

  it('is unknown before a decision, before its letter leaves, and for what Statsforvalteren decided', () => {
    const byCounty = aDecision({ number: 2, madeBy: 'county-governor', afterAppeal: 1 });
    expect(appealDeadlineOf(aCaseFile(), postalDays)).toBeUndefined();
    expect(appealDeadlineOf(decided(unsent), postalDays)).toBeUndefined();
    expect(appealDeadlineOf(decided({ dispatchedAt, channel: 'digital' }, byCounty), postalDays)).toBeUndefined();
  });
});
