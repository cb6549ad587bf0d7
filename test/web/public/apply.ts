import { publicApp } from './public-app.ts';

/** Path of Gulen's form. */
export const form = '/gulen/application';

/** Opens the form, sends it filled in, and gives back the page one lands on. */
export async function apply(nationalId: string, fields: Readonly<Record<string, string>>, app = publicApp()) {
  const browser = await app.signedIn(nationalId);
  await browser.get(form);
  const submissionKey = browser.hidden('submissionKey');
  const answer = await browser.post(form, { ...fields, submissionKey });
  const page = await browser.follow(answer);
  const caseId = /receipt\/([a-z2-7]{26})/.exec(answer.location ?? '')?.[1] ?? '';
  return { ...app, browser, answer, page, caseId, submissionKey, file: await app.store.load(caseId) };
}
