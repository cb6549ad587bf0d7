import nb from '../../../templates/pages/operations-list.nb.hbs';
import nn from '../../../templates/pages/operations-list.nn.hbs';
import { addDays, osloDate } from '../../core/calendar.ts';
import type { CaseFile } from '../../core/records.ts';
import { promisedOn } from '../../core/subject.ts';
import { now, type WebContext } from '../../platform/http/index.ts';
import { beginShift, type Desk, operationsPage, ownCase, type Shift } from './desk.ts';
import { type ExecutionName, parseExecutionName } from './execution-name.ts';
import type { Execution } from './executions.ts';
import { type Filter, filterFields, readFilter } from './filter.ts';
import { operationsText, wordFor } from './texts.ts';
import { type Waiting, waitingFor } from './waiting.ts';

/** Rows to gather before a page is shown, and the most pages of executions to look through for them. */
const enough = 25;
const mostLooks = 8;

interface Row {
  readonly execution: Execution;
  readonly name: ExecutionName;
  readonly file: CaseFile;
  readonly waiting: readonly Waiting[];
}

/** `/operations`: executions of the operator's own municipality, newest first. */
export async function listPage(c: WebContext, desk: Desk): Promise<Response> {
  const shift = await beginShift(c, desk);
  if (shift instanceof Response) return shift;
  const filter = readFilter(c);
  const { rows, cursor } = await gather(c, { desk, shift, filter });
  const text = operationsText(shift.language);
  const query = (after?: string) => `/operations?${new URLSearchParams({ ...filter.asked, ...(after && { after }) })}`;
  const body = { nb, nn }[shift.language]({
    language: shift.language,
    title: text.titles.list,
    filters: filterFields(filter, text),
    show: text.filters.show,
    rows: rows.map((row) => rowView(row, text)),
    first: filter.cursor ? query() : '',
    next: cursor ? query(cursor) : '',
  });
  return operationsPage(c, shift, { title: text.titles.list, body });
}

/** Whole pages of executions are taken, so that a cursor never skips a row. */
async function gather(
  c: WebContext,
  { desk, shift, filter }: { readonly desk: Desk; readonly shift: Shift; readonly filter: Filter },
): Promise<{ rows: readonly Row[]; cursor: string | undefined }> {
  const { machine, status } = filter;
  const rows: Row[] = [];
  let cursor = filter.cursor;
  for (let look = 0; look < mostLooks; look += 1) {
    const query = { machine, limit: enough, ...(status && { status }), ...(cursor && { cursor }) };
    const page = await desk.executions.list(query);
    const found = await Promise.all(page.executions.map((execution) => rowOf(c, { desk, shift, filter, execution })));
    rows.push(...found.flatMap((row) => row ?? []));
    cursor = page.cursor;
    if (cursor === undefined || rows.length >= enough) break;
  }
  return { rows, cursor };
}

async function rowOf(
  c: WebContext,
  at: { readonly desk: Desk; readonly shift: Shift; readonly filter: Filter; readonly execution: Execution },
): Promise<Row | undefined> {
  const { execution, filter } = at;
  const name = parseExecutionName(filter.machine, execution.name);
  const oldEnough = !filter.days || osloDate(execution.startedAt) <= addDays(osloDate(now(c)), -filter.days);
  const file = name && oldEnough ? await ownCase(at.desk, at.shift, name.caseId) : undefined;
  if (!name || !file) return undefined;
  const waiting = execution.status === 'RUNNING' ? waitingFor(file, name.subject, now(c)) : [];
  if (filter.waiting && !waiting.includes(filter.waiting)) return undefined;
  return { execution, name, file, waiting };
}

function rowView({ execution, name, file, waiting }: Row, text: ReturnType<typeof operationsText>) {
  return {
    href: `/operations/executions/${name.machine}/${name.name}`,
    caseNumber: file.case.caseNumber || file.case.caseId,
    state: text.state[file.case.state],
    status: text.status[execution.status],
    waiting: waiting.map((word) => wordFor(text.waiting, word)).join(', '),
    startedOn: osloDate(execution.startedAt),
    expectedOn: promisedOn(file, name.subject),
  };
}
