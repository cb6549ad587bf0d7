import { readFileSync } from 'node:fs';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { createSessions } from '../../../functions/identity/index.ts';
import type { StaffSession } from '../../../functions/identity/session.ts';
import { createContacts } from '../../../functions/messages/contacts.ts';
import type { Mail } from '../../../functions/messages/mailer.ts';
import { createHolds } from '../../../functions/operations/holds.ts';
import type { Execution, Executions } from '../../../functions/operations/pages/executions.ts';
import { createLinks } from '../../../functions/tasks/links.ts';
import { createOperationsApp } from '../../../functions/web/operations/app.ts';
import { Browser } from '../../support/browser.ts';
import { aCase, aHold, anEvent, aTask } from '../../support/builders.ts';
import { createMemoryShortLived } from '../../support/memory-short-lived.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

const publicUrl = 'https://plan.example';

/** An operator of Gulen as signed in. */
export const operator: StaffSession = {
  kind: 'staff',
  id: 'gulen-operations',
  name: 'Drift Testdrift',
  municipality: '4635',
  roles: ['operations'],
};

/** A case of Gulen and one of Vindafjord, by case id. */
export const own = 'testtesttesttesttesttest22';
export const foreign = 'elseelseelseelseelseelse22';

/** A lane of casework that failed at its letter and is held. */
const heldHistory: readonly HistoryEvent[] = [
  event(1, 0, 'ExecutionStarted'),
  entered(2, 0, 'Start'),
  exited(3, 2, 'Start'),
  entered(4, 3, 'BeforeDecision'),
  entered(5, 4, 'RenderDecision'),
  {
    ...event(6, 5, 'TaskFailed'),
    taskFailedEventDetails: {
      resourceType: 'lambda',
      resource: 'invoke',
      error: 'LetterRenderingError',
      cause: 'Kari',
    },
  },
  exited(7, 6, 'RenderDecision'),
  entered(8, 7, 'HoldCasework'),
  entered(9, 4, 'PlanDeadline'),
  exited(10, 9, 'PlanDeadline'),
  entered(11, 10, 'AwaitDeadline'),
];

function event(id: number, previousEventId: number, type: HistoryEvent['type']): HistoryEvent {
  return { id, previousEventId, type, timestamp: new Date('2026-11-24T09:00:00.000Z') };
}
function entered(id: number, previousEventId: number, name: string): HistoryEvent {
  return { ...event(id, previousEventId, 'TaskStateEntered'), stateEnteredEventDetails: { name } };
}
function exited(id: number, previousEventId: number, name: string): HistoryEvent {
  return { ...event(id, previousEventId, 'TaskStateExited'), stateExitedEventDetails: { name } };
}

/** The operations pages over a store in memory and executions told by hand. */
export async function openControlRoom(given: { readonly executions?: readonly Partial<Execution>[] } = {}) {
  const store = createMemoryStore();
  const secret = async () => 'session-secret';
  const sessions = createSessions({ secret, publicUrl, kept: createMemoryShortLived() });
  const links = createLinks({ key: 'link-key', publicUrl });
  const mails: Mail[] = [];
  const callbacks: { token: string; output: unknown }[] = [];
  const redriven: string[] = [];
  const reported: unknown[] = [];
  const base = {
    status: 'RUNNING',
    startedAt: '2026-11-24T09:00:00.000Z',
    stoppedAt: undefined,
    error: undefined,
  } as const;
  const all = (given.executions ?? [{ name: own }, { name: foreign }]).map(
    (execution): Execution => ({ ...base, redrivable: false, name: own, ...execution }),
  );
  const executions: Executions = {
    list: async ({ machine, status, cursor = '0', limit }) => {
      const matching = all.filter(
        (one) => one.name.includes('-appeal-') === (machine === 'appeal') && (!status || one.status === status),
      );
      const end = Number(cursor) + limit;
      return { executions: matching.slice(Number(cursor), end), ...(end < matching.length && { cursor: String(end) }) };
    },
    describe: async (_, name) => all.find((one) => one.name === name),
    definition: async (machine) => readFileSync(`infra/workflow/${machine}.asl.json`, 'utf8'),
    history: async () => heldHistory,
    redrive: async (_, name) => redriven.push(name) === 1,
  };
  const succeed = async (token: string, output: unknown) => {
    callbacks.push({ token, output });
    return 'delivered' as const;
  };
  const app = createOperationsApp(
    { publicUrl, sessionSecret: secret, report: (error) => reported.push(error) },
    {
      store,
      sessions,
      executions,
      holds: createHolds({ store, callbacks: { succeed, fail: succeed } }),
      // The real mailer's promise: one mail per case and key.
      mailer: { send: async (mail) => void (mails.some(({ key }) => key === mail.key) || mails.push(mail)) },
      contacts: createContacts(),
      links: async () => links,
    },
  );
  app.post('/test/sign-in', async (c) => {
    await sessions.begin(c, JSON.parse(c.var.form.session ?? '{}'), { idToken: 'id-token', sid: 'sid' });
    return c.text('ok');
  });
  app.get('/test/form', (c) => {
    const path = c.req.query('for') ?? '/test/sign-in';
    return c.html(`<form action="${path}"><input name="csrf" value="${c.var.csrfToken(path)}"></form>`);
  });
  await store.create({ case: aCase({ state: 'decided' }), submissionKey: 'own', event: anEvent() });
  const elsewhere = aCase({ caseId: foreign, municipality: '1160', caseNumber: 'VINDAFJORD-2026-000001' });
  await store.create({ case: elsewhere, submissionKey: 'foreign', event: anEvent() });
  for (const caseId of [own, foreign]) {
    await store.addOnce(caseId, 'hold', aHold());
    await store.addOnce(caseId, 'task', aTask());
  }

  /** A browser, signed in when told as whom. */
  async function visitor(session?: StaffSession): Promise<Browser> {
    const browser = new Browser(app);
    if (!session) return browser;
    await browser.get('/test/form');
    await browser.post('/test/sign-in', { session: JSON.stringify(session) });
    return browser;
  }
  return { app, store, visitor, mails, callbacks, redriven, reported, links };
}
