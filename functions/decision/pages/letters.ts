import type { LetterRecord } from '../../core/letter-record.ts';
import { letterId, letterReference } from '../../core/letter-record.ts';
import type { CaseFile } from '../../core/records.ts';

/** The letters that were made available to the person; what went to Statsforvalteren is told by its copy. */
export function visibleLetters(file: CaseFile): readonly LetterRecord[] {
  return file.letters
    .filter(({ dispatchedAt, channel }) => dispatchedAt !== undefined && channel !== 'forwarded')
    .toReversed();
}

/**
 * The letter of an id, or of the reference a mail has, for a reader, if it is theirs: somebody with only a receipt has
 * only the receipt's letter.
 */
export function letterFor(file: CaseFile, id: string, onlyReceipt: boolean): LetterRecord | undefined {
  const letter = visibleLetters(file).find((each) => letterId(each) === id || letterReference(each) === id);
  return onlyReceipt && letter?.kind !== 'receipt' ? undefined : letter;
}
