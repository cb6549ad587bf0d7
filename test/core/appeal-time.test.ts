import { describe, expect, it } from 'vitest';
import { appealDeadlineOf } from '../../functions/core/appeal-time.ts';
import { appealDeadline } from '../../functions/core/deadlines.ts';
import type { LetterRecord } from '../../functions/core/records.ts';
import { aCase, aCaseFile, aDecision, aLetter } from '../support/builders.ts';

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

  it('is unknown before a decision, before its letter leaves, and for what Statsforvalteren decided', () => {
    const byCounty = aDecision({ number: 2, madeBy: 'county-governor', afterAppeal: 1 });
    expect(appealDeadlineOf(aCaseFile(), postalDays)).toBeUndefined();
    expect(appealDeadlineOf(decided(unsent), postalDays)).toBeUndefined();
    expect(appealDeadlineOf(decided({ dispatchedAt, channel: 'digital' }, byCounty), postalDays)).toBeUndefined();
  });
});
