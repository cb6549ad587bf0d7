import { page as appealPage, desk } from '../../public/paper-appeal-desk.ts';
import { atForm, office, ownPaper } from '../../public/paper-office.ts';
import { type Room, type Sight, sight } from './sight.ts';

/** Where staff begin, the scan of a paper form, the form they enter it in, and its receipt. */
export const paperForms: Room = async () => {
  const { browser, send } = await atForm({ scan: 'no scan' });
  const whole = await atForm();
  return [
    sight('where staff begin', await browser.get('/gulen/staff')),
    sight('a scan that is refused', await browser.get('/gulen/paper')),
    sight('a paper form', await browser.get('/gulen/paper/form')),
    sight('a paper form with errors', await send({ receivedOn: '2027-01-01' }), 422),
    sight('a paper form that was registered', await whole.browser.follow(await whole.send(ownPaper))),
  ];
};

/** An appeal on paper, a need the municipality saw itself, and a right that is to be changed. */
export const registering: Room = async () => [
  ...(await emptyAndWrong('an appeal on paper', appealPage)),
  await registeredAppeal(),
  ...(await emptyAndWrong('a need the municipality saw', '/gulen/staff/need')),
  ...(await emptyAndWrong('a right to change', '/gulen/staff/change')),
];

async function emptyAndWrong(name: string, page: string): Promise<readonly Sight[]> {
  const { browser } = await office();
  const empty = await browser.get(page);
  const wrong = await browser.post(page, { submissionKey: browser.hidden('submissionKey'), receivedOn: '2027-01-01' });
  return [sight(name, empty), sight(`${name} with errors`, wrong, 422)];
}

async function registeredAppeal(): Promise<Sight> {
  const { browser, send } = await desk();
  return sight('an appeal on paper that was registered', await browser.follow(await send()));
}
