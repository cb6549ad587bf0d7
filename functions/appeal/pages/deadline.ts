import { type AppealDeadline, appealDeadline } from '../../core/deadlines.ts';
import { currentDecisionLetter } from '../../core/decision-letter.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Municipality } from '../../municipalities/index.ts';

/** The deadline to appeal the decision in force, by the channel its letter took; undefined while no letter has left. */
export function deadlineOf(file: CaseFile, municipality: Municipality): AppealDeadline | undefined {
  const letter = currentDecisionLetter(file);
  const from = letter?.paperAt ?? letter?.dispatchedAt;
  if (letter === undefined || from === undefined) return undefined;
  return appealDeadline({
    legalBasis: file.case.legalBasis,
    channel: letter.paperAt !== undefined || letter.channel === 'paper' ? 'paper' : 'digital',
    from,
    postalDays: municipality.deadlines.postalDays,
  });
}
