import { isDismissed } from './appeal-state.ts';
import { type AppealDeadline, appealDeadline } from './deadlines.ts';
import { currentDecision, currentDecisionLetter } from './decision-letter.ts';
import { appealBasis } from './legal-basis.ts';
import type { LetterRecord } from './letter-record.ts';
import type { CaseFile } from './records.ts';

/**
 * The deadline to appeal the decision in force, counted from the channel its letter really took: a digital letter that
 * nobody opened and that went out on paper counts from the paper (pbrl § 7-5; eFvf § 11). Undefined while no letter has
 * left, and for what Statsforvalteren decided. An appeal that was dismissed can be appealed in its turn, and its letter
 * gives the time for that (fvl §§ 2 third ledd, 28).
 */
export function appealDeadlineOf(file: CaseFile, postalDays: number): AppealDeadline | undefined {
  const letter = dismissalLetter(file) ?? currentDecisionLetter(file);
  const from = letter?.paperAt ?? letter?.dispatchedAt;
  if (letter === undefined || from === undefined) return undefined;
  const channel = letter.paperAt !== undefined || letter.channel === 'paper' ? 'paper' : 'digital';
  const legalBasis = appealBasis(file.case.legalBasis, currentDecision(file)?.outcomes);
  return appealDeadline({ legalBasis, channel, from, postalDays });
}

/** The newest letter that dismissed an appeal over the decision in force. */
function dismissalLetter({ case: { decisionNumber }, appeals, letters }: CaseFile): LetterRecord | undefined {
  const dismissed = appeals.findLast(
    (appeal) => decisionNumber > 0 && appeal.decisionNumber === decisionNumber && isDismissed(appeal),
  );
  if (dismissed === undefined) return undefined;
  return letters.find(({ kind, subject }) => kind === 'appeal-decided' && subject === `appeal-${dismissed.number}`);
}
