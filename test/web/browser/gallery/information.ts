import { Browser } from '../../../support/browser.ts';
import { decided, kariWith, path } from '../../public/karis-case.ts';
import { publicApp } from '../../public/public-app.ts';
import { type Room, sight } from './sight.ts';

/** What anybody may read. The five municipalities differ in data alone: one in each language stands for them. */
export const information: Room = async () => {
  const browser = new Browser(publicApp().app);
  const addresses = [
    '/',
    '/?lang=en',
    '/gulen',
    '/alesund?lang=nb',
    '/kristiansand?lang=en',
    '/vindafjord/privacy',
    '/vindafjord/privacy?lang=en',
    '/signed-out',
  ];
  const pages = [];
  for (const address of addresses) pages.push(sight(address, await browser.get(address)));
  return pages;
};

/** What went wrong: an unknown address, a session that is over, a form that is too old, one that is not one's own. */
export const wentWrong: Room = async () => {
  const { browser } = await kariWith(decided());
  const unknown = await browser.get('/nowhere');
  const form = { reasons: 'Eg er ikkje samd.\nEg treng koordinator no.' };
  await browser.get(`${path}/appeal`);
  const csrf = browser.csrf().replace(/^./, '2');
  browser.time += 2 * 60 * 60 * 1000;
  const over = await browser.post(`${path}/appeal`, form);
  const stale = await browser.post(`${path}/appeal?lang=en`, { ...form, csrf });
  return [
    sight('an unknown address', unknown, 404),
    sight('a session that is over, with what was typed', over, 401),
    sight('a form that is too old, with what was typed', stale, 403),
  ];
};
