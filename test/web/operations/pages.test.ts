import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { foreign, openControlRoom, operator, own } from './control-room.ts';

const page = `/operations/executions/application/${own}`;

describe('the list', () => {
  it("shows the operator's own municipality only, with what each case waits for", async () => {
    const room = await openControlRoom();
    const seen = await (await room.visitor(operator)).get('/operations');
    expect(room.reported).toEqual([]);
    expect(seen.status).toBe(200);
    const $ = load(seen.text);
    expect($('tbody tr')).toHaveLength(1);
    expect($('tbody tr').text()).toContain('GULEN-2026-000012');
    expect($('tbody tr').text()).toContain('drift, vurdering');
    expect(seen.text).not.toMatch(/VINDAFJORD|Kari/);
  });

  it('narrows by state, age and what is waited for, and pages on', async () => {
    const room = await openControlRoom({
      executions: [
        ...Array.from({ length: 260 }, (_, at) => ({
          name: `${own}-part-${at}-Assess`,
          startedAt: '2026-10-01T09:00:00.000Z',
        })),
        { name: own, status: 'FAILED' },
      ],
    });
    const browser = await room.visitor(operator);
    const rows = async (query: string) => load((await browser.get(`/operations?${query}`)).text)('tbody tr').length;
    expect(await rows('status=FAILED')).toBe(1);
    expect(await rows('status=')).toBe(25);
    expect(await rows('age=30')).toBe(25);
    expect(await rows('age=90')).toBe(0);
    expect(await rows('waiting=hold')).toBe(25);
    expect(await rows('waiting=consent')).toBe(0);
    expect(await rows('machine=appeal')).toBe(0);
    const first = load((await browser.get('/operations')).text);
    const next = first('a[href*="after="]').attr('href') ?? '';
    expect(load((await browser.get(next)).text)('tbody tr')).toHaveLength(25);
  });
});

describe('one execution', () => {
  it('is told as a graph with visited, current and failed states, and a history without content', async () => {
    const room = await openControlRoom();
    const seen = await (await room.visitor(operator)).get(page);
    expect(room.reported).toEqual([]);
    const $ = load(seen.text);
    const current = $('[aria-current=step]')
      .map((_, state) => $(state).text())
      .get();
    expect(current).toEqual(['BeforeDecision', 'HoldCasework', 'AwaitDeadline']);
    expect($('li:contains("RenderDecision")').last().text()).toContain('feila, saka gjekk vidare');
    expect($('tbody').text()).toContain('LetterRenderingError');
    expect(seen.text).not.toContain('Kari');
    expect($('h1')).toHaveLength(1);
    for (const field of $('input:not([type=hidden])').toArray())
      expect($(`label[for="${$(field).attr('id')}"]`)).toHaveLength(1);
  });

  it('does not exist for other municipalities, other roles, and other names', async () => {
    const room = await openControlRoom();
    const browser = await room.visitor(operator);
    const paths = [
      `/operations/executions/application/${foreign}`,
      `/operations/executions/application/${own.replace('22', '33')}`,
      '/operations/executions/application/..%2f..',
      `/operations/executions/other/${own}`,
      `/operations/holds/${foreign}`,
      '/operations/holds/nobody',
    ];
    const pages = await Promise.all(paths.map((path) => browser.get(path)));
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    for (const action of [`/operations/holds/${foreign}`, `/operations/executions/application/${foreign}/redrive`]) {
      await browser.get(`/test/form?for=${action}`);
      const hold = 'casework-application-1';
      expect((await browser.post(action, { action: 'retry', hold, mended: 'yes' })).status).toBe(404);
    }
    expect((await (await room.visitor({ ...operator, roles: ['caseworker'] })).get('/operations')).status).toBe(403);
    expect((await (await room.visitor()).get('/operations')).status).toBe(303);
    expect([room.callbacks, room.redriven]).toEqual([[], []]);
  });
});

describe('what operations can do', () => {
  it('answers a hold by a choice, once', async () => {
    const room = await openControlRoom();
    const browser = await room.visitor(operator);
    const path = `/operations/holds/${own}`;
    await browser.get(path);
    const hold = browser.hidden('hold');
    const unchosen = await browser.post(path, { hold });
    expect([unchosen.status, unchosen.location]).toEqual([303, `${path}?done=choose`]);
    expect(room.callbacks).toEqual([]);
    await browser.get(path);
    const done = await browser.follow(await browser.post(path, { hold, action: 'retry' }));
    expect(done.text).toContain('Steget blir køyrt på nytt.');
    expect(done.text).toContain('Saka ventar ikkje på drift.');
    expect(room.callbacks).toEqual([{ token: 'hold-token-1', output: { action: 'retry' } }]);
  });

  it('sends the very same link again, once per form', async () => {
    const room = await openControlRoom();
    const browser = await room.visitor(operator);
    await browser.get(page);
    const form = { csrf: browser.csrf(`${page}/link`), task: 'assessment-1', attempt: browser.hidden('attempt') };
    await browser.post(`${page}/link`, form);
    await browser.post(`${page}/link`, form);
    expect(room.mails).toHaveLength(1);
    expect(room.mails[0]).toMatchObject({
      key: 'task-assessment-1-again-1',
      template: 'task',
      to: 'saksbehandling@gulen.example',
      link: room.links.link({ caseId: own, kind: 'assessment', key: '1', recipient: 'caseworker' }),
    });
    await browser.get(page);
    expect(browser.hidden('attempt')).not.toBe('1');
  });

  it('redrives a failed execution when its cause is said to be mended', async () => {
    const failed = { name: own, status: 'FAILED', error: 'StoppedByOperations', redrivable: true } as const;
    const room = await openControlRoom({ executions: [failed] });
    const browser = await room.visitor(operator);
    await browser.get(page);
    expect((await browser.post(`${page}/redrive`, {})).location).toContain('done=choose');
    await browser.get(page);
    expect((await browser.post(`${page}/redrive`, { mended: 'yes' })).location).toContain('done=redrive');
    expect(room.redriven).toEqual([own]);
    const file = await room.store.load(own);
    const events = file?.events.filter(({ type }) => type === 'execution-redriven');
    expect(events).toMatchObject([{ actor: { id: 'gulen-operations' }, detail: { execution: own } }]);
  });
});
