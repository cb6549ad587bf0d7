import { Hono } from 'hono';
import { renderPage, titleWithErrors, type WebContext, type WebEnv } from '../../platform/http/index.ts';
import type { Answers } from '../answers.ts';
import { sameStaff } from './access.ts';
import { type FormSituation, renderTaskPage } from './form-view.ts';
import { noticePage } from './notice-page.ts';
import { readPost } from './read-post.ts';
import type { LetterPreview, TaskContext, TaskPage, TaskPages } from './task-page.ts';
import { taskTitle } from './texts.ts';
import { admit, type Visit, type VisitCollaborators } from './visit.ts';

/** What the task pages work with. */
export interface TaskPagesCollaborators extends VisitCollaborators {
  readonly answers: Answers;
  readonly pages: TaskPages;
  /** The letter as it would be sent, as PDF; undefined when it cannot be laid out now. */
  readonly preview: (context: TaskContext, letter: LetterPreview) => Promise<Uint8Array | undefined>;
}

/** The pages behind the links in mail, to be mounted at `/t`. GET and HEAD show; only a POST with a choice changes. */
export function createTaskPages(collaborators: TaskPagesCollaborators): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/:taskId/:secret/letter.pdf', (c) => showLetter(c, collaborators));
  app.get('/:taskId/:secret', (c) => show(c, collaborators));
  app.post('/:taskId/:secret', (c) => receive(c, collaborators));
  app.all('*', (c) => admit(c, collaborators).then(refusalOf(c)));
  return app;
}

async function show(c: WebContext, collaborators: TaskPagesCollaborators): Promise<Response> {
  const admission = await admit(c, collaborators);
  if ('refusal' in admission) return admission.refusal;
  const { visit } = admission;
  const page = pageOf(collaborators, visit);
  const stopped = settled(c, visit, page);
  if (stopped) return stopped;
  if (c.req.method === 'GET') await logView(collaborators, visit);
  return renderTask(c, { visit, page }, { values: page.initial(visit.context), errors: [], changed: false });
}

async function receive(c: WebContext, collaborators: TaskPagesCollaborators): Promise<Response> {
  const admission = await admit(c, collaborators);
  if ('refusal' in admission) return admission.refusal;
  const { visit } = admission;
  const page = pageOf(collaborators, visit);
  const stopped = settled(c, visit, page);
  if (stopped) return stopped;
  const post = readPost(page, visit, c.var.form);
  if (!post.ok) return renderTask(c, { visit, page }, { values: c.var.form, ...post.error });
  const { file, task: record, now } = visit.context;
  const { answer, by } = post.value;
  const submitted = await collaborators.answers.submit({ file, task: record, answer, by, now });
  switch (submitted.result) {
    case 'accepted':
      return answeredNotice(c, visit, { notice: 'thanks', by: by.name, at: now });
    case 'already-answered':
      return answeredNotice(c, visit, { notice: 'answered', by: submitted.by.name, at: submitted.at });
    case 'expired':
    case 'withdrawn':
      return noticePage(c, { notice: 'unavailable', language: visit.context.language, status: 404, ...userOf(visit) });
  }
}

async function showLetter(c: WebContext, collaborators: TaskPagesCollaborators): Promise<Response> {
  const admission = await admit(c, collaborators);
  if ('refusal' in admission) return admission.refusal;
  const { visit } = admission;
  const letter = pageOf(collaborators, visit).letter?.(visit.context);
  const pdf = letter && visit.status === 'open' ? await collaborators.preview(visit.context, letter) : undefined;
  if (pdf) {
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter.pdf"',
    });
  }
  const { language, municipality } = visit.context;
  return noticePage(c, { notice: 'letter-unavailable', language, municipality, status: 502, ...userOf(visit) });
}

/** A page instead of the form: the task is answered, or this very person must not answer it. */
function settled(c: WebContext, visit: Visit, page: TaskPage): Response | Promise<Response> | undefined {
  const { task: record, language, municipality } = visit.context;
  if (visit.status === 'answered') {
    return answeredNotice(c, visit, {
      notice: 'answered',
      by: record.answeredBy?.name ?? '',
      at: record.answeredAt ?? '',
    });
  }
  const proposer = page.proposedBy?.(visit.context);
  if (!visit.actor || !proposer || !sameStaff(visit.actor, proposer)) return undefined;
  return noticePage(c, { notice: 'four-eyes', language, municipality, status: 403, ...userOf(visit) });
}

function renderTask(
  c: WebContext,
  { visit, page }: { readonly visit: Visit; readonly page: TaskPage },
  situation: Pick<FormSituation, 'values' | 'errors' | 'changed'>,
): Response | Promise<Response> {
  const { context, actor } = visit;
  const { language, municipality, path } = context;
  const heading = taskTitle(page.kind, language);
  const faults = Object.fromEntries(situation.errors.map(({ field, code }) => [field, code]));
  const failed = situation.errors.length > 0 ? 422 : 409;
  return renderPage(c, {
    title: titleWithErrors(heading, faults),
    language,
    municipality,
    body: renderTaskPage(page, context, { ...situation, csrf: c.var.csrfToken(path), asksName: actor === undefined }),
    status: c.req.method === 'POST' ? failed : 200,
    ...userOf(visit),
  });
}

function answeredNotice(
  c: WebContext,
  visit: Visit,
  { notice, by, at }: { readonly notice: 'answered' | 'thanks'; readonly by: string; readonly at: string },
): Response | Promise<Response> {
  const { language, municipality } = visit.context;
  return noticePage(c, { notice, language, municipality, status: 200, answered: { by, at }, ...userOf(visit) });
}

/** A look at a case by somebody known is in its access log (pasientjournalloven § 22); it changes nothing else. */
async function logView({ store }: TaskPagesCollaborators, { context, actor }: Visit): Promise<void> {
  if (!actor) return;
  const { file, task: record, now } = context;
  const detail = { task: `${record.kind}-${record.key}` };
  await store.appendEvent(file.case.caseId, { at: now, type: 'viewed', actor, detail });
}

function pageOf({ pages }: TaskPagesCollaborators, { context }: Visit): TaskPage {
  // Every kind's page takes and gives its own answer type; here they are treated alike.
  return pages[context.task.kind] as unknown as TaskPage;
}

function userOf({ actor }: Visit): { readonly user?: { readonly name: string } } {
  return actor ? { user: actor } : {};
}

function refusalOf(c: WebContext) {
  return (admission: Awaited<ReturnType<typeof admit>>) => ('refusal' in admission ? admission.refusal : c.notFound());
}
