import nb from '../../../templates/pages/operations-holds.nb.hbs';
import nn from '../../../templates/pages/operations-holds.nn.hbs';
import type { Subject } from '../../core/delay-notice.ts';
import type { CaseFile } from '../../core/records.ts';
import { recordKey } from '../../platform/case-store.ts';
import { now, type WebContext } from '../../platform/http/index.ts';
import { holdActions } from '../holds.ts';
import { beginShift, type Desk, doneText, notFound, operationsPage, ownCase } from './desk.ts';
import { operationsText } from './texts.ts';

/** The open holds of a case, each as a form with its choice; of one subject when given. */
export function openHolds(c: WebContext, file: CaseFile, subject?: Subject) {
  const action = `/operations/holds/${file.case.caseId}`;
  return file.holds
    .filter((hold) => hold.state === 'open' && (subject === undefined || hold.subject === subject))
    .map((hold) => ({
      action,
      csrf: c.var.csrfToken(action),
      key: recordKey('hold', hold),
      stateName: hold.stateName,
      error: hold.error,
      at: hold.at,
    }));
}

/** `/operations/holds/<case>`: where the mail about a hold leads. */
export async function holdsPage(c: WebContext, desk: Desk): Promise<Response> {
  const shift = await beginShift(c, desk);
  if (shift instanceof Response) return shift;
  const file = await ownCase(desk, shift, c.req.param('caseId') ?? '');
  if (!file) return notFound(c);
  const { caseId, caseNumber } = file.case;
  const text = operationsText(shift.language);
  const name = caseNumber || caseId;
  const appeals = file.appeals.map(({ number }) => ({
    href: `/operations/executions/appeal/${caseId}-appeal-${number}`,
    name: `${text.titles.execution} (${text.machine.appeal} ${number})`,
  }));
  const body = { nb, nn }[shift.language]({
    language: shift.language,
    title: text.titles.holds,
    done: doneText(c, shift),
    caseNumber: name,
    holds: openHolds(c, file),
    executions: [{ href: `/operations/executions/application/${caseId}`, name: text.titles.execution }, ...appeals],
  });
  return operationsPage(c, shift, { title: text.titles.holds, body });
}

/** The operator's choice for one hold; without a choice nothing happens. */
export async function answerHold(c: WebContext, desk: Desk): Promise<Response> {
  const shift = await beginShift(c, desk);
  if (shift instanceof Response) return shift;
  const file = await ownCase(desk, shift, c.req.param('caseId') ?? '');
  const hold = file?.holds.find((found) => recordKey('hold', found) === c.var.form.hold);
  if (!file || !hold) return notFound(c);
  const back = (done: string) => c.redirect(`/operations/holds/${file.case.caseId}?done=${done}`, 303);
  const action = holdActions.find((known) => known === c.var.form.action);
  if (!action) return back('choose');
  const by = { id: shift.staff.id, name: shift.staff.name };
  const answered = await desk.holds.answerHold({ file, hold, action, by, now: now(c) });
  switch (answered.result) {
    case 'accepted':
      return back(action);
    case 'already-answered':
      return back('answered');
    case 'gone':
      return back('gone');
  }
}
