import { osloDate } from '../../core/calendar.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { type LetterRecord, letterId } from '../../core/letter-record.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { letterTitle } from '../../letters/letter-text.ts';
import { caseTexts } from './texts.ts';

/** A letter on paper cannot be seen to be opened; one that was here first tells both. */
export function letterLine(
  file: CaseFile,
  letter: LetterRecord,
  { base, language }: { base: string; language: Language },
) {
  const { letters: t } = caseTexts[language];
  const { channel, dispatchedAt, paperAt, openedAt } = letter;
  const onPaper = (at: Instant | undefined) => dated(t.onPaper, at, language) + reasonOf(file, letter, language);
  const sent = channel === 'paper' ? onPaper(dispatchedAt) : dated(t.sent, dispatchedAt, language);
  const here = paperAt ? `${dated(t.here, dispatchedAt, language)}. ${onPaper(paperAt)}` : sent;
  const unread = channel === 'paper' || paperAt ? t.unreadHere : t.unread;
  return {
    href: `${base}/letters/${letterId(letter)}`,
    title: letterTitle(letter.kind, language),
    sent: here,
    opened: openedAt ? dated(t.opened, openedAt, language) : unread,
  };
}

/** What the contact register says of somebody is for themselves: it is not told where others read the case too. */
function reasonOf({ case: { submitter } }: CaseFile, { contact }: LetterRecord, language: Language): string {
  const { paperReasons } = caseTexts[language];
  if (contact === undefined || contact === 'register' || contact === 'given') return '';
  const ofRegister = contact === 'reserved' || contact === 'stale' || contact === 'no-email';
  return submitter && ofRegister ? '' : `, ${paperReasons[contact]}`;
}

function dated(text: string, at: Instant | undefined, language: Language): string {
  return at === undefined ? '' : text.replace('{date}', formatDate(osloDate(at), language));
}
