import type { Case } from '../../../functions/core/case.ts';
import type { TaskKind, TaskRecord } from '../../../functions/core/records.ts';
import { createSessions } from '../../../functions/identity/index.ts';
import type { Session, StaffSession } from '../../../functions/identity/session.ts';
import type { CaseStore } from '../../../functions/platform/case-store.ts';
import { createAnswers } from '../../../functions/tasks/answers.ts';
import { createLinks } from '../../../functions/tasks/links.ts';
import { createDrafts } from '../../../functions/tasks/pages/drafts.ts';
import { createPassOn } from '../../../functions/tasks/pass-on.ts';
import { createTasksApp } from '../../../functions/web/tasks/app.ts';
import { Browser } from '../../support/browser.ts';
import { aCase, anEvent, aTask } from '../../support/builders.ts';
import { fakeMailer } from '../../support/fakes.ts';
import { createMemoryShortLived } from '../../support/memory-short-lived.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

const publicUrl = 'https://plan.example';

/** The caseworker of Gulen as signed in. */
export const gulenCaseworker: StaffSession = {
  kind: 'staff',
  id: 'gulen-caseworker',
  name: 'Sak Testhandsamar',
  municipality: '4635',
  roles: ['caseworker'],
};
/** The approving leader of Gulen as signed in. */
export const gulenApprover: StaffSession = {
  ...gulenCaseworker,
  id: 'gulen-approver',
  name: 'Leia Testleiar',
  roles: ['approver'],
};

/** The task pages over a store in memory, with callbacks that are counted and sessions that are simply begun. */
export async function openOffice(given: { readonly case?: Partial<Case>; readonly preview?: Uint8Array } = {}) {
  const store = createMemoryStore();
  const callbacks: { token: string; output: unknown }[] = [];
  const done = new Set<string>();
  const succeed = async (token: string, output: unknown): Promise<'delivered' | 'gone'> => {
    if (done.has(token)) return 'gone';
    done.add(token);
    callbacks.push({ token, output });
    return 'delivered';
  };
  const secret = async () => 'session-secret';
  const sessions = createSessions({ secret, publicUrl, kept: createMemoryShortLived() });
  const links = createLinks({ key: 'link-key', publicUrl });
  const mailer = fakeMailer();
  const reported: unknown[] = [];
  const app = createTasksApp(
    { publicUrl, sessionSecret: secret, report: (error) => reported.push(error) },
    {
      store,
      links: async () => links,
      answers: createAnswers({ store, callbacks: { succeed } }),
      signIn: sessions,
      preview: async () => given.preview,
      passOn: createPassOn({ store, mailer, links: async () => links }),
      drafts: createDrafts(createMemoryShortLived()),
      uploads: { download: async ({ id }, { filename }) => `https://bucket.example/${id}?as=${filename}` },
    },
  );
  app.post('/test/sign-in', async (c) => {
    await sessions.begin(c, JSON.parse(c.var.form.session ?? '{}'), { idToken: 'id-token', sid: 'sid' });
    return c.text('ok');
  });
  // A valid token for any path, as one has who opened the page while it was still one's own.
  app.get('/test/form', (c) => {
    const path = c.req.query('for') ?? '/test/sign-in';
    return c.html(`<form action="${path}"><input name="csrf" value="${c.var.csrfToken(path)}"></form>`);
  });
  const found = aCase({ state: 'in-assessment', ...given.case });
  await store.create({ case: found, submissionKey: 'one', event: anEvent() });
  const { caseId } = found;

  /** Opens a task and gives the path of its link. */
  async function ask(kind: TaskKind, overrides: Partial<TaskRecord> = {}): Promise<string> {
    const task = aTask({ kind, token: `token-${kind}`, ...overrides });
    const linked = { caseId, kind, key: task.key, recipient: task.recipient };
    await store.addOnce(caseId, 'task', { ...task, secretHash: links.secretHash(linked) });
    return links.link(linked).slice(publicUrl.length);
  }

  /** A browser, signed in when told as whom. */
  async function visitor(session?: Session): Promise<Browser> {
    const browser = new Browser(app);
    if (!session) return browser;
    await browser.get('/test/form');
    await browser.post('/test/sign-in', { session: JSON.stringify(session) });
    return browser;
  }

  return { app, store, caseId, ask, visitor, callbacks, reported, links, mailer };
}

/** Everything stored about a case but its access log: what a look must not change. */
export async function stored(store: CaseStore, caseId: string) {
  const file = await store.load(caseId);
  return { ...file, events: file?.events.filter(({ type }) => type !== 'viewed') };
}
