import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskKind } from '../../functions/core/records.ts';
import type { Cast } from './driver/cast.ts';
import { walkForm } from './driver/form.ts';
import { fillIn, type Page, type Values } from './driver/page.ts';
import type { Exchange } from './driver/visitor.ts';
import { application, decide, texts } from './stories/acts.ts';
import { openTheatre, type Theatre } from './support/theatre.ts';

const applicant = 'applicant-1';
const gulen = '4635';
/** Where the link alone identifies staff, and whoever answers writes a name. */
const vindafjord = '1160';
const fifty = Array.from({ length: 50 });

const granted = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' };

describe('the same thing done twice', () => {
  let theatre: Theatre;

  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('is one case, one execution and one receipt when a form is sent fifty times at once', async () => {
    const cast = theatre.cast(gulen, 'fifty');
    const browser = cast.visitor(applicant);
    const summary = await walkForm(browser, '/gulen/application', application(cast));
    const form = fillIn(summary, { confirmed: 'yes' });
    const mailBefore = (await theatre.post.all()).length;
    const answers = await Promise.all(fifty.map(() => browser.post(form)));
    expectCalm(answers);
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    await cast.settle();
    // The back button, a while later: the same page, the same form.
    const again = await browser.post(form);
    expect(again.location).toBe(answers[0]?.location);
    expect((await browser.open(again.location)).status).toBe(200);
    await cast.settle();

    const caseId = again.location.split('/').at(-1) ?? '';
    const list = await browser.open('/gulen/cases');
    expect(list.html(`a[href$="/cases/${caseId}"]`)).toHaveLength(1);
    expect(list.html('a[href*="/cases/"]')).toHaveLength(1);
    expect(await theatre.observer.executions(caseId)).toHaveLength(1);
    const file = await theatre.observer.load(caseId);
    expect(file.letters.map(({ kind }) => kind)).toEqual(['receipt']);
    expect(file.events.filter(({ type }) => type === 'received')).toHaveLength(1);
    const mails = (await theatre.post.all()).slice(mailBefore);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      [cast.municipality.mailboxes.caseworker, `fifty.gulen@innbygger.example`].toSorted(),
    );
  });

  it('is one assessment, one approval and one decision, however often and by whomever they are sent', async () => {
    const cast = theatre.cast(gulen, 'answers');
    await cast.apply(applicant, application(cast));
    const assessment = await taskForm(cast, 'assessment', 'gulen-caseworker', { ...granted, ...texts(cast) });
    await expectOneAccepted(cast, 'assessment', assessment);

    // The leader presses «approve» and, in another tab, «return», many times over.
    const approver = cast.visitor('gulen-approver');
    const page = await approver.open(await linkOf(cast, 'approval'));
    const approve = fillIn(page, { choice: 'approve' });
    const send = fillIn(page, { choice: 'return', comment: 'Sjå på dette ein gong til.' });
    const answers = await Promise.all(
      fifty.slice(0, 10).map((_, turn) => approver.post(turn % 2 === 0 ? approve : send)),
    );
    expectCalm(answers);
    expect(answers.filter(isThanks)).toHaveLength(1);
    await cast.settle();
    const after = await approver.post(approve);
    expect(after.page.text).toMatch(/Leder Testperson svara \d/);
    const { decisions, letters, events, tasks } = await cast.file();
    const approved = tasks.filter(({ kind, state }) => kind === 'approval' && state === 'answered');
    expect(approved).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'decided' || type === 'returned')).toHaveLength(1);
    expect(letters.filter(({ kind }) => kind === 'decision')).toHaveLength(decisions.length);
  });

  it('tells the second of two people who answered first', async () => {
    const cast = theatre.cast(vindafjord, 'two');
    await cast.apply(applicant, application(cast));
    const link = await linkOf(cast, 'assessment');
    const names = ['Anne Prøvesen', 'Berit Prøvesen'];
    const answers = await Promise.all(
      names.map(async (staffName) => {
        const browser = cast.visitor(`passer-by ${staffName}`);
        return browser.post(fillIn(await browser.open(link), { ...granted, ...texts(cast), staffName }));
      }),
    );
    expectCalm(answers);
    expect(answers.filter(isThanks)).toHaveLength(1);
    const told = answers.find((answer) => !isThanks(answer))?.page.text ?? '';
    const { tasks, answers: kept } = await cast.file();
    const winner = tasks.find(({ kind }) => kind === 'assessment');
    expect(told).toContain(`${winner?.answeredBy?.name} svara`);
    expect(kept.find(({ answerId }) => answerId === winner?.answerId)?.by.name).toBe(winner?.answeredBy?.name);
    await cast.settle();
    expect((await cast.file()).assessments).toHaveLength(1);
  });

  it('is one withdrawal and one appeal', async () => {
    const cast = theatre.cast(gulen, 'appeal-twice');
    await cast.apply(applicant, application(cast));
    await decide(cast, 'refused', 'refused');
    const browser = cast.visitor(applicant);
    const values = { text: 'Eg er ikkje samd.', wantedChange: 'Eg vil ha plan.', choice: 'appeal' };
    const form = fillIn(await browser.open(cast.casePath('/appeal')), values);
    const answers = await Promise.all(fifty.slice(0, 10).map(() => browser.post(form)));
    expectCalm(answers);
    await cast.settle();
    const file = await cast.file();
    expect(file.appeals).toHaveLength(1);
    expect(file.letters.filter(({ kind }) => kind === 'appeal-receipt')).toHaveLength(1);
    expect(await theatre.observer.executions(cast.caseId)).toHaveLength(2);
    expect(file.messages.filter(({ key }) => key.startsWith('task-appeal-review'))).toHaveLength(1);

    const other = theatre.cast(gulen, 'withdraw-twice');
    await other.apply(applicant, application(other));
    const person = other.visitor(applicant);
    const page = await person.open(other.casePath());
    const withdraw = fillIn(page, { choice: 'withdraw' });
    expectCalm(await Promise.all(fifty.slice(0, 10).map(() => person.post(withdraw))));
    await other.settle();
    const ended = await other.file();
    expect(ended.case.state).toBe('closed');
    expect(ended.letters.filter(({ kind }) => kind === 'withdrawal-confirmed')).toHaveLength(1);
  });

  async function expectOneAccepted(cast: Cast, kind: 'assessment', { post }: TaskForm): Promise<void> {
    const answers = await Promise.all(fifty.map(post));
    expectCalm(answers);
    expect(answers.map(({ status }) => status)).toEqual(fifty.map(() => 200));
    expect(answers.filter(isThanks)).toHaveLength(1);
    await cast.settle();
    const { events, assessments, answers: kept, messages } = await cast.file();
    expect(events.filter(({ type, detail }) => type === 'task-answered' && detail?.kind === kind)).toHaveLength(1);
    expect(assessments).toHaveLength(1);
    expect(kept.filter(({ taskKind }) => taskKind === kind)).toHaveLength(1);
    expect(messages.filter(({ key }) => key.startsWith('task-approval'))).toHaveLength(1);
  }
});

interface TaskForm {
  readonly page: Page;
  readonly post: () => Promise<Exchange>;
}

async function taskForm(cast: Cast, kind: TaskKind, person: string, values: Values): Promise<TaskForm> {
  const browser = cast.visitor(person);
  const page = await browser.open(await linkOf(cast, kind));
  const form = fillIn(page, values);
  return { page, post: () => browser.post(form) };
}

function linkOf(cast: Cast, kind: TaskKind): Promise<URL> {
  return cast.taskLink(kind);
}

function isThanks({ page }: Exchange): boolean {
  return page.html('h1').text().startsWith('Takk, vi har fått svaret');
}

/** A page or a way on, in words a person understands: nothing of what happened behind it. */
function expectCalm(answers: readonly Exchange[]): void {
  for (const { status, page } of answers) {
    expect([200, 303]).toContain(status);
    expect(page.text).not.toMatch(/error|exception|undefined/i);
  }
}
