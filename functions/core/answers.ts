import { z } from 'zod';
import { countyOutcomes, reassessmentOutcomes } from './appeal.ts';
import { carers, legalBases } from './case.ts';
import { rightChangeOutcomes, rightOutcomes } from './decision.ts';
import type { TaskKind } from './records.ts';

/** Longest free text a person may type; the letters are tested to carry it (shown as typed, never shortened). */
export const longestText = 20_000;

const text = z.string().trim().max(longestText);
const requiredText = text.min(1);
const line = z.string().trim().min(1).max(200);
const date = z.iso.date();
const outcomes = z.object({
  plan: z.enum(rightOutcomes),
  coordinator: z.enum(rightOutcomes),
  childCoordinator: z.enum(rightOutcomes),
});

/** The person's own answer to a report of need or an application by another (IP-forskriften § 5; domain.md § 4.5). */
const consentAnswer = z.object({ plan: z.boolean(), coordinator: z.boolean(), sharing: z.boolean() });

/**
 * What a caseworker found about who consents and who is told, each with its reason in writing: going on with one of two
 * consents, lack of competence in this question (pbrl § 4-3), whether the parents are told (pbrl § 3-4), a care order
 * with what those it gives the say answered on paper (pbrl § 4-4 fourth ledd), and loss of legal capacity (vgml § 22).
 */
const findings = z
  .object({
    consentOverride: requiredText,
    capacityReason: requiredText,
    capacityShown: z.enum(['nobody', 'person', 'next-of-kin', 'both']),
    parentsInformed: z.enum(['yes', 'no']),
    parentsReason: requiredText,
    mandateStands: z.enum(['yes', 'no']),
    deprived: z.enum(['yes', 'no']),
    deprivedReason: requiredText,
    careOrder: z.enum([...carers, 'none']),
    careOrderReason: requiredText,
    careLetters: requiredText,
    childWelfareAnswer: z.enum(['yes', 'no']),
    childWelfareName: line,
    childWelfareOn: date,
    carerAnswer: z.enum(['yes', 'no']),
    carerName: line,
    carerOn: date,
  })
  .partial();

/** What becomes of a right the person has, in a case about one; `outcomes` follow from it (fvl § 42). */
const rightChange = z.object({ outcome: z.enum(rightChangeOutcomes), from: date });

/**
 * The caseworker's proposal. Reasons may be empty only when everything asked for is granted (`reasonsMissing`). Without a
 * legal basis, as in answers from before it was asked, the case keeps the one it has.
 */
const proposalAnswer = z.object({
  choice: z.literal('propose').optional(),
  outcomes,
  legalBasis: z.enum(legalBases).optional(),
  facts: requiredText,
  reasons: text,
  personsView: text,
  findings: findings.optional(),
  change: rightChange.optional(),
});

/**
 * The caseworker asks the person for what is missing instead of proposing yet (fvl § 11). `kept` is what was typed of the
 * proposal, which the next round's page shows again.
 */
const informationRequestAnswer = z.object({
  choice: z.literal('ask'),
  missing: requiredText,
  helpfulBy: date,
  kept: z.record(z.string(), z.string().max(longestText)),
});
const assessmentAnswer = z.discriminatedUnion('choice', [proposalAnswer, informationRequestAnswer]);

/** The leader approves, or returns with a comment. */
export const approvalAnswer = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('approve') }),
  z.object({ choice: z.literal('return'), comment: requiredText }),
]);

/** Why an answer is late and when it can be expected (fvl § 11 a second ledd). */
const delayReasonAnswer = z.object({ reason: requiredText, expectedOn: date });

/** Who becomes coordinator (hol § 7-2). */
const appointCoordinatorAnswer = z.object({
  name: line,
  title: line,
  unit: line,
  phone: line,
  email: z.email(),
});

/**
 * Are the conditions for handling the appeal met? (fvl §§ 30–33) Inadmissible needs a reason; it can be appealed. A request
 * for `supervision` is no appeal and goes to Statsforvalteren (pbrl § 7-4). `heardLostOn`: when the appellant heard that
 * an earlier appeal was lost on its way, so that this one repeats it (fvl § 30). `deferral`: whether the decision waits
 * for the appeal, where that was asked for (fvl § 42).
 */
const appealReviewAnswer = z.object({
  choice: z.enum(['admissible', 'inadmissible', 'supervision']),
  reason: text,
  heardLostOn: date.optional(),
  deferral: z.enum(['granted', 'refused']).optional(),
  deferralReason: text.optional(),
});

/** The reassessment; `outcomes` is the new decision when changed, `statement` goes to Statsforvalteren otherwise. */
const reassessmentAnswer = z.object({
  choice: z.enum(reassessmentOutcomes),
  outcomes,
  change: rightChange.optional(),
  facts: requiredText,
  reasons: requiredText,
  statement: text,
});

/** What Statsforvalteren decided (domain.md § 3.7). `outcomes` is required when the decision was changed. */
const countyOutcomeAnswer = z.object({
  choice: z.enum(countyOutcomes),
  note: text,
  decidedOn: date,
  outcomes: outcomes.optional(),
  change: rightChange.optional(),
});

/** The validated answer of each task kind. */
export const answerSchemas = {
  consent: consentAnswer,
  assessment: assessmentAnswer,
  approval: approvalAnswer,
  'delay-reason': delayReasonAnswer,
  'appoint-coordinator': appointCoordinatorAnswer,
  'appeal-review': appealReviewAnswer,
  reassessment: reassessmentAnswer,
  'appeal-approval': approvalAnswer,
  'county-outcome': countyOutcomeAnswer,
} as const satisfies Record<TaskKind, z.ZodType>;

/** The answer type of one task kind. */
export type AnswerOf<K extends TaskKind> = z.output<(typeof answerSchemas)[K]>;
