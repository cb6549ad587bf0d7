import { osloDate } from '../../core/calendar.ts';
import type { LetterRecord } from '../../core/letter-record.ts';
import { roundKey } from '../../core/records.ts';
import type { CalendarDate } from '../../core/time.ts';
import { letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';
import { type StatementView, statementSigners, statementView } from './statement.ts';

/** Tells the appellant where the appeal is now, with the statement itself (fvl § 33 fourth ledd). */
export interface AppealForwardedCopyView extends LetterView, StatementView {
  /** The statement's own date: this letter may follow on a later day. */
  readonly statementOn: CalendarDate;
}

/** Needs: as {@link statementView}, and the statement's letter. */
export function appealForwardedCopyView(input: ViewInput): AppealForwardedCopyView {
  const { case: found } = input.file;
  const office = input.municipality.countyGovernor.name[found.language];
  return {
    ...letterView(input, {
      heading: letterHeading('appeal-forwarded-copy', found.language, office),
      reader: readerOf(input.file, osloDate(input.now)),
      signers: statementSigners(input),
    }),
    ...statementView(input),
    statementOn: osloDate(statementOf(input)?.at ?? input.now),
  };
}

function statementOf({ file, subject, round }: ViewInput): LetterRecord | undefined {
  const key = roundKey(subject, round);
  return file.letters.find((letter) => letter.kind === 'appeal-forwarded' && letter.key === key);
}
