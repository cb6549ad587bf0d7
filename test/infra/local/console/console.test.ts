import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../../../infra/local/runtime.ts';
import { clientOptions, post, startFixture } from '../support.ts';

describe('the console', () => {
  let runtime: Runtime;

  beforeAll(async () => {
    ({ runtime } = await startFixture());
    await post(runtime, 'start', { caseId: 'K1' });
    await runtime.idle();
  }, 60_000);
  afterAll(() => runtime.stop());

  const get = (path: string) => fetch(`${runtime.urls.console}${path}`);
  const move = (advance: unknown) =>
    fetch(`${runtime.urls.console}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance }),
    });

  it('shows mail, executions, cases and the clock on one page without scripts', async () => {
    const text = await (await get('/')).text();
    expect(text).toContain('2026-03-02 09:0');
    expect(text).toContain('Spørsmål');
    expect(text).toContain('>K1</a>');
    expect(text).toContain('RUNNING');
    expect(text).toContain('+1 month');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('http-equiv="refresh"');
    expect(await (await get('/?live')).text()).toContain('http-equiv="refresh"');
  });

  it('shows a mail with links to follow, and the file', async () => {
    const list = (await (await get('/mail')).json()) as { id: string; to: string }[];
    expect(list).toMatchObject([{ to: 'ola@example.test', subject: 'Spørsmål' }]);
    const link = `${runtime.urls.pages}/echo/K1?answer=æ`;
    expect(await (await get(`/read/${list[0]?.id}`)).text()).toContain(
      `<a href="${link}" rel="noreferrer">${link}</a>.`,
    );
    const file = await get(`/mail/${list[0]?.id}`);
    expect(file.headers.get('content-type')).toBe('message/rfc822');
    expect(await file.text()).toContain('Delivered-To: ola@example.test');
    expect((await get('/mail/..%2Fclock')).status).toBe(404);
  });

  it('shows where an execution is', async () => {
    const list = (await (await get('/executions')).json()) as { executionArn: string }[];
    const page = await (await get(`/execution?arn=${encodeURIComponent(list[0]?.executionArn ?? '')}`)).text();
    expect(page).toMatch(/<svg[^>]*role="img"[\s\S]*>Ask<\/text>[\s\S]*<\/svg>/);
    expect(page).toMatch(/class="visited">\s*✓ Register/);
    expect(page).toMatch(/class="current" aria-current="step">\s*● Ask/);
    expect(page).toMatch(/class="unvisited">\s*○ Rest/);
    expect(page).toContain('TaskStateEntered');
  });

  it('moves the clock for a program', async () => {
    const before = (await (await get('/clock')).json()) as { now: string; nextTimer: { at: string; name: string } };
    expect(before.nextTimer.name).toMatch(/^Fixture-Tick/);
    const later = (await (await move('P1D')).json()) as { now: string };
    expect(later.now.slice(0, 13)).toBe('2026-03-03T08');
    const next = (await (await move('next')).json()) as { now: string; nextTimer: { name: string } };
    expect(next.now.slice(0, 10)).toBe('2026-03-09');
    // Summer time begins on 29 March: the same hour in Norway is an hour earlier in UTC.
    const month = (await (await move('P1M')).json()) as { now: string };
    expect(month.now.slice(0, 13)).toBe('2026-04-09T07');
    const to = (await (await move({ to: '2026-05-01T00:00:00Z' })).json()) as { now: string };
    expect(to.now.slice(0, 16)).toBe('2026-05-01T00:00');
  });

  it.each([['yesterday'], [{ to: 'soon' }], [{ to: '2020-01-01T00:00:00Z' }], [undefined]])(
    'says no to %j',
    async (advance) => {
      expect((await move(advance)).status).toBe(400);
    },
  );

  it('moves the clock for a person, but not for another site', async () => {
    const init = { method: 'POST', body: new URLSearchParams({ advance: 'P1W' }), redirect: 'manual' as const };
    const form = await fetch(`${runtime.urls.console}/clock`, init);
    expect([form.status, form.headers.get('location')]).toEqual([303, '/']);
    const foreign = await fetch(`${runtime.urls.console}/clock`, {
      ...init,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
  });

  it('waits with its answer until what the time brought is done', async () => {
    const states = new SFNClient(clientOptions(runtime));
    const stateMachineArn = String(runtime.outputs.machine);
    await states.send(new StartExecutionCommand({ stateMachineArn, name: 'K2', input: '{"caseId":"K2"}' }));
    await move('P1M');
    const list = (await (await get('/executions')).json()) as { name: string; status: string }[];
    expect(list.find(({ name }) => name === 'K2')?.status).toBe('SUCCEEDED');
  });
});
