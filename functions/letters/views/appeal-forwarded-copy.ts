import { osloDate } from '../../core/calendar.ts';
import { letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, type ViewInput } from './letter.ts';
import { readerOf } from './reader.ts';
import { type StatementView, statementSigners, statementView } from './statement.ts';

/** Tells the appellant where the appeal is now, with the statement itself (fvl § 33 fourth ledd). */
export type AppealForwardedCopyView = LetterView & StatementView;

/** Needs: as {@link statementView}. */
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
  };
}
