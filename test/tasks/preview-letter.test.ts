import { describe, expect, it } from 'vitest';
import { languages } from '../../functions/core/language.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { htmlOf, viewOf } from '../../functions/letters/letter-html.ts';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import {
  aCase,
  aCaseFile,
  aDecision,
  anAppeal,
  anAssessment,
  approver,
  caseworker,
  granted,
} from '../support/builders.ts';

const now = '2026-12-14T09:00:00.000Z';
const refused = { plan: 'refused', coordinator: 'granted', childCoordinator: 'not-applied' } as const;

/** What the page of an approval says is different from the letter that is sent (`task-letter-<language>.hbs`). */
function asSent(preview: string): string {
  return preview
    .replace('<p class="draft">Utkast</p>', '')
    .replace(/\((?:navnet til lederen|namnet til leiaren) som godkjenner\)/, approver.name);
}

function reassessed(outcome: 'changed' | 'upheld') {
  const reassessment = {
    round: 1,
    outcome,
    outcomes: outcome === 'changed' ? granted : refused,
    facts: 'Opplysningane.',
    reasons: 'Grunnane.',
    statement: 'Fråsegna.',
    by: caseworker,
    at: '2026-12-12T09:00:00.000Z',
  } as const;
  return anAppeal({ state: 'in-approval', reassessment });
}

const { facts, reasons, personsView } = anAssessment();

/** Each letter that is approved: the case while somebody looks at the preview, and when the letter is written. */
const letters = [
  {
    kind: 'decision',
    subject: 'application',
    before: { assessments: [anAssessment({ outcomes: refused })] },
    after: {
      decisions: [aDecision({ outcomes: refused, facts, reasons, personsView, approvedBy: approver, decidedAt: now })],
    },
  },
  {
    kind: 'appeal-decided',
    subject: 'appeal-1',
    before: { decisions: [aDecision({ outcomes: refused })], appeals: [reassessed('changed')] },
    after: {
      decisions: [
        aDecision({ outcomes: refused }),
        aDecision({
          number: 2,
          outcomes: granted,
          facts: 'Opplysningane.',
          reasons: 'Grunnane.',
          personsView: 'Eg er ikkje samd i vurderinga.',
          afterAppeal: 1,
          approvedBy: approver,
          decidedAt: now,
        }),
      ],
      appeals: [{ ...reassessed('changed'), approvedBy: approver }],
    },
  },
  {
    kind: 'appeal-forwarded',
    subject: 'appeal-1',
    before: { decisions: [aDecision({ outcomes: refused })], appeals: [reassessed('upheld')] },
    after: { appeals: [{ ...reassessed('upheld'), state: 'forwarded', forwardedAt: now, approvedBy: approver }] },
  },
] as const satisfies readonly {
  kind: string;
  subject: string;
  before: Partial<CaseFile>;
  after: Partial<CaseFile>;
}[];

describe.each(letters)('the preview of $kind', ({ kind, subject, before, after }) => {
  it.each(languages)('is the letter that is sent, but for what the page says, in %s', (language) => {
    const page = (file: CaseFile, preview: boolean) =>
      htmlOf(
        kind,
        viewOf(kind, {
          file,
          municipality: mustFindMunicipality('4635'),
          subject,
          round: 1,
          now,
          publicUrl: 'https://plan.example',
          preview,
        }),
      );
    const seen = aCaseFile({ case: aCase({ language }), ...before });
    const sent = aCaseFile({ case: aCase({ language }), ...before, ...after });
    const preview = page(seen, true);
    expect(preview).toContain('<p class="draft">Utkast</p>');
    expect(squeezed(asSent(preview))).toBe(squeezed(page(sent, false)));
  });
});

function squeezed(html: string): string {
  return html.replaceAll(/\n\s*\n/g, '\n');
}
