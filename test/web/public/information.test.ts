import { describe, expect, it } from 'vitest';
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
