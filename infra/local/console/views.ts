import { html } from 'hono/html';
import type { MailEntry } from '../aws/mailbox.ts';
import type { NextTimer } from '../time-keeper.ts';
import type { ExecutionEntry, HistoryEntry } from './executions.ts';
import type { GraphState } from './graph.ts';
import type { ItemSummary } from './items.ts';
import type { Markup } from './layout.ts';
import { type ReadMail, splitLinks } from './mail-text.ts';
import { showTime } from './moves.ts';

const MOVES = [
  { advance: 'next', label: 'Next timer' },
  { advance: 'P1D', label: '+1 day' },
  { advance: 'P1W', label: '+1 week' },
  { advance: 'P1M', label: '+1 month' },
] as const;

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

/** The mailbox, the newest first. */
export function mailboxView(mail: readonly MailEntry[]): Markup {
  const rows = mail.toReversed().map(
    ({ id, at, to, subject }) => html`<tr><td>${showTime(Date.parse(at))}</td><td>${to}</td>
<td><a href="/read/${id}">${subject || '(no subject)'}</a></td><td><a href="/mail/${id}">.eml</a></td></tr>`,
  );
  return html`<section><h2>Mailbox (${mail.length})</h2>
<table><thead><tr><th scope="col">Sent</th><th scope="col">To</th><th scope="col">Subject</th>
<th scope="col">File</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** The executions. */
export function executionsView(executions: readonly ExecutionEntry[]): Markup {
  const rows = executions.map(
    ({ executionArn, name, stateMachine, status, started }) => html`<tr><td>${showTime(started)}</td>
<td><a href="/execution?arn=${encodeURIComponent(executionArn)}">${name}</a></td><td>${stateMachine}</td>
<td>${status}</td></tr>`,
  );
  return html`<section><h2>Executions (${executions.length})</h2>
<table><thead><tr><th scope="col">Started</th><th scope="col">Name</th><th scope="col">State machine</th>
<th scope="col">Status</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** What the tables hold: keys and states. */
export function itemsView(items: readonly ItemSummary[]): Markup {
  const rows = items.map(
    ({ table, fields }) =>
      html`<tr><td>${table}</td><td>${Object.entries(fields).map(
        ([name, value]) => html`<small>${name}</small> ${value} `,
      )}</td></tr>`,
  );
  return html`<section><h2>Cases (${items.length} items)</h2>
<table><thead><tr><th scope="col">Table</th><th scope="col">Keys and state</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
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
export function executionView(status: string, graph: readonly GraphState[], history: readonly HistoryEntry[]): Markup {
  const rows = history.map(
    ({ id, at, type, state, details }) => html`<tr><td>${id}</td><td>${showTime(at)}</td><td>${type}</td>
<td>${state}</td><td><details><summary>Details</summary><pre>${JSON.stringify(details, undefined, 2)}</pre></details></td></tr>`,
  );
  return html`<p>Status: <strong>${status}</strong></p><h2>States</h2>${laneView(graph)}
<h2>History</h2><table><thead><tr><th scope="col">No.</th><th scope="col">Time</th><th scope="col">Event</th>
<th scope="col">State</th><th scope="col">Details</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const SIGNS = { current: '●', done: '✓', open: '○' } as const;

function laneView(states: readonly GraphState[]): Markup {
  const rows = states.map(
    ({
      name,
      type,
      mark,
      next,
      lanes,
    }) => html`<li><span class="${mark}"${mark === 'current' ? html` aria-current="step"` : ''}>
${SIGNS[mark]} ${name}</span> <small>${type}${next.length > 0 ? ` → ${next.join(' | ')}` : ''}</small>
${lanes.length > 0 ? html`<div class="lanes">${lanes.map((lane) => html`<div>${laneView(lane)}</div>`)}</div>` : ''}</li>`,
  );
  return html`<ul class="graph">${rows}</ul>`;
}
