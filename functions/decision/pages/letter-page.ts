import letterTemplate from '../../../templates/pages/letter-view.hbs';
import { currentDecisionLetter } from '../../core/decision-letter.ts';
import { formatInstant } from '../../core/format.ts';
import { type LetterRecord, letterFile, letterId } from '../../core/letter-record.ts';
import { type OpenedCase, openCase } from '../../identity/index.ts';
import { letterTitle } from '../../letters/letter-text.ts';
import { recordKey } from '../../platform/case-store.ts';
import { errorPage, now, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import { log } from '../../platform/log.ts';
import { letterFor } from './letters.ts';
import type { CasePages } from './ports.ts';
import { caseTexts } from './texts.ts';

interface OpenedLetter extends OpenedCase {
  readonly letter: LetterRecord;
  readonly path: string;
}

/** `/:m/cases/:caseId/letters/:letterId`: what mails lead to. It opens nothing by itself. */
export async function letterPage(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await findLetter(c, pages);
  if (opened instanceof Response) return opened;
  const { file, letter, municipality, path, reader, access } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = caseTexts[language].letter;
  const title = letterTitle(letter.kind, language);
  const openedAt = letter.openedAt ? t.openedAt.replace('{date}', formatInstant(letter.openedAt, language)) : '';
  const body = letterTemplate({
    t,
    title,
    openedAt,
    deadline: letter.kind === 'decision' || letter.kind === 'appeal-decided' ? t.deadline : '',
    openPath: `${path}/open`,
    csrf: c.var.csrfToken(`${path}/open`),
    casePath: access === 'receipt' ? '' : `/${municipality.slug}/cases/${file.case.caseId}`,
  });
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name } });
}

/** Opening is the proof the law asks for (eFvf § 8): logged each time, the first one kept on the letter. */
export async function openLetter(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await findLetter(c, pages);
  if (opened instanceof Response) return opened;
  const { file, letter, path, access, actor } = opened;
  const { caseId } = file.case;
  const at = now(c);
  const detail = { letter: letterId(letter) };
  await pages.store.appendEvent(caseId, { at, type: 'letter-opened', actor, detail });
  if (access !== 'receipt') {
    if (letter.openedAt === undefined) {
      await pages.store.change(caseId, 'letter', recordKey('letter', letter), { openedAt: at });
      log.info('LETTER_OPENED', { caseId, kind: letter.kind });
    }
    await endOpeningWait(pages, opened, at);
  }
  return c.redirect(`${path}/pdf`, 303);
}

/** The lane that would remind the person waits for the decision's own letter. */
async function endOpeningWait(pages: CasePages, { file, letter }: OpenedLetter, at: string): Promise<void> {
  const awaited = currentDecisionLetter(file);
  if (awaited === undefined || letterId(awaited) !== letterId(letter)) return;
  const current = (await pages.store.load(file.case.caseId)) ?? file;
  await pages.completion.completeWait({
    file: current,
    name: 'opening',
    subject: 'application',
    output: { outcome: 'opened' },
    now: at,
  });
}

/** The PDF itself, once it has been opened by a choice; a look at it is an event as well. */
export async function streamLetter(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await findLetter(c, pages);
  if (opened instanceof Response) return opened;
  const { file, letter, path, actor } = opened;
  const id = letterId(letter);
  const chosen = file.events.some(
    ({ type, actor: who, detail }) => type === 'letter-opened' && who.id === actor.id && detail?.letter === id,
  );
  if (!chosen) return c.redirect(path, 303);
  const pdf = await pages.objects.get(letterFile(letter).object);
  if (pdf === undefined) return errorPage(c, 'not-found');
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'letter-viewed', actor, detail: { letter: id } });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${id}.pdf"`,
    // Browsers' own PDF viewers style the page they put around it.
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
  });
}

async function findLetter(c: WebContext, pages: CasePages): Promise<OpenedLetter | Response> {
  const opened = await openCase(c, pages);
  if (opened instanceof Response) return opened;
  const id = c.req.param('letterId') ?? '';
  const letter = letterFor(opened.file, id, opened.access === 'receipt');
  if (letter === undefined) return errorPage(c, 'not-found');
  const path = `/${opened.municipality.slug}/cases/${opened.file.case.caseId}/letters/${id}`;
  return { ...opened, letter, path };
}
