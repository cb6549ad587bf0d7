import { Hono } from 'hono';
import { now, type WebContext, type WebEnv } from '../../platform/http/index.ts';
import type { Desk } from './desk.ts';
import { executionPage, lookAt } from './execution-page.ts';
import { answerHold, holdsPage } from './holds-page.ts';
import { listPage } from './list-page.ts';
import { sendLinkAgain } from './send-again.ts';
import { openTasks } from './waiting.ts';

/** The operations team's pages, to be mounted at `/operations`. GET shows; a choice and a POST change. */
export function createOperationsPages(desk: Desk): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/', (c) => listPage(c, desk));
  app.get('/holds/:caseId', (c) => holdsPage(c, desk));
  app.post('/holds/:caseId', (c) => answerHold(c, desk));
  app.get('/executions/:machine/:name', (c) => executionPage(c, desk));
  app.post('/executions/:machine/:name/redrive', (c) => redrive(c, desk));
  app.post('/executions/:machine/:name/link', (c) => sendAgain(c, desk));
  return app;
}

async function redrive(c: WebContext, desk: Desk): Promise<Response> {
  const looked = await lookAt(c, desk);
  if (looked instanceof Response) return looked;
  const { name, shift } = looked;
  if (c.var.form.mended !== 'yes') return back(c, 'choose');
  if (!(await desk.executions.redrive(name.machine, name.name))) return back(c, 'not-redrivable');
  const actor = { kind: 'staff', id: shift.staff.id, name: shift.staff.name } as const;
  const detail = { execution: name.name };
  await desk.store.appendEvent(name.caseId, { at: now(c), type: 'execution-redriven', actor, detail });
  return back(c, 'redrive');
}

async function sendAgain(c: WebContext, desk: Desk): Promise<Response> {
  const looked = await lookAt(c, desk);
  if (looked instanceof Response) return looked;
  const { file, name, shift } = looked;
  const open = openTasks(file, name.subject, now(c));
  const task = open.find(({ kind, key }) => `${kind}-${key}` === c.var.form.task);
  const attempt = Number(c.var.form.attempt);
  if (!task || !Number.isInteger(attempt)) return back(c, 'choose');
  const by = { id: shift.staff.id, name: shift.staff.name };
  const sent = await sendLinkAgain(desk, { file, task, attempt, by, now: now(c) });
  return back(c, sent === 'sent' ? 'link' : 'no-address');
}

/** Back to the page of the execution, which tells what was done; a reload does nothing again. */
function back(c: WebContext, done: string): Response {
  return c.redirect(`/operations/executions/${c.req.param('machine')}/${c.req.param('name')}?done=${done}`, 303);
}
