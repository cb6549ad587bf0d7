import { describe, expect, it } from 'vitest';
import { answerSchemas, longestText } from '../../functions/core/answers.ts';
import { isLanguage } from '../../functions/core/language.ts';
import { letterId, letterReference } from '../../functions/core/letter-record.ts';
import { roundKey, taskKinds } from '../../functions/core/records.ts';
import { anAnswer, anAssessment } from '../support/builders.ts';

it('keys rounds by what they are about', () => {
  expect(roundKey('application', 3)).toBe('3');
  expect(roundKey('appeal-2', 3)).toBe('a2-3');
  expect(letterId({ kind: 'delay-notice', key: roundKey('appeal-1', 1) })).toBe('delay-notice-a1-1');
});

it('refers to a letter without its kind', () => {
  expect(letterReference({ sha256: 'c0ffee'.repeat(11) })).toBe('c0ffeec0ffeec0ff');
});

it('knows its languages', () => {
  expect(['nb', 'nn', 'no', 'en', undefined].filter(isLanguage)).toEqual(['nb', 'nn']);
});

describe('answers', () => {
  it('have a schema for every kind of task', () => {
    expect(Object.keys(answerSchemas).sort()).toEqual([...taskKinds].sort());
  });

  it('are trimmed and kept whole', () => {
    const { outcomes, reasons, personsView } = anAssessment();
    const facts = `  Linje 1\n\n${'æøå '.repeat(100)}`;
    const parsed = answerSchemas.assessment.parse({ outcomes, facts, reasons, personsView });
    expect(parsed).toMatchObject({ facts: facts.trim() });
    expect(answerSchemas.assessment.safeParse(anAnswer().answer).success).toBe(true);
  });

  it.each([
    ['assessment', { ...anAssessment(), facts: '   ' }],
    ['assessment', { ...anAssessment(), facts: 'x'.repeat(longestText + 1) }],
    ['assessment', { ...anAssessment(), outcomes: { plan: 'granted', coordinator: 'granted' } }],
    ['approval', { choice: 'return', comment: ' ' }],
    ['approval', { choice: 'maybe' }],
    ['delay-reason', { reason: 'Sjukdom', expectedOn: '2027-02-29' }],
    ['consent', { plan: 'yes', coordinator: true, sharing: true }],
    ['county-outcome', { choice: 'lost', note: '', decidedOn: '2027-02-01' }],
  ] as const)('to %s are refused when they do not fit', (kind, answer) => {
    expect(answerSchemas[kind].safeParse(answer).success).toBe(false);
  });
});
