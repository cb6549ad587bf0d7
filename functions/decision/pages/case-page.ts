import caseTemplate from '../../../templates/pages/case.hbs';
import type { CaseEvent } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { type OpenedCase, openCaseAsParty } from '../../identity/index.ts';
import {
  contactView,
  errorSummary,
  type FormState,
  now,
  pageLanguage,
  renderPage,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { caseView } from './case-view.ts';
import { nextView } from './next-view.ts';
import type { CasePages } from './ports.ts';
import { caseTexts } from './texts.ts';

/** `/:m/cases/:caseId`; a look is an event that the person can read on this very page. */
export async function caseOverview(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, actor } = opened;
  const look: CaseEvent = { at: now(c), type: 'viewed', actor };
  await pages.store.appendEvent(file.case.caseId, look);
  const seen = { ...opened, file: { ...file, events: [...file.events, look] } };
  return show(c, seen, { values: {}, errors: {} });
}

/**
 * Withdraws the application while it is undecided (the transition says when). Ends every open question of it, so that
 * the execution comes to its end; done again, it only ends what is still open.
 */
export async function withdrawCase(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality } = opened;
  const { withdraw } = caseTexts[pageLanguage(c, file.case.language)];
  if (c.var.form.choice !== 'withdraw') {
    return show(c, opened, { values: {}, errors: { choice: withdraw.missing } });
  }
  const done = await endApplication(pages, opened, now(c));
  return c.redirect(`/${municipality.slug}/cases/${file.case.caseId}?done=${done}`, 303);
}

async function endApplication(
  { store, completion }: CasePages,
  { file, actor }: OpenedCase,
  at: Instant,
): Promise<'withdrawn' | 'too-late'> {
  const { caseId } = file.case;
  const moved = await store.transition({
    caseId,
    transition: 'withdraw',
    changes: { withdrawnAt: at },
    event: { at, type: 'withdrawn', actor },
  });
  if (!moved.ok) return 'too-late';
  // Loaded anew: a question may have been put since.
  const current = (await store.load(caseId)) ?? file;
  await completion.completeTasks({ file: current, subject: 'application', outcome: 'withdrawn', now: at });
  return 'withdrawn';
}

function show(c: WebContext, opened: OpenedCase, withdrawState: FormState): Response | Promise<Response> {
  const { file, municipality, reader, access } = opened;
  const language = pageLanguage(c, file.case.language);
  const t = caseTexts[language];
  const title = access === 'person' ? t.title : t.titleFor;
  const view = caseView(opened, {
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
    next: nextView(file, language),
    contact: contactView(municipality, language),
  });
  const status = Object.keys(withdrawState.errors).length > 0 ? 422 : 200;
  return renderPage(c, {
    title: titleWithErrors(title, withdrawState.errors),
    language,
    municipality,
    body,
    user: { name: reader.name },
    status,
  });
}
