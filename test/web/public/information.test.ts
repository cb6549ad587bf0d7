import { describe, expect, it } from 'vitest';
import { municipalities } from '../../../functions/municipalities/index.ts';
import { kari, publicApp } from './public-app.ts';

describe('information', () => {
  it('lists the municipalities', async () => {
    const { app } = publicApp();
    const page = await app.request('/', {}, { requestContext: { timeEpoch: 0 } });
    const text = await page.text();
    for (const name of ['Gjøvik', 'Gulen', 'Kristiansand', 'Vindafjord', 'Ålesund']) expect(text).toContain(name);
  });

  it('is in the municipality’s language until another is chosen', async () => {
    const browser = await publicApp().signedIn(kari);
    expect((await browser.get('/gulen')).text).toContain('Søk eller meld frå om behov');
    expect((await browser.get('/gjovik')).text).toContain('Søk eller meld fra om behov');
    expect((await browser.get('/gulen?lang=nb')).text).toContain('Søk eller meld fra om behov');
  });

  it('is in English for who asks, with the names of laws as they are', async () => {
    const browser = await publicApp().signedIn(kari);
    const front = await browser.get('/?lang=en');
    expect(front.text).toContain('Choose the municipality where the person lives');
    const page = await browser.get('/gulen');
    expect(page.text).toContain('<html lang="en"');
    expect(page.text).toContain('pasient- og brukerrettighetsloven (the Patient and User Rights Act)');
    expect(page.text).toContain('Do not send health information by e-mail');
    expect(page.text).toContain('href="/gulen/application"');
  });

  it.each(municipalities)(
    'of $name has the forms on paper, the plan tool, the ombudsman and the privacy page',
    async (m) => {
      const browser = await publicApp().signedIn(kari);
      const page = await browser.get(`/${m.slug}`);
      for (const form of ['application', 'mandate', 'appeal']) {
        const links = [...page.text.matchAll(new RegExp(`/${m.slug}/forms/${form}\\.(nb|nn)\\.pdf`, 'g'))];
        expect(links.map(([, language]) => language)).toEqual(m.language === 'nn' ? ['nn', 'nb'] : ['nb', 'nn']);
      }
      expect(page.text).toContain(`href="/${m.slug}/appeal"`);
      expect(page.text).toContain(`href="${m.ombudsman.web}"`);
      if (m.planTool.url !== undefined) expect(page.text).toContain(`href="${m.planTool.url}"`);
      expect(page.text).toContain(`href="/${m.slug}/privacy"`);
    },
  );

  it('says in each language what is kept, why and what one can ask for', async () => {
    const browser = await publicApp().signedIn(kari);
    const norwegian = [
      /artikkel 6 nr\. 1 bokstav c/,
      /artikkel 9 nr\. 2 bokstav h/,
      /arkivlova/,
      /Datatilsynet/,
      /åpnet saken|opna saka/,
    ];
    for (const language of ['nb', 'nn']) {
      const { text } = await browser.get(`/vindafjord/privacy?lang=${language}`);
      for (const fact of norwegian) expect(text).toMatch(fact);
    }
    const { text } = await browser.get('/vindafjord/privacy?lang=en');
    for (const fact of [/article 6\(1\)\(c\)/, /article 9\(2\)\(h\)/, /arkivlova/, /Datatilsynet/, /opened the case/]) {
      expect(text).toMatch(fact);
    }
  });

  it.each([
    ['/orskog', '/alesund'],
    ['/1523/application?lang=nn', '/alesund/application?lang=nn'],
    ['/4635', '/gulen'],
  ])('redirects the former or numeric address %s to %s', async (from, to) => {
    const browser = await publicApp().signedIn(kari);
    const answer = await browser.get(from);
    expect([answer.status, answer.location]).toEqual([301, to]);
  });

  it('answers an unknown municipality with the known ones', async () => {
    const browser = await publicApp().signedIn(kari);
    const page = await browser.get('/atlantis/application');
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="/vindafjord"');
  });
});
