import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caseStates } from '../../../functions/core/case-state.ts';
import { type LetterRecord, letterFile, letterId } from '../../../functions/core/letter-record.ts';
import type { CaseFile } from '../../../functions/core/records.ts';
import type { ExecutionRow, Observer } from './observer.ts';
import type { Post, ReadMail } from './post.ts';

/** One entry of journeys.json; all times ISO 8601. */
export interface JourneyRow {
  readonly municipality: string;
  readonly journey: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly language: string;
  readonly states: readonly { readonly state: string; readonly at: string }[];
  readonly letters: readonly LetterRow[];
  readonly mails: readonly { readonly to: string; readonly subject: string; readonly at: string }[];
  readonly executions: readonly ExecutionRow[];
}

interface LetterRow {
  readonly kind: string;
  readonly language: string;
  /** Relative to the output folder. */
  readonly file: string;
  readonly sha256: string;
  readonly pages: number;
  readonly at: string;
}

/** Which event tells that a case came into a state. */
const stateOfEvent: Readonly<Record<string, string>> = {
  received: 'received',
  registered: 'registered',
  'consent-answered': 'in-assessment',
  'consent-unanswered': 'in-assessment',
  assessed: 'in-approval',
  returned: 'in-assessment',
  decided: 'decided',
  'decision-changed': 'decided',
  notified: 'notified',
  appealed: 'appealed',
  withdrawn: 'withdrawn',
  declined: 'withdrawn',
  closed: 'closed',
  'appeal-concluded': 'closed',
};

function statesOf(file: CaseFile): JourneyRow['states'] {
  const rows: { state: string; at: string }[] = [];
  for (const event of file.events) {
    const need = event.type === 'consent-determined' ? event.detail?.need : undefined;
    const state = need ? (need === 'needed' ? 'awaiting-consent' : 'in-assessment') : stateOfEvent[event.type];
    if (state && (caseStates as readonly string[]).includes(state) && rows.at(-1)?.state !== state) {
      rows.push({ state, at: event.at });
    }
  }
  return rows;
}

/** Writes a case's letters and mail to the folder and gives its row. */
export async function report(input: {
  readonly out: string;
  readonly municipality: string;
  readonly journey: string;
  readonly caseId: string;
  readonly executions: readonly ExecutionRow[];
  readonly observer: Observer;
  readonly post: Post;
}): Promise<JourneyRow> {
  const { municipality, journey, caseId, observer } = input;
  const file = await observer.load(caseId);
  const mails = (await input.post.all()).filter((mail) => isAbout(mail, { caseId, journey, municipality }));
  for (const mail of mails) await put(input.out, join('mail', `${municipality}-${journey}-${mail.id}.eml`), mail.raw);
  const letters: LetterRow[] = [];
  for (const letter of file.letters) letters.push(await writeLetter(input, letter));
  return {
    municipality,
    journey,
    caseId,
    caseNumber: file.case.caseNumber,
    language: file.case.language,
    states: statesOf(file),
    letters,
    mails: mails.map(({ to, subject, at }) => ({ to, subject, at })),
    executions: input.executions,
  };
}

/** Mail that links to the case, or went to an address of this journey alone. */
function isAbout(mail: ReadMail, of: { caseId: string; journey: string; municipality: string }): boolean {
  return mail.text.includes(of.caseId) || mail.to.includes(`${of.journey}.${of.municipality}@`);
}

async function writeLetter(
  input: { out: string; municipality: string; journey: string; observer: Observer },
  letter: LetterRecord,
): Promise<LetterRow> {
  const bytes = await input.observer.letter(letter);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const written = letterFile(letter);
  if (sha256 !== written.sha256) throw new Error(`${written.object} is not what was recorded`);
  const file = join('letters', `${input.municipality}-${input.journey}-${letterId(letter)}.${letter.language}.pdf`);
  await put(input.out, file, bytes);
  const { kind, language, at } = letter;
  return { kind, language, file, sha256, pages: written.pages, at };
}

async function put(out: string, file: string, bytes: Uint8Array): Promise<void> {
  const path = join(out, file);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
}
