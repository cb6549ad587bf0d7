import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { LocalDynamo } from '../aws/dynamodb.ts';
import type { Mailbox } from '../aws/mailbox.ts';
import type { MovedClock } from '../clock.ts';
import { asObject, asString } from '../json.ts';
import type { FunctionLogs } from '../lambda/logs.ts';
import type { StatesEngine } from '../states/engine.ts';
import type { LocalApp } from '../template/model.ts';
import type { TimeKeeper } from '../time-keeper.ts';
import { listExecutions, readHistory } from './executions.ts';
import { drawExecution } from './graph.ts';
import { summarizeItems } from './items.ts';
import { page } from './layout.ts';
import { readMail } from './mail-text.ts';
import { NotAMoveError, parseMove } from './moves.ts';
import {
  clockView,
  executionsView,
  executionView,
  functionsView,
  itemsView,
  liveView,
  mailboxView,
  mailView,
} from './views.ts';

/** What the console shows and moves. */
export interface ConsoleBackend {
  readonly app: LocalApp;
  readonly clock: MovedClock;
  readonly timeKeeper: TimeKeeper;
  readonly engine: StatesEngine;
  readonly mailbox: Mailbox;
  readonly dynamo: LocalDynamo;
  readonly logs: FunctionLogs;
}

/** The console: pages for people, and `/clock`, `/mail` and `/executions` in JSON for programs. */
export function createConsole(backend: () => ConsoleBackend | undefined): Hono {
  const app = new Hono();
  // Only pages of its own may post, and only under a loopback name: a page on the web must not move the clock.
  app.use(async (context, next) => {
    const host = (context.req.header('host') ?? '').replace(/:\d+$/, '');
    const site = context.req.header('sec-fetch-site') ?? 'none';
    const isOwn = ['localhost', '127.0.0.1'].includes(host) && (context.req.method === 'GET' || site !== 'cross-site');
    if (!isOwn) return context.text('Only from this machine', 403);
    return next();
  });
  const when = (handle: (context: Context, ready: ConsoleBackend) => Promise<Response>) => async (context: Context) => {
    const ready = backend();
    return ready === undefined ? context.text('Starting', 503) : await handle(context, ready);
  };
  app.get('/', when(overview));
  app.get(
    '/clock',
    when(async (context, ready) => context.json(clockState(ready))),
  );
  app.post('/clock', when(moveClock));
  app.get(
    '/mail',
    when(async (context, { mailbox }) => context.json(mailbox.list())),
  );
  app.get('/mail/:id', when(downloadMail));
  app.get('/read/:id', when(showMail));
  app.get(
    '/executions',
    when(async (context, { engine }) => context.json(await listExecutions(engine))),
  );
  app.get('/execution', when(showExecution));
  app.get('/log/:name', when(showLog));
  return app;
}

function clockState({ clock, timeKeeper }: ConsoleBackend) {
  const next = timeKeeper.next();
  const nextTimer = next === undefined ? null : { at: new Date(next.at).toISOString(), name: next.name };
  return { now: new Date(clock.now()).toISOString(), nextTimer };
}

async function overview(context: Context, ready: ConsoleBackend): Promise<Response> {
  const { clock, timeKeeper, engine, mailbox, dynamo, app } = ready;
  const body = html`${clockView(clock.now(), timeKeeper.next())}${mailboxView(mailbox.list())}
${executionsView(await listExecutions(engine))}${itemsView(await summarizeItems(dynamo, app.tables))}
${functionsView(app.functions.map(({ name }) => name))}`;
  // Off until it is asked for: a page that reloads by itself takes the focus away (WCAG 2.2.1).
  const isLive = context.req.query('live') !== undefined;
  return context.html(page('Console', html`${liveView(isLive)}${body}`, isLive ? { refresh: 5 } : {}));
}

async function moveClock(context: Context, ready: ConsoleBackend): Promise<Response> {
  const isJson = (context.req.header('content-type') ?? '').startsWith('application/json');
  const input: unknown = isJson ? await context.req.json().catch(() => undefined) : await context.req.parseBody();
  try {
    const move = parseMove(asObject(input).advance, ready.clock.now());
    await (move.kind === 'next' ? ready.timeKeeper.advanceToNext() : ready.timeKeeper.advance(move.at));
  } catch (error) {
    if (!(error instanceof NotAMoveError)) throw error;
    return context.json({ error: error.message }, 400);
  }
  return isJson ? context.json(clockState(ready)) : context.redirect('/', 303);
}

async function downloadMail(context: Context, { mailbox }: ConsoleBackend): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const content = mailbox.read(id);
  if (content === undefined) return context.notFound();
  const disposition = `attachment; filename="${id}.eml"`;
  return context.body(new Uint8Array(content), 200, {
    'content-type': 'message/rfc822',
    'content-disposition': disposition,
  });
}

async function showMail(context: Context, { mailbox }: ConsoleBackend): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const content = mailbox.read(id);
  if (content === undefined) return context.notFound();
  const mail = await readMail(content);
  return context.html(page(mail.subject || 'Mail', mailView(id, mail)));
}

async function showExecution(context: Context, { engine }: ConsoleBackend): Promise<Response> {
  const executionArn = context.req.query('arn') ?? '';
  const known = (await listExecutions(engine)).find((execution) => execution.executionArn === executionArn);
  if (known === undefined) return context.notFound();
  // The definition that this execution keeps, not the newest one.
  const machine = asObject(await engine.api('DescribeStateMachineForExecution', { executionArn }));
  const history = await readHistory(engine, executionArn);
  const graph = drawExecution(asString(machine.definition) ?? '{}', history, known.status);
  return context.html(page(known.name, executionView(known.status, graph, history)));
}

async function showLog(context: Context, { logs, app }: ConsoleBackend): Promise<Response> {
  const name = context.req.param('name') ?? '';
  if (!app.functions.some((definition) => definition.name === name)) return context.notFound();
  return context.html(page(name, html`<pre>${logs.tail(name).join('\n')}</pre>`));
}
