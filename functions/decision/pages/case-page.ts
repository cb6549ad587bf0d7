import caseTemplate from '../../../templates/pages/case.hbs';
import { longestText } from '../../core/answers.ts';
import { type LaterChange, laterChange } from '../../core/existing-right.ts';
import type { CaseEvent, CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { type OpenedCase, openCaseAsParty, type Party } from '../../identity/index.ts';
import {
  contactView,
  errorPage,
  errorSummary,
  type FormState,
  now,
  pageLanguage,
  renderPage,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { caseView, withdrawTexts } from './case-view.ts';
import type { CasePages } from './ports.ts';
import { caseTexts } from './texts.ts';

type OpenedByParty = OpenedCase & { readonly access: Party };

/** `/:m/cases/:caseId`; a look is an event that the person can read in the case's log. */
export async function caseOverview(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, actor } = opened;
  const look: CaseEvent = { at: now(c), type: 'viewed', actor };
  await pages.store.appendEvent(file.case.caseId, look);
  return show(c, pages, { opened, withdrawState: { values: {}, errors: {} } });
}

/**
 * Withdraws the application while it is undecided (the transition says when). Ends every open question of it, so that
 * the execution comes to its end; done again, it only ends what is still open.
 */
export async function withdrawCase(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality } = opened;
  if (file.case.concerns) return errorPage(c, 'not-found');
  const t = withdrawTexts(file, caseTexts[pageLanguage(c, file.case.language)]);
  const { choice, reason = '' } = c.var.form;
  const errors = {
    ...(reason.length > longestText && { reason: t.tooLong }),
    ...(choice !== 'withdraw' && { choice: t.missing }),
  };
  if (Object.keys(errors).length > 0) return show(c, pages, { opened, withdrawState: { values: c.var.form, errors } });
  const done = await endApplication(pages, opened, { at: now(c), reason: reason.trim() });
  return c.redirect(`/${municipality.slug}/cases/${file.case.caseId}?done=${done}`, 303);
}

async function endApplication(
  { store, completion }: CasePages,
  { file, actor }: OpenedCase,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<'withdrawn' | 'too-late'> {
  const { caseId } = file.case;
  const moved = await store.transition({
    caseId,
    transition: 'withdraw',
    changes: { withdrawnAt: at },
    event: { at, type: 'withdrawn', actor },
  });
  if (!moved.ok) return 'too-late';
  // A reason is kept with what else was added to the case; the first one when the form comes twice.
  if (reason !== '')
    await store.addOnce(caseId, 'information', { id: 'withdrawal', text: reason, attachments: [], at, by: actor });
  // Loaded anew: a question may have been put since.
  const current = (await store.load(caseId)) ?? file;
  await completion.completeTasks({ file: current, subject: 'application', outcome: 'withdrawn', now: at });
  return 'withdrawn';
}

interface Shown {
  readonly opened: OpenedByParty;
  readonly withdrawState: FormState;
}

async function show(c: WebContext, pages: CasePages, { opened, withdrawState }: Shown): Promise<Response> {
  const { file, municipality, reader, access } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = caseTexts[language];
  const title = access === 'person' ? t.title : t.titleFor;
  const changes = await laterChanges(pages, file);
  const view = caseView(opened, {
    changes,
    language,
    now: now(c),
    withdrawState,
    csrfToken: c.var.csrfToken,
    done: c.req.query('done') ?? '',
  });
  const body = caseTemplate({
    ...view,
    title,
    summary: errorSummary(language, withdrawState.errors),
    contact: contactView(municipality, language),
  });
  const status = Object.keys(withdrawState.errors).length > 0 ? 422 : 200;
  return renderPage(c, {
    title: titleWithErrors(title, withdrawState.errors),
    language,
    municipality,
    body,
    user: { name: reader.name },
    address: `/${municipality.slug}/cases/${file.case.caseId}`,
    status,
  });
}

/** What later decisions did to the rights granted here, by the cases that were begun for it. */
async function laterChanges({ store }: CasePages, { events }: CaseFile): Promise<readonly LaterChange[]> {
  const ids = events.flatMap(({ type, detail }) => (type === 'right-considered' ? [String(detail?.caseId)] : []));
  const files = await Promise.all(ids.map((caseId) => store.load(caseId)));
  return files.flatMap((file) => (file ? (laterChange(file) ?? []) : []));
}
