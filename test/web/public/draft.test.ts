import { describe, expect, it } from 'vitest';
import { requestTime } from '../../support/browser.ts';
import { answer, apply, form, jump, walker } from './apply.ts';
import { kari, ownApplication, publicApp, rolf } from './public-app.ts';

const day = 86_400_000;

describe('a draft', () => {
  it('is kept with every answer, also a wrong one, over a closed browser; and is nobody else’s', async () => {
    const app = publicApp();
    const walking = walker(await app.signedIn(kari));
    await answer(walking, 'role', { role: 'self' });
    const wrong = await answer(walking, 'name', { personName: 'x'.repeat(201) });
    expect(wrong.status).toBe(422);
    expect(wrong.html('[name="personName"]').val()).toHaveLength(201);
    await answer(walking, 'name', { personName: 'Kari & «co»' });

    const again = walker(await app.signedIn(kari, requestTime + 29 * day));
    const start = await again.open(form);
    expect(start.text).toContain('Du har ein kladd');
    expect(start.text).toContain('24. november 2026');
    expect(start.text).toContain('24. desember 2026');
    const onward = await again.open(start.html('main .site-box a.ds-button').attr('href') ?? '');
    expect(onward.url.pathname).toBe(`${form}/wishes`);
    expect((await again.open(`${form}/name`)).html('[name="personName"]').val()).toBe('Kari & «co»');

    const other = walker(await app.signedIn(rolf));
    expect((await other.open(form)).text).not.toContain('Du har ein kladd');
    expect((await other.open(`${form}/name`)).url.pathname).toBe(`${form}/role`);
    const late = walker(await app.signedIn(kari, requestTime + 32 * day));
    expect((await late.open(form)).text).not.toContain('Du har ein kladd');
    expect(app.reported).toEqual([]);
  });

  it('is not made by looking, and not shared between municipalities', async () => {
    const app = publicApp();
    const walking = walker(await app.signedIn(kari));
    for (const path of [form, `${form}/role`, `${form}/summary`, `${form}/delete`, `${form}/refused`])
      await walking.open(path);
    expect((await walking.open(form)).text).not.toContain('Du har ein kladd');
    await answer(walking, 'role', { role: 'self' });
    expect((await walking.open(form)).text).toContain('Du har ein kladd');
    expect((await walking.open('/gjovik/application')).text).not.toContain('Du har en kladd');
  });

  it('goes by a choice that is posted, and by being sent', async () => {
    const app = publicApp();
    const walking = walker(await app.signedIn(kari));
    await answer(walking, 'role', { role: 'self' });
    const ask = () => walking.open(`${form}/delete`);
    expect((await walking.send(await ask(), {}, `[action="${form}/delete"]`)).status).toBe(422);
    await walking.send(await ask(), { choice: 'no' });
    expect((await walking.open(form)).text).toContain('Du har ein kladd');
    expect((await walking.send(await ask(), { choice: 'yes' })).text).toContain('Kladden er sletta');
    expect((await walking.open(form)).text).not.toContain('Du har ein kladd');

    const { walking: sender } = await apply(kari, ownApplication, app);
    expect((await sender.open(form)).text).not.toContain('Du har ein kladd');
  });
});

describe('the summary', () => {
  it('shows everything as typed, leads to each answer and back, and sends on a choice only', async () => {
    const { walking, page, store } = await jump(kari, { ...ownApplication, personPhone: '90 00 00 00' });
    expect(page.text).toContain('Eg treng at tenestene snakkar saman.');
    expect(page.html('main script')).toHaveLength(0);
    const links = page
      .html('main dl a')
      .toArray()
      .map((link) => page.html(link));
    expect(new Set(links.map((link) => link.attr('aria-label'))).size).toBe(links.length);
    for (const link of links) {
      const open = await walking.open(link.attr('href') ?? '');
      expect(open.status).toBe(200);
      expect(`${open.url.pathname}?from=summary`).toBe(link.attr('href'));
    }
    const needs = await walking.open(`${form}/needs?from=summary`);
    const back = await walking.send(needs, { needs: 'Noko anna' });
    expect(back.url.pathname).toBe(`${form}/summary`);
    expect(back.text).toContain('Noko anna');
    // A change that raises a new question asks it, and comes back again.
    const letters = await walking.open(`${form}/letters?from=summary`);
    const address = await walking.send(letters, { contact: 'paper' });
    expect(address.url.pathname).toBe(`${form}/address`);
    const street = { personStreet: 'Testvegen 1', personPostalCode: '5966', personCity: 'Eivindvik' };
    const whole = await walking.send(address, street);
    expect(whole.url.pathname).toBe(`${form}/summary`);
    const refused = await walking.send(whole, {}, `[action="${form}/summary"]`);
    expect(refused.status).toBe(422);
    expect(refused.html('[role="alert"] a[href="#field-confirmed"]')).toHaveLength(1);
    expect(await store.listByPerson('4635', kari)).toEqual([]);
  });

  it('and every page before it speaks English too, while the case stays Norwegian', async () => {
    const { walking, page } = await jump(kari, ownApplication);
    const pages = [
      ...new Set(
        page
          .html('main dl a')
          .toArray()
          .map((link) => page.html(link).attr('href') ?? ''),
      ),
    ];
    await walking.open(`${form}?lang=en`);
    for (const path of [form, ...pages, `${form}/summary`, `${form}/delete`, `${form}/refused`]) {
      const { html, text } = await walking.open(path);
      expect(html('html').attr('lang'), path).toBe('en');
      expect(text, path).not.toMatch(/\b(ikkje|ikke|eller|søknad)\b/i);
    }
  });
});
