import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { municipalities } from '../../functions/municipalities/index.ts';
import type { Cast } from './driver/cast.ts';
import { sendForm, startOver, walkForm } from './driver/form.ts';
import { fillIn, type Page, type Values } from './driver/page.ts';
import { createVisitor } from './driver/visitor.ts';
import { application, texts } from './stories/acts.ts';
import { openTheatre, type Theatre } from './support/theatre.ts';

const applicant = 'applicant-1';
const start = '/gulen/application';
const markup = '<script>alert(1)</script> & "sitat" {{needs}} $1 \' -- ü ø 💬';

describe('input that is wrong', () => {
  let theatre: Theatre;

  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('gets the question back with every error listed and linked, and makes no case', async () => {
    const cast = theatre.cast('4635', 'missing');
    const page = await sent(cast, { role: 'relative', submitterName: '' });
    expectErrors(page, ['submitterName']);
    expect(page.html('title').text()).toMatch(/^Feil: /);
    await expectNoCase(cast);
  });

  it.each([
    ['eleven digits that are no number', '12345678901'],
    ['a birth date that does not exist', '31829900000'],
    ['a real number outside production', '15076500565'],
    ['letters', 'ikkje eit nummer'],
    ['the number of the person who is signed in', ''],
  ])('does not take %s for a national id', async (_what, wrong) => {
    const cast = theatre.cast('4635', 'national-id');
    const personNationalId = wrong || cast.numberOf(applicant);
    const page = await sent(cast, { role: 'relative', submitterName: 'Liv Pårørende', personNationalId });
    expectErrors(page, ['personNationalId']);
    expectTyped(page, { personNationalId });
  });

  it('keeps everything typed, however long, and says which field is too long', async () => {
    const cast = theatre.cast('4635', 'long');
    const needs = `${'Eg treng hjelp. '.repeat(1_300)}\n\n${markup}`;
    const page = await sent(cast, { needs, personName: `Kari ${markup}`, goals: markup });
    expectErrors(page, ['needs']);
    expectTyped(page, { needs });
    const browser = cast.visitor(applicant);
    const kept = await browser.open('/gulen/application/name');
    expectTyped(kept, { personName: `Kari ${markup}` });
    expect(kept.html('main script')).toHaveLength(0);
    // Mended, the very same words are taken, with the markup as what it is: text.
    const wrong = { personEmail: 'ikkje-ei-adresse', personPhone: '12' };
    const reach = await walkForm(browser, start, { ...application(cast), needs: markup, goals: markup, ...wrong });
    expectErrors(reach, ['personEmail', 'personPhone']);
    expectTyped(reach, wrong);
    const summary = await walkForm(browser, start, application(cast));
    expect(summary.text).toContain(markup);
    const receipt = await sendForm(browser, summary);
    expect(receipt.status).toBe(200);
    expect(receipt.text).toContain(markup);
    expect(receipt.html('main script')).toHaveLength(0);
    await cast.settle();
    const caseId = receipt.url.pathname.split('/').at(-1) ?? '';
    const file = await theatre.observer.load(caseId);
    expect(file.case.account.needs).toBe(markup);
    expect(file.letters).toMatchObject([{ kind: 'receipt' }]);
  });

  it('is told apart from a body that is no form, or is larger than any form', async () => {
    const cast = theatre.cast('4635', 'body');
    const browser = cast.visitor(applicant);
    await startOver(browser, start);
    await sent(cast, { needs: '' });
    const form = fillIn(await browser.open('/gulen/application/needs'), { needs: 'Hjelp' });
    const fields = new URLSearchParams(form.fields);
    fields.set('needs', 'x'.repeat(700_000));
    expect((await browser.post({ action: form.action, fields })).status).toBe(400);
    fields.set('needs', 'x'.repeat(11 * 1024 * 1024));
    expect((await browser.post({ action: form.action, fields })).status).toBe(413);
    const multipart = new FormData();
    for (const [name, value] of form.fields) multipart.append(name, value);
    expect((await browser.exchange(form.action, { method: 'POST', body: multipart })).status).toBe(400);
    const broken = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await browser.exchange(form.action, { ...broken, body: '%ff=%zz&csrf=%' })).status).toBe(403);
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await browser.exchange(form.action, { method })).status, method).toBeLessThan(500);
    }
  });

  it.each(['/oslo', '/oslo/application', '/4601', "/'%20OR%201=1"])(
    'meets a page with the five municipalities at %s',
    async (address) => {
      const { status, page } = await createVisitor(theatre.runtime.urls.pages).exchange(address);
      expect(status).toBe(404);
      for (const { name, slug } of municipalities) {
        expect(page.html(`main a[href="/${slug}"]`).text(), address).toBe(name);
      }
    },
  );

  it('of a task is shown again with what was typed, in the words of the page', async () => {
    const cast = theatre.cast('4635', 'task');
    await cast.apply(applicant, application(cast));
    const caseworker = cast.visitor('gulen-caseworker');
    const open = await caseworker.open(await cast.taskLink('assessment'));
    const typed: Values = {
      ...texts(cast),
      facts: markup,
      plan: 'refused',
      coordinator: 'granted',
      childCoordinator: 'not-applied',
      reasons: '',
    };
    const page = await caseworker.send(open, typed);
    expectErrors(page, ['reasons']);
    expectTyped(page, typed);
    const long = await caseworker.send(page, {
      ...typed,
      reasons: 'lang '.repeat(5_000),
      childCoordinator: 'not-applied',
    });
    expectErrors(long, ['reasons']);
    const fabricated = new URLSearchParams(fillIn(long, { facts: 'x', reasons: 'y' }).fields);
    fabricated.set('plan', 'granted; DROP TABLE');
    const answer = await caseworker.post({ action: long.url, fields: fabricated });
    expectErrors(answer.page, ['plan']);
    expect((await cast.file()).answers).toEqual([]);
  });

  /** The page that does not take one of the values. */
  async function sent(cast: Cast, values: Values): Promise<Page> {
    const browser = cast.visitor(applicant);
    await startOver(browser, start);
    return walkForm(browser, start, { ...application(cast), ...values });
  }

  async function expectNoCase(cast: Cast): Promise<void> {
    const list = await cast.visitor(applicant).open(`/${cast.slug}/cases`);
    expect(list.html('a[href*="/cases/"]')).toHaveLength(0);
  }
});

/** Every named field is in the summary with a link to the field itself, and marked there. */
function expectErrors({ status, html, text }: Page, fields: readonly string[]): void {
  expect(status, text.slice(0, 200)).toBe(422);
  for (const field of fields) {
    expect(html(`[role="alert"] a[href="#field-${field}"]`), field).toHaveLength(1);
    expect(html(`#field-${field}`), field).toHaveLength(1);
  }
}

/** What was typed stands in the fields, to the letter. */
function expectTyped({ html, url }: Page, values: Values): void {
  const shown = new Map(
    html('form[method="post" i]')
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );
  for (const [name, value] of Object.entries(values)) {
    const kept = (shown.get(name) ?? '').replaceAll('\r\n', '\n');
    expect(kept, `${name} at ${url.pathname}`).toBe([value].flat()[0]);
  }
}
