import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile, TaskKind } from '../../functions/core/records.ts';
import type { Cast } from './driver/cast.ts';
import { fillIn, type Page } from './driver/page.ts';
import { createVisitor } from './driver/visitor.ts';
import { application, assess, decide, texts } from './stories/acts.ts';
import { openTheatre, type Theatre } from './support/theatre.ts';

const applicant = 'applicant-1';
const gulen = '4635';
const vindafjord = '1160';

describe('links in mail', () => {
  let theatre: Theatre;

  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('change nothing when a scanner opens every one of them', async () => {
    const casts = await Promise.all([gulen, vindafjord].map((number) => reportedAndRefused(number)));
    const before = await files(casts);
    const mailBefore = (await theatre.post.all()).length;
    const links = await allLinks();
    expect(links.length).toBeGreaterThan(8);
    await Promise.all(
      links.map(async (link) => {
        for (const method of ['HEAD', 'GET']) {
          const answer = await fetch(link, { method, headers: { 'user-agent': 'link scanner' } });
          expect(answer.status, `${method} ${new URL(link).pathname}`).toBeLessThan(500);
          await answer.arrayBuffer();
        }
      }),
    );
    await theatre.runtime.idle();
    const after = await files(casts);
    expect(after[0]).toEqual(before[0]);
    // Where the link alone is enough, a machine that follows it is shown the case: the look is logged, nothing else.
    expect(after.map(withoutLooks)).toEqual(before.map(withoutLooks));
    expect(await theatre.post.all()).toHaveLength(mailBefore);
  });

  it('answer alike when wrong, unknown, for others or withdrawn, and change nothing', async () => {
    const cast = await applied(gulen, 'wrong');
    const link = await linkOf(cast, 'assessment');
    const caseworker = cast.visitor('gulen-caseworker');
    const open = await caseworker.open(link);
    const before = await cast.file();

    const wrongSecret = new URL(`${link.pathname.slice(0, -4)}AAAA`, link);
    const unknownTask = new URL(link.pathname.replace(/~[0-9a-f]{16}/, `~${'7'.repeat(16)}`), link);
    const unknownCase = new URL(link.pathname.replace(cast.caseId, 'a'.repeat(26)), link);
    const nonsense = ['/t/x/y', '/t/%00/%ff', `/t/${'x'.repeat(2_000)}/y`, `${link.pathname}/%2e%2e/letter.pdf`];
    for (const address of [wrongSecret, unknownTask, unknownCase, ...nonsense])
      expectUnavailable(await caseworker.open(address));
    const stranger = await cast.visitor('gjovik-caseworker').open(link);
    expectUnavailable(stranger, /lenken kan ikke brukes/i);
    expectUnavailable(await cast.visitor('gulen-approver').open(link));
    expect(stranger.text).not.toContain('Kari');
    expect((await cast.file()).events).toEqual(before.events);
    expect((await cast.file()).case.version).toBe(before.case.version);

    // The caseworker has the form open while the person withdraws.
    const person = cast.visitor(applicant);
    await person.send(await person.open(cast.casePath()), { choice: 'withdraw' });
    await cast.settle();
    const filled = fillIn(open, {
      plan: 'granted',
      coordinator: 'granted',
      childCoordinator: 'not-applied',
      ...texts(cast),
    });
    expectUnavailable((await caseworker.post(filled)).page);
    expectUnavailable(await caseworker.open(link));
    const { assessments, answers } = await cast.file();
    expect([assessments, answers]).toEqual([[], []]);
  });

  it('refuse a form that was not made for this browser and page', async () => {
    const cast = await applied(gulen, 'csrf');
    const link = await linkOf(cast, 'assessment');
    const caseworker = cast.visitor('gulen-caseworker');
    const values = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied', ...texts(cast) };
    const form = fillIn(await caseworker.open(link), values);
    const before = await cast.file();
    const elsewhere = fillIn(await caseworker.open(`/gulen`).then(() => caseworker.open(link)), values);
    const tokens = ['', 'nonsense', `${form.fields.get('csrf')?.split('.')[0]}.AAAA`, `9${form.fields.get('csrf')}`];
    for (const token of tokens) {
      const fields = new URLSearchParams(elsewhere.fields);
      fields.set('csrf', token);
      expectRefused((await caseworker.post({ action: form.action, fields })).page);
    }
    const without = new URLSearchParams(elsewhere.fields);
    without.delete('csrf');
    expectRefused((await caseworker.post({ action: form.action, fields: without })).page);
    // Somebody else's page, sent from this browser; and this page, sent from a browser that never saw it.
    const own = fillIn(await cast.visitor(applicant).open('/gulen/application/role'), { role: 'self' });
    const swapped = new URLSearchParams(form.fields);
    swapped.set('csrf', own.fields.get('csrf') ?? '');
    expectRefused((await caseworker.post({ action: form.action, fields: swapped })).page);
    expectRefused((await createVisitor(cast.pagesUrl).post(form)).page);
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"plan":"granted"}' };
    expect((await caseworker.exchange(form.action, json)).status).toBe(400);
    expect(withoutLooks(await cast.file())).toEqual(withoutLooks(before));
    expect((await caseworker.post(form)).status).toBe(200);
    await cast.settle();
  });

  it('expire with their question, and the newer one works', async () => {
    const cast = await applied(gulen, 'expired');
    const old = await linkOf(cast, 'assessment');
    const values = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied', ...texts(cast) };
    const opened = await cast.visitor('gulen-caseworker').open(old);
    await cast.days(15);
    const fresh = await linkOf(cast, 'assessment');
    expect(fresh.pathname).not.toBe(old.pathname);
    const caseworker = cast.visitor('gulen-caseworker');
    expectUnavailable(await caseworker.open(old));
    // A form that lay open for two weeks: nothing is stored, and the page says what to do.
    const late = await caseworker.post(fillIn(opened, values));
    expect(late.status).toBe(403);
    expect((await cast.file()).answers).toEqual([]);
    await assess(cast, 'granted', 'granted');
    expect((await cast.file()).assessments).toHaveLength(1);
  });

  async function applied(number: string, journey: string): Promise<Cast> {
    const cast = theatre.cast(number, journey);
    await cast.apply(applicant, application(cast));
    return cast;
  }

  /** A case with mail of every sort: a relative's report, consent, tasks, letters. */
  async function reportedAndRefused(number: string): Promise<Cast> {
    const cast = theatre.cast(number, 'scanned');
    const personNationalId = cast.numberOf('subject');
    const submitter = { submitterName: 'Liv Pårørende', submitterEmail: 'liv@innbygger.example' };
    await cast.apply('relative', application(cast, { role: 'relative', personNationalId, ...submitter }));
    await cast.answer('consent', { plan: 'yes', coordinator: 'yes', sharing: 'yes' });
    await decide(cast, 'granted', 'granted');
    return cast;
  }

  async function allLinks(): Promise<readonly string[]> {
    const mails = await theatre.post.all();
    return [...new Set(mails.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"')]+/g) ?? []))];
  }

  function files(casts: readonly Cast[]): Promise<readonly CaseFile[]> {
    return Promise.all(casts.map((cast) => cast.file()));
  }
});

function linkOf(cast: Cast, kind: TaskKind): Promise<URL> {
  return cast.taskLink(kind);
}

function expectUnavailable(
  page: Page,
  words = /lenkja kan ikkje brukast|lenken kan ikke brukes|fann ikkje|fant ikke/i,
): void {
  expect(page.status, page.url.pathname).toBe(404);
  expect(page.text).toMatch(words);
  expect(page.text).not.toMatch(/error|undefined/i);
}

function expectRefused(page: Page): void {
  expect(page.status).toBe(403);
  expect(page.text).toMatch(/ingenting er lagr?et|ingenting er lagra/i);
}

/** Somebody's look at a case belongs into its log. */
function withoutLooks(file: CaseFile): CaseFile {
  return { ...file, events: file.events.filter(({ type }) => type !== 'viewed') };
}
