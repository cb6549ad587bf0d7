import { describe, expect, it } from 'vitest';
import { appealApprovalPage } from '../../functions/appeal/task-page-approval.ts';
import { countyOutcomePage } from '../../functions/appeal/task-page-county.ts';
import { reassessmentPage } from '../../functions/appeal/task-page-reassessment.ts';
import { appealReviewPage } from '../../functions/appeal/task-page-review.ts';
import type { TaskKind } from '../../functions/core/records.ts';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import type { TaskContext } from '../../functions/tasks/pages/task-page.ts';
import { aCase, aCaseFile, aDecision, anAppeal, aTask, caseworker } from '../support/builders.ts';

const undecided = { plan: 'not-applied', coordinator: 'not-applied', childCoordinator: 'not-applied' } as const;
const typed = { facts: 'Svaret er seint.', reasons: 'Vi svarar innan ei veke.', statement: '' };

/** A task about an appeal over the service; a decision was made since. */
function contextOf(kind: TaskKind): TaskContext {
  const reassessment = {
    ...typed,
    round: 1,
    outcome: 'changed',
    outcomes: undecided,
    by: caseworker,
    at: '2026-12-12T09:00:00.000Z',
  } as const;
  const appeal = anAppeal({ decisionNumber: 0, ...(kind === 'reassessment' ? {} : { reassessment }) });
  return {
    file: aCaseFile({ case: aCase({ decisionNumber: 1 }), decisions: [aDecision()], appeals: [appeal] }),
    task: aTask({ kind, subject: 'appeal-1' }),
    municipality: mustFindMunicipality('4635'),
    language: 'nn',
    now: '2026-12-14T09:00:00.000Z',
    path: '/t/task/secret',
  };
}

describe('an appeal over the service', () => {
  it('is reassessed without an outcome for any right, and says why', () => {
    const context = contextOf('reassessment');
    expect(reassessmentPage.fields(context).map(({ name }) => name)).toEqual([
      'choice',
      'facts',
      'reasons',
      'statement',
    ]);
    expect(reassessmentPage.about(context)).toContain('Klaga gjeld ikkje eit vedtak');
    expect(reassessmentPage.initial(context)).toEqual({});
    const parsed = reassessmentPage.parse({ ...typed, choice: 'changed' }, context);
    expect(parsed).toEqual({ ok: true, value: { ...typed, choice: 'changed', outcomes: undecided } });
  });

  it.each(['partly-changed', 'upheld'])('needs a statement when %s', (choice) => {
    const parsed = reassessmentPage.parse({ ...typed, choice }, contextOf('reassessment'));
    expect(parsed).toEqual({ ok: false, error: [{ field: 'statement', code: 'required' }] });
  });

  it('is approved in its own words, without checks of a decision', () => {
    const about = appealApprovalPage.about(contextOf('appeal-approval'));
    expect(about).toContain('Klagaren får medhald: kommunen rettar på det.');
    expect(about).not.toContain('Barnekoordinator');
  });

  it('has no outcomes to fill in when Statsforvalteren finds it right', () => {
    const context = contextOf('county-outcome');
    const values = { choice: 'changed', decidedOn: '14.12.2026', note: 'Svar innan ei veke.' };
    expect(countyOutcomePage.fields(context).map(({ name }) => name)).toEqual(['choice', 'decidedOn', 'note']);
    expect(countyOutcomePage.parse(values, context)).toMatchObject({ ok: true, value: { choice: 'changed' } });
  });
});

describe('an appeal that comes after one that was not taken up', () => {
  const dismissed = (number: number, review: object = {}) =>
    anAppeal({
      ...{ number, state: 'concluded', decisionNumber: 1 },
      review: { admissible: false, reason: 'For seint.', by: caseworker, at: '2026-12-12T09:00:00.000Z', ...review },
    });
  const seen = (earlier: ReturnType<typeof anAppeal>) => {
    const context = contextOf('appeal-review');
    const appeals = [earlier, anAppeal({ number: 2, decisionNumber: 1 })];
    const task = aTask({ kind: 'appeal-review', subject: 'appeal-2' });
    return appealReviewPage.about({ ...context, task, file: { ...context.file, appeals } });
  };

  it('may be over that: whoever looks at it is told', () => {
    expect(seen(dismissed(1))).toContain('Ei klage over det same vart avvist 12. desember 2026 kl. 10.00.');
    expect(seen(dismissed(1, { supervision: true }))).not.toContain('vart avvist');
    expect(seen({ ...dismissed(1), decisionNumber: 0 })).not.toContain('vart avvist');
  });
});
