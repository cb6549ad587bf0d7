import { Hono } from 'hono';
import { now, renderPage, titleWithErrors, type WebContext, type WebEnv } from '../../platform/http/index.ts';
import type { Answers } from '../answers.ts';
import type { PassOn } from '../pass-on.ts';
import { caseStamp, changesSince, openedAt } from './changes.ts';
import type { Drafts } from './drafts.ts';
import { type FormSituation, fieldNames, renderTaskPage } from './form-view.ts';
import { logLook } from './look-log.ts';
import { answeredNotice, settled, unavailableNotice } from './notices.ts';
import { readPassOn } from './pass-on-form.ts';
import { readPost } from './read-post.ts';
import { showAttachment, showLetter, type TaskFilesCollaborators } from './task-files.ts';
import type { FieldError, FormValues, TaskPage, TaskPages } from './task-page.ts';
import { taskTitle } from './texts.ts';
import { admit, type Visit, type VisitCollaborators } from './visit.ts';

/** What the task pages work with. */
export interface TaskPagesCollaborators extends VisitCollaborators, TaskFilesCollaborators {
  readonly answers: Answers;
  readonly passOn: PassOn;
  readonly drafts: Drafts;
  readonly pages: TaskPages;
}

/** The pages behind the links in mail, to be mounted at `/t`. GET and HEAD show; only a POST with a choice changes. */
export function createTaskPages(collaborators: TaskPagesCollaborators): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const at = (handle: (c: WebContext, visit: Visit, page: TaskPage) => Promise<Response>) => async (c: WebContext) => {
    const admission = await admit(c, collaborators);
    if ('refusal' in admission) return admission.refusal;
    return handle(c, admission.visit, pageOf(collaborators, admission.visit));
  };
  const show = at((c, visit, page) => showTask(c, collaborators, { visit, page }));
  app.get(
    '/:taskId/:secret/letter.pdf',
    at((c, visit, page) => showLetter(c, collaborators, { visit, page })),
  );
  app.get(
    '/:taskId/:secret/attachments/:id',
    at((c, visit, page) => showAttachment(c, collaborators, { visit, page })),
  );
  app.get('/:taskId/:secret', show);
  app.get('/:taskId/:secret/pass-on', show);
  app.post(
    '/:taskId/:secret',
    at((c, visit, page) => receive(c, collaborators, { visit, page })),
  );
  app.post(
    '/:taskId/:secret/pass-on',
    at((c, visit, page) => passOn(c, collaborators, { visit, page })),
  );
  app.all('*', (c) =>
    admit(c, collaborators).then((admission) => ('refusal' in admission ? admission.refusal : c.notFound())),
  );
  return app;
}

interface Called {
  readonly visit: Visit;
  readonly page: TaskPage;
}

async function showTask(c: WebContext, collaborators: TaskPagesCollaborators, called: Called): Promise<Response> {
  const { visit } = called;
  const stopped = settled(c, called);
  if (stopped) return stopped;
  if (c.req.method === 'GET') await logLook(collaborators.store, visit);
  return renderTask(c, called, await untouched(collaborators, called));
}

async function receive(c: WebContext, collaborators: TaskPagesCollaborators, called: Called): Promise<Response> {
  const { visit, page } = called;
  const stopped = settled(c, called);
  if (stopped) return stopped;
  const { form } = c.var;
  if (form.action === 'draft' && hasDrafts(visit)) {
    await keepDraft(collaborators, called, form);
    return c.redirect(visit.context.path, 303);
  }
  const post = readPost(page, visit, form);
  if (!post.ok) {
    await keepDraft(collaborators, called, form);
    return renderTask(c, called, { ...postedAgain(c, visit), ...post.error });
  }
  const { file, task: record, now: at } = visit.context;
  const { answer, by } = post.value;
  const submitted = await collaborators.answers.submit({ file, task: record, answer, by, now: at });
  switch (submitted.result) {
    case 'accepted':
      if (hasDrafts(visit)) await collaborators.drafts.forget(visit);
      return answeredNotice(c, visit, { notice: 'thanks', by: by.name, at });
    case 'already-answered':
      return answeredNotice(c, visit, { notice: 'answered', by: submitted.by.name, at: submitted.at });
    case 'passed-on':
      return answeredNotice(c, visit, { notice: 'passed-on', ...lastPassing(submitted.task) });
    case 'expired':
    case 'withdrawn':
      return unavailableNotice(c, visit);
  }
}

