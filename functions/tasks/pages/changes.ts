import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { changeText } from './texts.ts';

/** One thing that happened since, in words. */
export interface Change {
  readonly at: Instant;
  readonly what: string;
}

/** The case as it stands: another text as soon as anything in it changed that a decision may rest on. */
export function caseStamp({ case: found, information, attachments }: CaseFile): string {
  return `${found.version}-${information.length}-${attachments.length}`;
}

/** What happened after an instant, oldest first; a look, a mail and the like change nothing and are left out. */
export function changesSince(file: CaseFile, since: Instant, language: Language): readonly Change[] {
  return file.events.flatMap(({ at, type }) => {
    const what = at > since ? changeText(type, language) : undefined;
    return what ? [{ at, what }] : [];
  });
}

/** The instant a posted form says its page was opened at; the request's own when it says nothing that can be one. */
export function openedAt(typed: string | undefined, now: Instant): Instant {
  const valid = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(typed ?? '');
  return valid && typed && typed < now ? typed : now;
}
