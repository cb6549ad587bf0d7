import { html, raw } from 'hono/html';
import type { Graph } from '../../../functions/operations/pages/graph.ts';
import type { MailEntry } from '../aws/mailbox.ts';
import type { NextTimer } from '../time-keeper.ts';
import type { ExecutionEntry, HistoryEntry } from './executions.ts';
import type { DrawnExecution } from './graph.ts';
import type { ItemSummary } from './items.ts';
import { type Markup, table } from './layout.ts';
import { type ReadMail, splitLinks } from './mail-text.ts';
import { showTime } from './moves.ts';

const MOVES = [
  { advance: 'next', label: 'Next timer' },
  { advance: 'P1D', label: '+1 day' },
  { advance: 'P1W', label: '+1 week' },
  { advance: 'P1M', label: '+1 month' },
] as const;

/** Whether the page follows what happens. */
export function liveView(isLive: boolean): Markup {
  return isLive
    ? html`<p>This page reloads every 5 seconds. <a href="/">Stop</a></p>`
    : html`<p><a href="/">Reload</a> or <a href="/?live">reload every 5 seconds</a></p>`;
}

/** The clock and the buttons that move it. */
export function clockView(now: number, next: NextTimer | undefined): Markup {
  return html`<section><h2>Clock</h2>
<p><strong>${showTime(now)}</strong> (Europe/Oslo).
${next === undefined ? 'Nothing waits for a time.' : `Next timer: ${showTime(next.at)} – ${next.name}`}</p>
${MOVES.map(
  ({ advance, label }) => html`<form method="post" action="/clock">
<input type="hidden" name="advance" value="${advance}"><button>${label}</button></form>`,
)}
</section>`;
}

/** Mails shown before the older ones are folded away. */
const NEWEST = 25;

/** The mailbox, the newest first. */
export function mailboxView(mail: readonly MailEntry[]): Markup {
  const columns = ['Sent', 'To', 'Subject', 'File'];
  const rows = mail.toReversed().map(
    ({ id, at, to, subject }) => html`<tr><td>${showTime(Date.parse(at))}</td><td>${to}</td>
<td><a href="/read/${id}">${subject || '(no subject)'}</a></td><td><a href="/mail/${id}">.eml</a></td></tr>`,
  );
  const older = rows.slice(NEWEST);
  return html`<section><h2>Mailbox (${mail.length})</h2>
${rows.length === 0 ? html`<p>No mail yet.</p>` : table('Mailbox', columns, rows.slice(0, NEWEST))}
${older.length === 0 ? '' : html`<details><summary>Older (${older.length})</summary>${table('Older mail', columns, older)}</details>`}
</section>`;
}

/** The executions. */
export function executionsView(executions: readonly ExecutionEntry[]): Markup {
  const rows = executions.map(
    ({ executionArn, name, stateMachine, status, started }) => html`<tr><td>${showTime(started)}</td>
<td><a href="/execution?arn=${encodeURIComponent(executionArn)}">${name}</a></td><td>${stateMachine}</td>
<td>${status}</td></tr>`,
  );
  return html`<section><h2>Executions (${executions.length})</h2>
${executions.length === 0 ? html`<p>None yet.</p>` : table('Executions', ['Started', 'Name', 'State machine', 'Status'], rows)}</section>`;
}

/**
 * What the tables hold: keys and states, a case's records together under what the case is. What is no case is folded
 * away.
 */
export function itemsView(items: readonly ItemSummary[]): Markup {
  const byKey = Map.groupBy(items, ({ fields }) => fields.pk ?? Object.values(fields)[0] ?? '');
  const isCase = ([, records]: Group) => records.some(({ fields }) => fields.sk === 'case');
  const cases = [...byKey].filter(isCase);
  const others = [...byKey].filter((group) => !isCase(group));
  return html`<section><h2>Cases (${cases.length})</h2>${cases.length === 0 ? html`<p>None yet.</p>` : cases.map(groupView)}
${others.length === 0 ? '' : html`<details><summary>Other records (${others.length})</summary>${others.map(groupView)}</details>`}</section>`;
}

type Group = readonly [key: string, records: readonly ItemSummary[]];

function groupView([key, records]: Group): Markup {
  const state = records.find(({ fields }) => fields.sk === 'case')?.fields.state;
  const rows = records.map(({ fields }) => {
    const { pk, sk, ...rest } = fields;
    const told = Object.entries(rest).map(([name, value]) => html`<small>${name}</small> ${value} `);
    return html`<tr><td>${sk ?? pk}</td><td>${told}</td></tr>`;
  });
  return html`<details><summary>${key}${state === undefined ? '' : html` <strong>${state}</strong>`}</summary>
${table(key, ['Record', 'State'], rows)}</details>`;
}

/** The functions, each with a way to its log. */
export function functionsView(names: readonly string[]): Markup {
  const rows = names.map((name) => html`<li><a href="/log/${name}">${name}</a></li>`);
  return html`<section><details><summary>Functions (${names.length})</summary><ul>${rows}</ul></details></section>`;
}

/** One mail. */
export function mailView(id: string, mail: ReadMail): Markup {
  const text = splitLinks(mail.text).map((part) =>
    part.href === undefined ? part.text : html`<a href="${part.href}" rel="noreferrer">${part.text}</a>`,
  );
  return html`<dl><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to}</dd><dt>Date</dt><dd>${mail.date}</dd>
${mail.attachments.length > 0 ? html`<dt>Attachments</dt><dd>${mail.attachments.join(', ')}</dd>` : ''}</dl>
<pre>${text}</pre><p><a href="/mail/${id}">Download .eml</a></p>`;
}

/** One execution: its graph and its history. */
export function executionView(status: string, drawn: DrawnExecution, history: readonly HistoryEntry[]): Markup {
  const rows = history.map(
    ({ id, at, type, state, details }) => html`<tr><td>${id}</td><td>${showTime(at)}</td><td>${type}</td>
<td>${state}</td><td><details><summary>Details</summary><pre>${JSON.stringify(details, undefined, 2)}</pre></details></td></tr>`,
  );
  return html`<p>Status: <strong>${status}</strong></p><h2>States</h2>${raw(drawn.svg)}
<details><summary>The states as a list</summary>${laneView(drawn.graph)}</details>
<h2>History</h2>${table('History', ['No.', 'Time', 'Event', 'State', 'Details'], rows)}`;
}

const SIGNS = { current: '●', visited: '✓', caught: '!', failed: '✕', unvisited: '○' } as const;

function laneView({ visited, ahead }: Graph): Markup {
  const rows = [...visited, ...ahead].map(
    ({
      name,
      type,
      progress,
      error,
      lanes,
    }) => html`<li><span class="${progress}"${progress === 'current' ? html` aria-current="step"` : ''}>
${SIGNS[progress]} ${name}</span> <small>${type} ${error}</small>
${lanes.length > 0 ? html`<div class="lanes">${lanes.map((lane) => html`<div>${laneView(lane)}</div>`)}</div>` : ''}</li>`,
  );
  return html`<ul class="graph">${rows}</ul>`;
}
