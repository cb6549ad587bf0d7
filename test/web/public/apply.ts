import { osloDate } from '../../../functions/core/calendar.ts';
import { newCaseId } from '../../../functions/core/case-id.ts';
import { type Answers, answered, firstUnanswered } from '../../../functions/intake/application/steps.ts';
import { createDrafts } from '../../../functions/intake/pages/draft.ts';
import { answersTo, questionForm, sendForm, type Walker } from '../../journeys/driver/form.ts';
import { fillIn, type Page, readPage, type Values } from '../../journeys/driver/page.ts';
import { type Browser, requestTime, type Seen } from '../../support/browser.ts';
import { publicApp } from './public-app.ts';

/** Path of Gulen's form. */
export const form = '/gulen/application';

/** What somebody types, and in which app. */
type Fields = Readonly<Record<string, string>>;

/** A walker of the form in front of an app without a network. */
export function walker(browser: Browser): Walker & { readonly seen: () => Seen } {
  let seen: Seen;
  async function pageAt(path: string, answer: Seen): Promise<Page> {
    seen = answer;
    const next = answer.location;
    if (next?.startsWith('/')) return pageAt(next, await browser.get(next));
    return readPage(new URL(path, 'https://plan.example'), answer.status, answer.text);
  }
  return {
    open: async (path) => pageAt(String(path), await browser.get(String(path))),
    send: async (page, values, matches) => {
      const { action, fields } = fillIn(page, values, matches);
      return pageAt(action.pathname, await browser.post(action.pathname, Object.fromEntries(fields)));
    },
    seen: () => seen,
  };
}

/** As {@link walk}, with the answers that are right put into the draft at once: pages that are not looked at cost time. */
export async function jump(nationalId: string, fields: Fields, app = publicApp()) {
  const browser = await app.signedIn(nationalId);
  const walking = walker(browser);
  const owner = { municipality: '4635', nationalId };
  const at = new Date(requestTime).toISOString();
  const context = { nationalId, environment: 'test', today: osloDate(at) } as const;
  const drafts = createDrafts(app.shortLived);
  const before = await drafts.load(owner, at);
  let answers: Answers = before ?? { values: {}, done: [] };
  let open = firstUnanswered(answers, context);
  while (open) {
    const next = answered(answers, { step: open, typed: fields }, context);
    if (!next.done.includes(open)) break;
    answers = next;
    open = firstUnanswered(answers, context);
  }
  const submissionKey = before?.submissionKey ?? newCaseId(app.random());
  await drafts.save(owner, { ...answers, submissionKey, savedAt: at });
  const page = open ? await answer(walking, open, fields) : await walking.open(`${form}/summary`);
  return { ...app, browser, walking, page };
}

/** Answers the form and sends it; gives back the page one lands on and the case, if there is one. */
export async function apply(nationalId: string, fields: Fields, app = publicApp()) {
  const jumped = await jump(nationalId, fields, app);
  const { walking, page: last } = jumped;
  const page = last.url.pathname.endsWith('/summary') ? await sendForm(walking, last) : last;
  const caseId = /receipt\/([a-z2-7]{26})/.exec(page.url.pathname)?.[1] ?? '';
  return { ...jumped, page: walking.seen(), at: page, caseId, file: await app.store.load(caseId) };
}

/** Answers one question of the form on its own page. */
export async function answer(walking: Walker, step: string, values: Values): Promise<Page> {
  const page = await walking.open(`${form}/${step}`);
  return walking.send(page, answersTo(page, values), questionForm(page));
}
