import { z } from 'zod';
import type { AnswerOf } from '../../core/answers.ts';
import { osloDate } from '../../core/calendar.ts';
import { type Case, type Consent, consentAuthors } from '../../core/case.ts';
import { consentNeed } from '../../core/consent.ts';
import { type ConsentGivers, consentGivers } from '../../core/consent-givers.ts';
import { answerTo, type GivenAnswer, loadCaseFile, moveCase, systemEvent } from '../../platform/case-file.ts';
import type { CaseChanges, CaseStore } from '../../platform/case-store.ts';
import { defineStep, stepInput } from '../../platform/step.ts';

/** Version of the consent texts on the consent page; raise it when their wording changes (domain.md § 4.5). */
const consentTextVersion = '2026-11';

const input = stepInput.extend({ answerId: z.string() });

/**
 * Records what the person answered. Declining the plan leaves the coordinator (koordinatorforskriften § 16); declining
 * both ends the case with a confirmation; no answer at all (empty `answerId`) goes on to a caseworker, who decides with
 * the consent marked as unanswered: silence is never a refusal. Where two consent together (pbrl § 4-4), the first yes
 * gives `more-needed` and the case goes on waiting; one no leaves the rest to the caseworker.
 */
export function createRecordConsent({ store }: { store: CaseStore }) {
  return defineStep('RecordConsent', input, async ({ caseId, answerId, now }) => {
    const file = await loadCaseFile(store, caseId);
    if (answerId === '') return startAssessment(store, { caseId, now, outcome: 'unanswered' });
    const given = answerTo(file, 'consent', answerId);
    const on = osloDate(now);
    const changes = changesBy(file.case, given, consentGivers(file.case, on));
    const answered = { ...file.case, ...changes };
    const givers = consentGivers(answered, on);
    const together = givers.required.length > 1;
    const { plan, coordinator } = given.answer;
    if (together && file.case.state === 'awaiting-consent' && consentNeed(answered, on) === 'needed') {
      await store.update({ caseId, changes, event: personEvent(given, 'consent-answered') });
      return { outcome: 'more-needed' };
    }
    const nobodyWants = !together || givers.declined.length === givers.required.length;
    if (!plan && !coordinator && nobodyWants) {
      await moveCase(store, {
        caseId,
        transition: 'withdraw',
        changes: { ...changes, withdrawnAt: now },
        event: personEvent(given, 'declined'),
      });
      return { outcome: 'withdrawn' };
    }
    const result = await moveCase(store, {
      caseId,
      transition: 'startAssessment',
      changes,
      event: personEvent(given, 'consent-answered'),
    });
    if (!result.moved) return { outcome: 'withdrawn' };
    return { outcome: plan ? 'plan' : 'coordinator-only' };
  });
}

/** Who gave the consent, as the task page established it: the answer's author is a role, never a national id. */
function giverOf(given: GivenAnswer<'consent'>): Consent['by'] {
  return z.enum(consentAuthors).parse(given.by.id);
}

async function startAssessment(store: CaseStore, step: { caseId: string; now: string; outcome: string }) {
  const result = await moveCase(store, {
    caseId: step.caseId,
    transition: 'startAssessment',
    event: systemEvent(step.now, 'consent-unanswered'),
  });
  return { outcome: result.moved ? step.outcome : 'withdrawn' };
}

/**
 * The person's answer replaces what somebody else wished for them; where two answer, what one of them wished stays wished.
 * Earlier consents stay in the list as history.
 */
function changesBy(found: Case, given: GivenAnswer<'consent'>, { required }: ConsentGivers): CaseChanges {
  const { plan, coordinator, sharing }: AnswerOf<'consent'> = given.answer;
  const giver = giverOf(given);
  const consent = (kind: Consent['kind'], isGiven: boolean): Consent => ({
    kind,
    given: isGiven,
    textVersion: consentTextVersion,
    by: giver,
    how: 'consent-page',
    at: given.at,
  });
  const wished = required.length > 1 ? found.wishes : { plan: false, coordinator: false };
  // A retried step finds its own answer, which is not counted twice.
  const earlier = found.consents.filter(({ at, by, how }) => how !== 'consent-page' || at !== given.at || by !== giver);
  return {
    wishes: { ...found.wishes, plan: wished.plan || plan, coordinator: wished.coordinator || coordinator },
    consents: [...earlier, consent('plan', plan), consent('sharing', sharing)],
  };
}

function personEvent(given: GivenAnswer<'consent'>, type: string) {
  return { at: given.at, type, actor: { kind: 'person', id: given.by.id } } as const;
}
