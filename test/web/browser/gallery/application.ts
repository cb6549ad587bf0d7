import { answersTo, questionForm, sendForm } from '../../../journeys/driver/form.ts';
import { answer, form, jump, walker } from '../../public/apply.ts';
import {
  anne,
  helge,
  ida,
  kari,
  magnhild,
  ownApplication,
  publicApp,
  relativesReport,
  rolf,
} from '../../public/public-app.ts';
import { type Room, type Sight, sight } from './sight.ts';

const onPaper = {
  ...ownApplication,
  contact: 'paper',
  personStreet: 'Vegen 1',
  personPostalCode: '5966',
  personCity: 'Eivindvik',
};
const attorneys = {
  ...ownApplication,
  role: 'attorney',
  attorneyLawyer: 'no',
  attorneyEmployed: 'no',
  mandateKind: 'written',
  mandate: 'Fullmakt av 1. november',
  submitterName: 'Fredrik',
  submitterEmail: 'fredrik@innbygger.example',
  personNationalId: magnhild,
};
const parents = {
  ...ownApplication,
  role: 'parent',
  submitterName: 'Anne Testperson',
  submitterEmail: 'anne@innbygger.example',
  personName: 'Ida Testperson',
  personNationalId: ida,
  wishChildCoordinator: 'yes',
};

/** Every question that this person is asked with these answers, and where it ends. */
async function questions(
  who: string,
  nationalId: string,
  fields: Readonly<Record<string, string>>,
  given = publicApp(),
) {
  const walking = walker(await given.signedIn(nationalId));
  const pages: Sight[] = [];
  let page = await walking.open(`${form}/role`);
  for (let count = 0; count < 40; count++) {
    const step = page.url.pathname.split('/').at(-1);
    pages.push(sight(`${who}: ${step}`, walking.seen(), page.status));
    if (step === 'summary' || page.status >= 400 || !questionForm(page)) break;
    page = await walking.send(page, answersTo(page, fields), questionForm(page));
  }
  return pages;
}

/** The form as somebody goes through it alone, from its start to the receipt, in the municipality's own language. */
export const ownForm: Room = async () => {
  const app = publicApp();
  const start = await (await app.signedIn(kari)).get(form);
  const pages = await questions('self', kari, onPaper, app);
  const { browser, walking } = await jump(kari, onPaper, app);
  const draft = await browser.get(form);
  const remove = await browser.get(`${form}/delete`);
  const english = await browser.get(`${form}/summary?lang=en`);
  await answer(walking, 'address', { personPostalCode: '12' });
  const wrong = walking.seen();
  await answer(walking, 'address', onPaper);
  await sendForm(walking, await walking.open(`${form}/summary?lang=nn`));
  return [
    sight('the start of the form', start),
    ...pages,
    sight('the start of the form, with a draft', draft),
    sight('deleting the draft', remove),
    sight('the summary in English', english),
    sight('a question with errors', wrong, 422),
    sight('the receipt', walking.seen()),
    sight('my cases', await browser.get('/gulen/cases')),
  ];
};

/** The questions only those who apply for others are asked: each once. */
export const formForAnother: Room = async () => {
  const asked = [
    ...(await questions('parent', anne, parents)),
    ...(await questions('attorney', kari, attorneys)),
    ...(await questions('relative', rolf, relativesReport)),
    ...(await questions('child', ida, { ...ownApplication, personName: 'Ida', tellParents: 'no' })),
  ];
  const stepOf = ({ name }: Sight) => name.split(': ')[1];
  // What everybody is asked is in the other room; the summary is another for each.
  const everybodys = new Set((await questions('self', kari, onPaper)).map(stepOf));
  everybodys.delete('summary');
  const own = asked.filter((page) => !everybodys.has(stepOf(page)));
  const once = new Map(own.toReversed().map((page) => [stepOf(page), page]));
  const app = publicApp();
  const { browser, walking } = await jump(kari, attorneys, app);
  app.uploads.put(browser.hidden('submissionKey'), 'good', '%PDF-1.7 fullmakt');
  app.uploads.put(browser.hidden('submissionKey'), 'bad', 'not a picture');
  await walking.open(`${form}/mandate-file?from=summary`);
  const files = walking.seen();
  const refused = await jump(helge, { ...attorneys, attorneyEmployed: 'yes' });
  return [
    ...once.values(),
    sight('uploaded files, one of them refused', files),
    sight('an employee who is refused', refused.walking.seen()),
  ];
};
