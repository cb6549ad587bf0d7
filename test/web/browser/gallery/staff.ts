import type { Case } from '../../../../functions/core/case.ts';
import { taskKinds } from '../../../../functions/core/records.ts';
import { aCareOrder, aConcernedRight, aPerson, aSubmitter, syntheticNationalId } from '../../../support/builders.ts';
import { openControlRoom, operator, own } from '../../operations/control-room.ts';
import { gulenCaseworker, openOffice } from '../../tasks/office.ts';
import { openTask } from '../../tasks/open-task.ts';
import { type Room, type Sight, sight } from './sight.ts';

/** Every kind of task, empty and with errors. */
export const everyTask: Room = async () => {
  const pages: Sight[] = [];
  for (const kind of taskKinds) {
    const { path, browser } = await openTask(kind);
    pages.push(sight(`task ${kind}`, await browser.get(path)));
    const caseVersion = browser.hidden('caseVersion');
    pages.push(sight(`task ${kind} with errors`, await browser.post(path, { caseVersion }), 422));
  }
  return pages;
};

/** More is asked where the person is a child, somebody acts for the person, or the person has the right already. */
export const assessments: Room = async () => {
  const child = { name: 'Ida Testperson', nationalId: syntheticNationalId('2013-04-05') };
  const guardian = aSubmitter({ role: 'guardian', mandate: 'Mandat av 1. mars 2026', mandateUnseen: true });
  const cases: readonly (readonly [string, Partial<Case>])[] = [
    ['of a child', { person: aPerson(child), submitter: aSubmitter() }],
    ['under a care order', { person: aPerson(child), submitter: aSubmitter(), careOrder: aCareOrder() }],
    ['where a guardian acts', { submitter: guardian }],
    ['of a right the person has', { concerns: aConcernedRight() }],
  ];
  const pages: Sight[] = [];
  for (const [name, found] of cases) {
    const office = await openOffice({ case: found });
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    pages.push(sight(`an assessment ${name}`, await browser.get(path)));
    const wrong = { caseVersion: browser.hidden('caseVersion'), deprivedReason: 'x', careOrder: 'institution' };
    pages.push(sight(`an assessment ${name} with errors`, await browser.post(path, wrong), 422));
  }
  for (const kind of ['reassessment', 'appeal-approval', 'county-outcome'] as const) {
    const { path, browser } = await openTask(kind, { concerns: aConcernedRight() });
    pages.push(sight(`task ${kind} over a right the person has`, await browser.get(path)));
  }
  const { path, browser } = await openTask('appeal-review', { concerns: aConcernedRight() });
  pages.push(sight('task appeal-review over a right the person has', await browser.get(path)));
  const unsaid = { choice: 'admissible', caseVersion: browser.hidden('caseVersion') };
  pages.push(sight('task appeal-review that leaves out whether it waits', await browser.post(path, unsaid), 422));
  return pages;
};

const typed = { facts: 'Tre einingar gir tenester.', reasons: 'Uferdig grunngiving' };
const outcomes = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' };
const whole = { ...typed, ...outcomes, personsView: 'Ønskjer éin kontakt.' };

/** What happens to a task: a draft, a case that changed meanwhile, an answer, a task that is given on or cannot be used. */
export const taskStates: Room = async () => {
  const office = await openOffice();
  const path = await office.ask('assessment');
  const browser = await office.visitor(gulenCaseworker);
  await browser.get(path);
  const opened = { ...whole, caseVersion: browser.hidden('caseVersion') };
  await browser.post(path, { ...typed, action: 'draft' });
  const draft = await browser.get(path);
  const event = { at: '2026-11-24T09:00:01.000Z', type: 'delayed', actor: { kind: 'system', id: 'test' } } as const;
  await office.store.update({ caseId: office.caseId, changes: { interpreter: 'polsk' }, event });
  const changed = await browser.post(path, opened);
  const again = { ...whole, caseVersion: browser.hidden('caseVersion'), changed: 'yes', confirmed: 'yes' };
  const answered = await browser.post(path, again);
  return [
    sight('a task with a draft', draft),
    sight('a task whose case changed', changed, 409),
    sight('a task after its answer', answered, answered.status),
    sight('a task that was answered', await browser.get(path)),
    sight('a link that cannot be used', await browser.get(`${path.slice(0, -3)}abc`), 404),
    ...(await passedOn()),
    ...(await byLinkOnly()),
  ];
};

async function passedOn(): Promise<readonly Sight[]> {
  const { office, path, browser } = await openTask('assessment');
  await browser.get(path);
  const reason = await browser.post(`${path}/pass-on`, { passOn: 'decline', passOnReason: 'Eg er inhabil.' });
  const link = new URL(office.mailer.sent[0]?.link ?? '').pathname;
  const back = await browser.get(link);
  const foreign = await browser.post(`${link}/pass-on`, { passOn: 'colleague', colleague: 'eli@example.org' });
  return [
    sight('a task that was given back', reason),
    sight('a task that came back with a reason', back),
    sight('a task given to an address that cannot be', foreign, 422),
    sight('a task that somebody else has now', await browser.get(path)),
  ];
}

/** Where nobody signs in, one tells one's name. */
async function byLinkOnly(): Promise<readonly Sight[]> {
  const office = await openOffice({ case: { municipality: '1160', state: 'in-assessment', language: 'nb' } });
  const browser = await office.visitor();
  return [sight('a task by link alone', await browser.get(await office.ask('assessment')))];
}

/** The operations pages: the list, an execution with its drawing, and the holds. */
export const operations: Room = async () => {
  const browser = await (await openControlRoom()).visitor(operator);
  return [
    sight('executions', await browser.get('/operations')),
    sight('an execution', await browser.get(`/operations/executions/application/${own}`)),
    sight('holds', await browser.get(`/operations/holds/${own}`)),
  ];
};