async function passOn(c: WebContext, collaborators: TaskPagesCollaborators, called: Called): Promise<Response> {
  const { visit } = called;
  const { file, task } = visit.context;
  if (!hasDrafts(visit)) return c.notFound();
  // The same form once more: the mail to the colleague may have been lost after the task was written over to them.
  if (visit.status === 'passed-on' && visit.overtaken === task.passedOn?.at(-1))
    await collaborators.passOn.resume({ file, task, now: now(c) });
  const stopped = settled(c, called);
  if (stopped) return stopped;
  const post = readPassOn(visit, c.var.form);
  if (!post.ok) {
    const situation = await untouched(collaborators, called);
    return renderTask(c, called, { ...situation, passOn: { values: c.var.form, errors: post.error } });
  }
  const passing = await collaborators.passOn.pass({ file, task, ...post.value, now: now(c) });
  if (passing) {
    const { by, at, to } = passing;
    return answeredNotice(c, visit, { notice: 'handed-on', by: by.name, at, ...(to && { to }) });
  }
  // Somebody was faster: the page as it stands now tells what they did.
  const again = await admit(c, collaborators);
  if ('refusal' in again) return again.refusal;
  return settled(c, { ...called, visit: again.visit }) ?? unavailableNotice(c, again.visit);
}

type Situation = Omit<FormSituation, 'csrf' | 'passOn'> & {
  readonly passOn?: { readonly values: FormValues; readonly errors: readonly FieldError[] };
};

/** The form as it is opened: one's own draft if there is one, else one's own work of an earlier round, else empty. */
async function untouched({ drafts }: TaskPagesCollaborators, { visit, page }: Called): Promise<Situation> {
  const { file, language, now: at } = visit.context;
  const plain = { values: page.initial(visit.context), errors: [], changed: false, changes: [], openedAt: at };
  const draft = hasDrafts(visit) ? await drafts.load(visit) : undefined;
  if (!draft) return plain;
  const changes = draft.stamp === caseStamp(file) ? [] : changesSince(file, draft.savedAt, language);
  return { ...plain, values: draft.values, changes, draftAt: draft.savedAt };
}

/** The form as it was posted, to be mended: what was typed, and what happened since the page was opened. */
function postedAgain(c: WebContext, { context }: Visit) {
  const since = openedAt(c.var.form.openedAt, context.now);
  return { values: c.var.form, openedAt: since, changes: changesSince(context.file, since, context.language) };
}

async function keepDraft({ drafts }: TaskPagesCollaborators, { visit, page }: Called, form: FormValues): Promise<void> {
  if (!hasDrafts(visit)) return;
  const { context } = visit;
  const typed = fieldNames(page, context).flatMap((name) => (form[name] ? [[name, form[name]] as const] : []));
  if (typed.length === 0) return drafts.forget(visit);
  await drafts.save(visit, { values: Object.fromEntries(typed), savedAt: context.now, stamp: caseStamp(context.file) });
}

/** Staff keep drafts and pass tasks on; the person's own question is a few choices, and nobody else's. */
function hasDrafts({ context }: Visit): boolean {
  return context.task.recipient !== 'person';
}

function renderTask(c: WebContext, { visit, page }: Called, given: Situation): Response | Promise<Response> {
  const { language, municipality, path } = visit.context;
  const { passOn = { values: {}, errors: [] } } = given;
  const heading = taskTitle(page.kind, language);
  const wrong = [...given.errors, ...passOn.errors];
  const situation = {
    ...given,
    csrf: c.var.csrfToken(path),
    passOn: hasDrafts(visit) ? { ...passOn, csrf: c.var.csrfToken(`${path}/pass-on`) } : undefined,
  };
  const failed = wrong.length > 0 ? 422 : 409;
  return renderPage(c, {
    title: titleWithErrors(heading, Object.fromEntries(wrong.map(({ field, code }) => [field, code]))),
    language,
    municipality,
    address: path,
    body: renderTaskPage(page, visit, situation),
    status: c.req.method === 'POST' ? failed : 200,
    ...(visit.signedIn && { user: visit.actor }),
  });
}

function lastPassing({ passedOn }: Visit['context']['task']): { readonly by: string; readonly at: string } {
  const last = passedOn?.at(-1);
  return { by: last?.by.name ?? '', at: last?.at ?? '' };
}

function pageOf({ pages }: TaskPagesCollaborators, { context }: Visit): TaskPage {
  // Every kind's page takes and gives its own answer type; here they are treated alike.
  return pages[context.task.kind] as unknown as TaskPage;
}
