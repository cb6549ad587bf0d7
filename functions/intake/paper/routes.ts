import type { Hono } from 'hono';
import doneTemplate from '../../../templates/pages/paper-done.hbs';
import scanTemplate from '../../../templates/pages/paper-scan.hbs';
import staffTemplate from '../../../templates/pages/staff.hbs';
import { errorPage, pageLanguage, renderPage, type WebContext, type WebEnv } from '../../platform/http/index.ts';
import { uploadView } from '../../platform/uploads/index.ts';
import { sendChange, showChange } from './change-page.ts';
import { changeTexts } from './change-texts.ts';
import { sendForm, showForm } from './form-page.ts';
import { sendNeed, showNeed } from './need-page.ts';
import { needTexts } from './need-texts.ts';
import type { PaperPages } from './ports.ts';
import { paperTexts } from './texts.ts';
import { type Visit, visit } from './visit.ts';

/** Where staff begin, and the pages where they enter what came on paper (fvl § 11 a: the clock runs from its receipt). */
export function addPaperPages(app: Hono<WebEnv>, pages: PaperPages): void {
  const page = (show: (c: WebContext, pages: PaperPages, visited: Visit) => Response | Promise<Response>) => {
    return async (c: WebContext): Promise<Response> => {
      const visited = await visit(c, pages);
      return visited instanceof Response ? visited : show(c, pages, visited);
    };
  };
  app.get('/:m/staff', page(staffPage));
  app.get('/:m/staff/need', page(showNeed));
  app.post('/:m/staff/need', page(sendNeed));
  app.get('/:m/staff/change', page(showChange));
  app.post('/:m/staff/change', page(sendChange));
  app.get('/:m/paper', page(scanPage));
  app.post('/:m/paper/start', page(startDraft));
  app.post('/:m/paper/remove', page(removeScan));
  app.post('/:m/paper/discard', page(discardDraft));
  app.get('/:m/paper/form', page(showForm));
  app.post('/:m/paper/form', page(sendForm));
  app.get('/:m/paper/registered/:caseId', page(donePage));
}

function staffPage(c: WebContext, _: PaperPages, { municipality, staff }: Visit) {
  const language = pageLanguage(c, municipality.language);
  const t = paperTexts[language].staff;
  const body = staffTemplate({
    t,
    paper: `/${municipality.slug}/paper`,
    appeal: `/${municipality.slug}/staff/appeal`,
    need: `/${municipality.slug}/staff/need`,
    needTitle: needTexts[language].title,
    change: `/${municipality.slug}/staff/change`,
    changeTitle: changeTexts[language].title,
  });
  return renderPage(c, { title: t.title, language, municipality, body, user: staff });
}

async function scanPage(c: WebContext, { uploads }: PaperPages, { municipality, staff, draft, now }: Visit) {
  const language = pageLanguage(c, municipality.language);
  const t = paperTexts[language].scan;
  const path = `/${municipality.slug}/paper`;
  const posted = (name: string) => ({ action: `${path}/${name}`, csrf: c.var.csrfToken(`${path}/${name}`) });
  const upload = draft && {
    ticket: await uploads.ticket({ folder: draft.key, returnTo: path, now }),
    files: await uploads.list(draft.key),
  };
  const body = scanTemplate({
    t,
    upload: upload && uploadView({ language, ...upload, remove: posted('remove') }),
    next: `${path}/form`,
    start: posted('start'),
    discard: posted('discard'),
  });
  const { origin } = uploads;
  return renderPage(c, { title: t.title, language, municipality, body, user: staff, formTarget: origin });
}

async function startDraft(c: WebContext, _: PaperPages, visited: Visit) {
  await visited.drafts.start(visited);
  return c.redirect(`/${visited.municipality.slug}/paper`, 303);
}

async function removeScan(c: WebContext, { uploads }: PaperPages, { municipality, draft }: Visit) {
  const id = c.var.form.file ?? '';
  // An id is what our own page shows; anything else is not from there.
  if (draft && /^[\w-]{8,100}$/.test(id)) await uploads.remove(draft.key, id);
  return c.redirect(`/${municipality.slug}/paper`, 303);
}

async function discardDraft(c: WebContext, _: PaperPages, visited: Visit) {
  await visited.drafts.forget(visited);
  return c.redirect(`/${visited.municipality.slug}/staff`, 303);
}

/** What was registered, for whoever did: the case itself comes to them as a task. */
async function donePage(c: WebContext, { store }: PaperPages, { municipality, staff }: Visit) {
  const caseId = c.req.param('caseId') ?? '';
  const file = /^[a-z2-7]{26}$/.test(caseId) ? await store.load(caseId) : undefined;
  const own = file?.events.some(({ type, actor }) => type === 'received' && actor.id === staff.id);
  if (!file || file.case.municipality !== municipality.number || !own) return errorPage(c, 'not-found');
  const language = pageLanguage(c, municipality.language);
  const { caseNumber, receivedOn, dueOn, seenBy, concerns } = file.case;
  const t = {
    ...paperTexts[language].done,
    ...(seenBy && needTexts[language].done),
    ...(concerns && changeTexts[language].done),
  };
  const body = doneTemplate({ t, language, caseNumber, receivedOn, dueOn, back: `/${municipality.slug}/staff` });
  return renderPage(c, { title: t.title, language, municipality, body, user: staff });
}
