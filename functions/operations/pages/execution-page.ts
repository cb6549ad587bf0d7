import { Temporal } from 'temporal-polyfill';
import nb from '../../../templates/pages/operations-execution.nb.hbs';
import nn from '../../../templates/pages/operations-execution.nn.hbs';
import type { CaseFile } from '../../core/records.ts';
import { promisedOn } from '../../core/subject.ts';
import { type Instant, zone } from '../../core/time.ts';
import { now, type WebContext } from '../../platform/http/index.ts';
import { beginShift, type Desk, doneText, notFound, operationsPage, ownCase, type Shift } from './desk.ts';
import { type ExecutionName, parseExecutionName } from './execution-name.ts';
import type { Execution, HistoryEvent } from './executions.ts';
import { errorOf, executionGraph, stateNames } from './graph.ts';
import { graphDrawing, graphView } from './graph-view.ts';
import { openHolds } from './holds-page.ts';
import { timesSentAgain } from './send-again.ts';
import { operationsText, wordFor } from './texts.ts';
import { openTasks, waitingFor } from './waiting.ts';

/** Events on one page of the history. */
const eventsShown = 100;

/** An execution the operator may look at. */
export interface Looked {
  readonly shift: Shift;
  readonly name: ExecutionName;
  readonly file: CaseFile;
  readonly execution: Execution;
}

/** Finds the execution of the address; the case's municipality, as the store has it, decides who may look. */
export async function lookAt(c: WebContext, desk: Desk): Promise<Looked | Response> {
  const shift = await beginShift(c, desk);
  if (shift instanceof Response) return shift;
  const name = parseExecutionName(c.req.param('machine') ?? '', c.req.param('name') ?? '');
  const file = name && (await ownCase(desk, shift, name.caseId));
  const execution = name && file && (await desk.executions.describe(name.machine, name.name));
  return name && file && execution ? { shift, name, file, execution } : notFound(c);
}

/** `/operations/executions/<machine>/<name>`: where it is, how it came there, and what can be done about it. */
export async function executionPage(c: WebContext, desk: Desk): Promise<Response> {
  const looked = await lookAt(c, desk);
  if (looked instanceof Response) return looked;
  const { shift, name } = looked;
  const [events, definition] = await Promise.all([
    desk.executions.history(name.machine, name.name),
    desk.executions.definition(name.machine, name.name),
  ]);
  const { title, ...facts } = factsView(c, looked);
  const graph = executionGraph({ definition, events, status: looked.execution.status });
  const body = { nb, nn }[shift.language]({
    ...facts,
    title,
    done: doneText(c, shift),
    ...actionsView(c, looked),
    drawing: graphDrawing(graph, shift.language),
    graph: graphView(graph, shift.language),
    ...historyView(c, events),
  });
  return operationsPage(c, shift, { title, body });
}

function factsView(c: WebContext, { shift, name, file, execution }: Looked) {
  const text = operationsText(shift.language);
  const waiting = execution.status === 'RUNNING' ? waitingFor(file, name.subject, now(c)) : [];
  return {
    language: shift.language,
    title: text.titles.execution,
    name: name.name,
    caseNumber: file.case.caseNumber || file.case.caseId,
    state: text.state[file.case.state],
    status: text.status[execution.status],
    error: execution.error,
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    expectedOn: promisedOn(file, name.subject),
    waiting: waiting.map((word) => wordFor(text.waiting, word)).join(', '),
  };
}

function actionsView(c: WebContext, { shift, name, file, execution }: Looked) {
  const path = `/operations/executions/${name.machine}/${name.name}`;
  const form = (action: string) => ({ action, csrf: c.var.csrfToken(action) });
  const words = operationsText(shift.language).waiting;
  const tasks = openTasks(file, name.subject, now(c)).map(({ kind, key, expiresAt }) => ({
    id: `${kind}-${key}`,
    kind: words[kind],
    expiresAt,
  }));
  return {
    holds: openHolds(c, file, name.subject),
    redrive: execution.redrivable ? form(`${path}/redrive`) : undefined,
    links: tasks.length > 0 ? { ...form(`${path}/link`), attempt: timesSentAgain(file) + 1, tasks } : undefined,
  };
}

/** Date and time to the second as they are written in Norway, short: 24.11.2026 10.00.07. */
function clockTime(instant: Instant): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${[two(at.day), two(at.month), at.year].join('.')} ${[at.hour, at.minute, at.second].map(two).join('.')}`;
}

/** Newest first, from `?before=<id>`. What a step was given and gave is never shown. */
function historyView(c: WebContext, events: readonly HistoryEvent[]) {
  const states = stateNames(events);
  const before = Number(c.req.query('before')) || Number.MAX_SAFE_INTEGER;
  const older = events.filter(({ id = 0 }) => id < before).toReversed();
  const shown = older.slice(0, eventsShown);
  const last = shown.at(-1)?.id;
  return {
    history: shown.map((event) => ({
      id: event.id ?? 0,
      at: event.timestamp ? clockTime(event.timestamp.toISOString()) : '',
      state: states.get(event.id ?? 0) ?? '',
      type: event.type ?? '',
      error: errorOf(event),
    })),
    older: older.length > shown.length ? `?before=${last}` : '',
  };
}
