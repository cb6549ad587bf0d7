import { describe, expect, it } from 'vitest';
import { gulenCaseworker, openOffice, stored } from './office.ts';

const typed = { facts: 'Tre einingar gir tenester.', reasons: 'Uferdig grunngiving' };
const whole = {
  ...typed,
  plan: 'granted',
  coordinator: 'granted',
  childCoordinator: 'not-applied',
  personsView: 'Ønskjer éin kontakt.',
};

describe('a draft', () => {
  it('is kept for its writer alone, told with its time, and changes nothing in the case', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const before = await stored(office.store, office.caseId);
    const writer = await office.visitor(gulenCaseworker);
    await writer.get(path);
    const saved = await writer.post(path, { ...typed, plan: 'granted', action: 'draft', other: 'not of the form' });
    expect([saved.status, saved.location]).toEqual([303, path]);
    writer.time += 60_000;
    const again = (await writer.get(path)).text;
    expect(again).toContain('Utkastet ditt vart lagra 24. november 2026 kl. 10.00. Det er ikkje sendt inn enno.');
    expect(again).toContain('Uferdig grunngiving');
    expect(again).toMatch(/id="field-plan"[^>]*value="granted" checked/);
    expect(again).not.toContain('not of the form');
    expect(await stored(office.store, office.caseId)).toEqual(before);

    const other = await office.visitor({ ...gulenCaseworker, id: 'other', name: 'Ein Annan' });
    const theirs = (await other.get(path)).text;
    expect(theirs).not.toContain('Uferdig grunngiving');
    expect(theirs).not.toContain('Utkastet ditt');
  });

  it('is kept of an answer that was not taken, and gone once it is', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const writer = await office.visitor(gulenCaseworker);
    await writer.get(path);
    const failed = await writer.post(path, { ...typed, caseVersion: writer.hidden('caseVersion') });
    expect(failed.status).toBe(422);
    expect((await writer.get(path)).text).toContain('Uferdig grunngiving');
    const sent = await writer.post(path, { ...whole, caseVersion: writer.hidden('caseVersion') });
    expect(sent.text).toContain('Takk');
    await office.store.change(office.caseId, 'task', 'assessment-1', { state: 'open', token: 'asked anew' });
    expect((await writer.get(path)).text).not.toContain('Uferdig grunngiving');
  });

  it('is emptied by saving an empty form, and forgotten when the task expires', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment', { expiresAt: '2026-11-24T09:30:00.000Z' });
    const writer = await office.visitor(gulenCaseworker);
    await writer.get(path);
    await writer.post(path, { ...typed, action: 'draft' });
    await office.store.change(office.caseId, 'task', 'assessment-1', { expiresAt: '2026-12-24T10:00:00.000Z' });
    writer.time = Date.parse('2026-11-24T09:30:01.000Z');
    const after = (await writer.get(path)).text;
    expect(after).toContain('Vurder søknaden');
    expect(after).not.toContain('Uferdig grunngiving');
    await writer.post(path, { ...typed, action: 'draft' });
    expect((await writer.get(path)).text).toContain('Uferdig grunngiving');
    await writer.post(path, { facts: '', action: 'draft' });
    expect((await writer.get(path)).text).not.toContain('Utkastet ditt');
  });

  it('says what happened in the case since it was saved', async () => {
    const office = await openOffice();
    const path = await office.ask('assessment');
    const writer = await office.visitor(gulenCaseworker);
    await writer.get(path);
    await writer.post(path, { ...typed, action: 'draft' });
    const event = {
      at: '2026-11-24T09:20:00.000Z',
      type: 'delayed',
      actor: { kind: 'system', id: 'workflow' },
    } as const;
    await office.store.update({ caseId: office.caseId, changes: { expectedOn: '2027-01-25' }, event });
    writer.time = Date.parse('2026-11-24T09:40:00.000Z');
    const seen = (await writer.get(path)).text;
    expect(seen).toContain('Saka er endra etter at utkastet vart lagra');
    expect(seen).toContain('24. november 2026 kl. 10.20: Melding om forseinking med ny dato vart send');
  });

  it('belongs to the link where nobody signs in, until the task is passed on', async () => {
    const office = await openOffice({ case: { municipality: '1160' } });
    const path = await office.ask('assessment');
    const first = await office.visitor();
    await first.get(path);
    await first.post(path, { ...typed, staffName: 'Anne Nes', action: 'draft' });
    const second = await office.visitor();
    const seen = (await second.get(path)).text;
    expect(seen).toContain('Uferdig grunngiving');
    expect(seen).toContain('value="Anne Nes"');
    await second.post(`${path}/pass-on`, {
      passOn: 'colleague',
      colleague: 'eli@vindafjord.example',
      passOnName: 'Anne Nes',
    });
    const link = office.mailer.sent[0]?.link ?? '';
    const theirs = (await (await office.visitor()).get(new URL(link).pathname)).text;
    expect(theirs).toContain('Anne Nes gav deg oppgåva');
    expect(theirs).not.toContain('Uferdig grunngiving');
  });
});
