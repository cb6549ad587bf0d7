import { Hono } from 'hono';
import { createPersonId, createSessions } from '../../../functions/identity/index.ts';
import type { CaseStore } from '../../../functions/platform/case-store.ts';
import type { Executions } from '../../../functions/platform/executions.ts';
import type { WebEnv } from '../../../functions/platform/http/index.ts';
import { createAnswers } from '../../../functions/tasks/answers.ts';
import { createCompletion } from '../../../functions/tasks/completion.ts';
import { createPublicApp } from '../../../functions/web/public/app.ts';
import { Browser, requestTime } from '../../support/browser.ts';
import { fakeMailer } from '../../support/fakes.ts';
import { createMemoryShortLived } from '../../support/memory-short-lived.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { memoryUploads } from '../../support/memory-uploads.ts';

const publicUrl = 'https://plan.example';
const secret = async () => 'session secret';

/** Kari, an adult who applies. */
export const kari = '14858510016';
/** Rolf, a relative of Magnhild. */
export const rolf = '21825830003';
/** Magnhild, whom a need is reported for. */
export const magnhild = '09914915047';
/** Anne, mother of Ida. */
export const anne = '30848125098';
/** Ida, 15 years old. */
export const ida = '05861170170';
/** Sander, 17 years old. */
export const sander = '17830960015';
/** Helge, a health worker. */
export const helge = '19888822189';

/** The public pages over a store in memory, with a record of what they told Step Functions. */
export function publicApp(store: CaseStore = createMemoryStore(), others: Partial<Executions> = {}) {
  const executions = new Map<string, unknown>();
  const callbacks: { readonly token: string; readonly output: unknown }[] = [];
  const reported: unknown[] = [];
  const shortLived = createMemoryShortLived();
  const sessions = createSessions({ secret, publicUrl, kept: shortLived });
  const noIssuer = () => {
    throw new Error('no issuer in this test');
  };
  const client = {
    issuer: 'https://issuer.example',
    leave: noIssuer,
    comeBack: noIssuer,
    signOutUrl: async () => undefined,
  };
  const uploads = memoryUploads();
  const mailer = fakeMailer();
  const told = {
    succeed: async (token: string, output: unknown) => {
      callbacks.push({ token, output });
      return 'delivered' as const;
    },
  };
  let made = 0;
  const random = () => {
    made += 1;
    return new Uint8Array(16).fill(made);
  };
  const app = createPublicApp({
    publicUrl,
    sessionSecret: secret,
    report: (error) => reported.push(error),
    sessions,
    clients: { person: client, staff: client },
    environment: 'test',
    personId: createPersonId(async () => 'person key'),
    store,
    objects: { get: async (key) => (key.startsWith('letters/') ? Buffer.from(`%PDF ${key}`) : undefined) },
    uploads,
    shortLived,
    completion: createCompletion({ store, callbacks: told }),
    answers: createAnswers({ store, callbacks: told }),
    mailer,
    executions: {
      startApplication: async (input) => void executions.set(input.caseId, input),
      startAppeal: async (input) => void executions.set(`${input.caseId}-appeal-${input.appealNumber}`, input),
      ...others,
    },
    blankForm: async ({ form, municipality, language }) => Buffer.from(`%PDF ${form} ${municipality} ${language}`),
    random,
  });

  /** A browser in which somebody has just signed in. */
  async function signedIn(nationalId: string, time = requestTime): Promise<Browser> {
    const door = new Hono<WebEnv>().get('/', async (c) => {
      await sessions.begin(
        c,
        { kind: 'person', nationalId, name: '' },
        { idToken: 'id token', sid: `sid of ${nationalId}` },
      );
      return c.text('in');
    });
    const answer = await door.request('/', {}, { requestContext: { timeEpoch: time } });
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
    const browser = new Browser(app);
    browser.time = time;
    browser.setCookie(name, value);
    return browser;
  }

  return { app, store, sessions, uploads, mailer, shortLived, random, executions, callbacks, reported, signedIn };
}

/** A filled-in form of an adult who applies alone for both. */
export const ownApplication: Readonly<Record<string, string>> = {
  role: 'self',
  personName: 'Kari Testperson',
  personEmail: 'kari@innbygger.example',
  wishPlan: 'yes',
  wishCoordinator: 'yes',
  needs: 'Eg treng at tenestene snakkar saman.\n<script>alert(1)</script>',
  consentPlan: 'yes',
  consentSharing: 'no',
  language: 'nn',
  contact: 'digital',
  addressShielded: 'no',
};

/** A relative's report of Magnhild's need. */
export const relativesReport: Readonly<Record<string, string>> = {
  ...ownApplication,
  role: 'relative',
  submitterName: 'Rolf Testperson',
  submitterEmail: 'rolf@innbygger.example',
  personName: 'Magnhild Testperson',
  personNationalId: magnhild,
  personEmail: 'magnhild@innbygger.example',
};
