import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { type TaskKind, taskKinds } from '../../../functions/core/records.ts';
import nb from '../../../templates/pages/task-text.nb.json' with { type: 'json' };
import nn from '../../../templates/pages/task-text.nn.json' with { type: 'json' };
import {
  aDecision,
  aNotice,
  anAppeal,
  anAssessment,
  anAttachment,
  aPerson,
  approver,
  aSubmitter,
  aTask,
  syntheticNationalId,
} from '../../support/builders.ts';
import { gulenApprover, gulenCaseworker, openOffice } from './office.ts';
import { openTask } from './open-task.ts';

const outcomes = { plan: 'granted', coordinator: 'granted', childCoordinator: 'not-applied' };
const texts = { facts: 'Opplysningane.', reasons: 'Grunngivinga.' };

/** A good answer of each kind, and what must be mended when it is posted without a field. */
const good: Record<TaskKind, Record<string, string>> = {
  consent: { plan: 'yes', coordinator: 'no', sharing: 'yes' },
  assessment: { ...outcomes, ...texts, personsView: '' },
  approval: { choice: 'return', comment: 'Grunngi betre.' },
  'delay-reason': { reason: 'Vi ventar på fastlegen.', expectedOn: '15.01.2027' },
  'appoint-coordinator': {
    name: 'Ola P',
    title: 'vernepleiar',
    unit: 'Eining',
    phone: '1',
    email: 'ola@kommune.example',
  },
  'appeal-review': { choice: 'inadmissible', reason: 'Ikkje klagerett.' },
  reassessment: { choice: 'changed', ...outcomes, ...texts, statement: '' },
  'appeal-approval': { choice: 'approve', comment: '' },
  'county-outcome': { choice: 'changed', note: '', decidedOn: '2026-12-20', ...outcomes },
};

/** What is left out or wrong, and the field whose fault that is. */
const faulty: readonly [TaskKind, Record<string, string>, string][] = [
  ['consent', { plan: '' }, 'plan'],
  ['consent', { sharing: '' }, 'sharing'],
  ['assessment', { plan: 'not-applied' }, 'plan'],
  ['assessment', { plan: 'declined', coordinator: 'not-applied' }, 'coordinator'],
  ['assessment', { childCoordinator: 'refused' }, 'childCoordinator'],
  ['assessment', { plan: 'refused', reasons: ' ' }, 'reasons'],
  ['assessment', { facts: 'x'.repeat(20_001) }, 'facts'],
  ['approval', { comment: '' }, 'comment'],
  ['approval', { choice: '' }, 'choice'],
  ['delay-reason', { reason: '' }, 'reason'],
  ['delay-reason', { expectedOn: '2026-12-24' }, 'expectedOn'],
  ['delay-reason', { expectedOn: 'snart' }, 'expectedOn'],
  ['appoint-coordinator', { email: 'ola' }, 'email'],
  ['appoint-coordinator', { phone: '' }, 'phone'],
  ['appeal-review', { reason: '' }, 'reason'],
  ['reassessment', { plan: 'refused', coordinator: 'refused' }, 'choice'],
  ['reassessment', { choice: 'upheld', statement: 'Ja' }, 'choice'],
  ['reassessment', { choice: 'partly-changed' }, 'statement'],
  ['appeal-approval', { choice: 'return' }, 'comment'],
  ['county-outcome', { plan: '' }, 'plan'],
  ['county-outcome', { decidedOn: '2027-02-01' }, 'decidedOn'],
];

describe.each(taskKinds)('the page of %s', (kind) => {
  it.each(['nn', 'nb'] as const)('is whole, labelled and reachable by keyboard in %s', async (language) => {
    const { office, path, browser } = await openTask(kind, { municipality: language === 'nn' ? '4635' : '3407' });
    const seen = await browser.get(kind === 'consent' ? `${path}?lang=${language}` : path);
    expect(office.reported).toEqual([]);
    expect(seen.status).toBe(200);
    const $ = load(seen.text);
    expect($('html').attr('lang')).toBe(language);
    expect($('h1').text()).toBe((language === 'nn' ? nn : nb).titles[kind]);
    expect($('script, [onclick], [style]')).toHaveLength(0);
    const ids = $('[id]')
      .map((_, element) => $(element).attr('id'))
      .get();
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of $('input:not([type=hidden]), textarea').toArray()) {
      const id = $(field).attr('id') ?? '';
      expect($(`label[for="${id}"]`).text().trim()).not.toBe('');
      for (const part of ($(field).attr('aria-describedby') ?? '').split(' ').filter(Boolean))
        expect(ids).toContain(part);
    }
    for (const radio of $('input[type=radio]').toArray())
      expect($(radio).closest('fieldset').find('legend').text().trim()).not.toBe('');
    expect($('[tabindex]').filter((_, element) => Number($(element).attr('tabindex')) > 0)).toHaveLength(0);
    const levels = $('h1, h2, h3')
      .map((_, element) => Number(element.tagName.slice(1)))
      .get();
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
    // A choice, or fields to fill in: never a button alone.
    expect($('main form[action^="/t/"] input:not([type=hidden]), main form textarea').length).toBeGreaterThan(1);
  });

  it('takes a good answer', async () => {
    const { office, path, browser } = await openTask(kind);
    await browser.get(path);
    const seen = await browser.post(path, { ...good[kind], caseVersion: browser.hidden('caseVersion') });
    expect(load(seen.text)('.ds-error-summary').text()).toBe('');
    expect(seen.status).toBe(200);
    expect(office.callbacks).toHaveLength(1);
  });

  it('chooses nothing beforehand', async () => {
    const { path, browser } = await openTask(kind);
    const $ = load((await browser.get(path)).text);
    // The assessment of an earlier round and the outcomes in force are one's own starting point; the choice is not.
    expect($('input[name=choice]:checked')).toHaveLength(0);
    if (kind === 'consent') expect($('input:checked')).toHaveLength(0);
  });
});

describe('what has to be mended', () => {
  it.each(faulty)('%s: fault %# is shown at its field', async (kind, wrong, field) => {
    const { office, path, browser } = await openTask(kind);
    await browser.get(path);
    const seen = await browser.post(path, { ...good[kind], ...wrong, caseVersion: browser.hidden('caseVersion') });
    expect(seen.status).toBe(422);
    const $ = load(seen.text);
    const targets = $('.ds-error-summary a')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(targets).toContain(`#field-${field}`);
    for (const target of targets) expect($(target)).toHaveLength(1);
    expect(office.callbacks).toEqual([]);
  });
});

/** Forms with a fault in a field and one against a rule. */
const twofold: readonly [TaskKind, Record<string, string>, readonly string[]][] = [
  [
    'assessment',
    { plan: 'not-applied', childCoordinator: 'refused', facts: '' },
    ['plan', 'childCoordinator', 'facts'],
  ],
  ['assessment', { plan: 'refused', coordinator: '', reasons: '' }, ['coordinator', 'reasons']],
  ['delay-reason', { reason: '', expectedOn: '2026-12-24' }, ['reason', 'expectedOn']],
  ['reassessment', { choice: 'partly-changed', facts: '' }, ['facts', 'statement']],
  ['reassessment', { choice: 'upheld', reasons: '' }, ['choice', 'reasons', 'statement']],
  ['county-outcome', { choice: '', decidedOn: '2027-02-01' }, ['choice', 'decidedOn']],
  ['approval', { choice: 'approve' }, ['comment']],
];

describe('one round', () => {
  it.each(twofold)('of %s tells all there is to mend: %o', async (kind, wrong, fields) => {
    const { path, browser } = await openTask(kind);
    await browser.get(path);
    const seen = await browser.post(path, { ...good[kind], ...wrong, caseVersion: browser.hidden('caseVersion') });
    const $ = load(seen.text);
    const targets = $('.ds-error-summary a').map((_, link) => $(link).attr('href'));
    expect(targets.get()).toEqual(fields.map((field) => `#field-${field}`));
  });
});

describe('what a page tells', () => {
  it('is in the assessment all that came with the case and since, and why the proposal came back', async () => {
    const { office, path, browser } = await openTask('assessment');
    const { store, caseId } = office;
    const by = { kind: 'person', id: 'x', name: 'Kari Testperson' } as const;
    await store.addOnce(caseId, 'attachment', anAttachment());
    const added = {
      id: 'i1',
      text: 'Eg har fått ny fastlege.',
      attachments: ['file-1'],
      at: '2026-12-03T09:00:00.000Z',
      by,
    };
    await store.addOnce(caseId, 'information', added);
    await store.addOnce(caseId, 'notice', aNotice());
    const returned = { answerId: 'approval-1-x', taskKind: 'approval', taskKey: '1', by: approver } as const;
    const comment = { choice: 'return', comment: 'Skriv meir om barnet.' };
    await store.addOnce(caseId, 'answer', { ...returned, at: '2026-12-02T09:00:00.000Z', answer: comment });
    await store.addOnce(caseId, 'task', aTask({ kind: 'approval', state: 'answered', answerId: 'approval-1-x' }));
    const $ = load((await browser.get(path)).text);
    const text = $('main').text().replaceAll(/\s+/g, ' ');
    expect(text).toContain(`Skriv meir om barnet.`);
    expect(text).toContain(`${approver.name}, 2. desember 2026 kl. 10.00`);
    expect(text).toContain('Eg har fått ny fastlege.');
    expect(text).toContain('Svar er lova innan24. desember 2026 (i dag)');
    expect(text).toContain('Første melding 23. desember 2026 kl. 10.00, ny dato 25. januar 2027');
    expect(text).toContain('Kan ikkje handle for personen.');
    expect($(`a[href="${path}/attachments/file-1"]`)).toHaveLength(1);
  });

  it('folds together what few cases need, until something is typed there or wrong', async () => {
    const child = aPerson({ nationalId: syntheticNationalId('2013-04-05') });
    const office = await openOffice({ case: { person: child, submitter: aSubmitter() } });
    const path = await office.ask('assessment');
    const browser = await office.visitor(gulenCaseworker);
    const folded = (page: string) => {
      const $ = load(page);
      const groups = $(`form[action="${path}"] details`).toArray();
      return groups.map((group) => [$(group).find('[name]').first().attr('name'), group.attribs.open !== undefined]);
    };
    const untouched = [
      ['choice', false],
      ['parentsInformed', false],
      ['careOrder', false],
    ];
    expect(folded((await browser.get(path)).text)).toEqual(untouched);
    const caseVersion = browser.hidden('caseVersion');
    const wrong = await browser.post(path, { caseVersion, missing: 'Epikrise', careOrder: 'institution' });
    expect(folded(wrong.text)).toEqual([
      ['choice', true],
      ['parentsInformed', false],
      ['careOrder', true],
    ]);
  });

  it('promises nothing once it is answered, and asks Statsforvalteren only about what was decided', async () => {
    const appoint = await openTask('appoint-coordinator');
    await appoint.office.store.transition({
      caseId: appoint.office.caseId,
      transition: 'withdraw',
      event: { at: '2026-12-24T09:00:00.000Z', type: 'withdrawn', actor: { kind: 'system', id: 'test' } },
    });
    const page = (await appoint.browser.get(appoint.path)).text;
    expect(page).toContain('Vedtaket er frå');
    expect(page).not.toContain('Svar er lova');
    const county = await openTask('county-outcome');
    const $ = load((await county.browser.get(county.path)).text);
    const asked = $('input[type=radio]').map((_, radio) => $(radio).attr('name'));
    expect([...new Set(asked.get())]).toEqual(['choice', 'plan', 'coordinator', 'passOn']);
    expect($('input[value=not-applied]')).toHaveLength(0);
    await county.browser.post(county.path, {
      ...good['county-outcome'],
      caseVersion: county.browser.hidden('caseVersion'),
    });
    const [answer] = (await county.office.store.load(county.office.caseId))?.answers ?? [];
    expect(answer?.answer).toMatchObject({ outcomes: { plan: 'granted', childCoordinator: 'not-applied' } });
  });

  it('is worded for the child when a parent consents', async () => {
    const parent = aSubmitter();
    const person = aPerson({ nationalId: syntheticNationalId('2012-01-01') });
    const office = await openOffice({ case: { state: 'awaiting-consent', person, submitter: parent } });
    const path = await office.ask('consent', { recipient: 'person' });
    const seen = await (await office.visitor({ kind: 'person', nationalId: parent.nationalId ?? '', name: '' })).get(
      path,
    );
    const $ = load(seen.text);
    expect($('legend').first().text()).toBe(nn.fields['consent-child.plan'].label);
    expect($('main').text()).not.toMatch(/for deg|hjelper deg|måla dine/);
    expect($('main').text()).toContain('skal vege tungt');
    expect($('button[name=action]')).toHaveLength(0);
  });
});

describe('the words of the pages', () => {
  it('are the same in number and place in both written forms', () => {
    const keys = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([key, part]) =>
        typeof part === 'object' ? keys(part, `${path}${key}/`) : [`${path}${key}${part === '' ? ' (empty)' : ''}`],
      );
    expect(keys(nn)).toEqual(keys(nb));
  });
});

describe('asking for what is missing', () => {
  const proposal = { ...outcomes, legalBasis: 'health', facts: 'Påbyrja.', reasons: '', personsView: '' };
  const request = { choice: 'ask', missing: 'Kva tenester har du?', helpfulBy: '8.1.2027' };

  it('needs what is missing and a day to come, and keeps what was begun of the proposal for the next round', async () => {
    const { office, path, browser } = await openTask('assessment');
    const post = (values: Record<string, string>) => {
      const caseVersion = browser.hidden('caseVersion');
      return browser.post(path, { ...proposal, caseVersion, ...values });
    };
    await browser.get(path);
    expect((await post({ choice: 'ask', helpfulBy: '24.12.2026' })).text).toContain(nn.errors['missing.required']);
    expect((await post({ ...request, helpfulBy: '24.12.2026' })).text).toContain(nn.errors['helpfulBy.past']);
    // Somebody who wrote what is missing and sends a proposal is asked what they meant.
    const torn = await post({ ...request, choice: 'propose' });
    expect(torn.text).toContain(nn.errors['choice.not-asked']);
    expect(torn.text).toContain(request.missing);
    expect((await post(request)).text).toContain(nn.notices.thanks);
    const [answer] = (await office.store.load(office.caseId))?.answers ?? [];
    expect(answer?.answer).toMatchObject({ choice: 'ask', helpfulBy: '2027-01-08', kept: { facts: 'Påbyrja.' } });
    const next = await office.ask('assessment', { key: '2', expiresAt: '2027-03-01T09:00:00.000Z' });
    const again = load((await browser.get(next)).text);
    expect(again('textarea[name=facts]').text().trim()).toBe('Påbyrja.');
    expect(again('textarea[name=missing]').text().trim()).toBe('');
    expect(again('main').text()).toContain(request.missing);
  });
});

it('tells staff of the act the case is decided under, and of its deadline', async () => {
  const onlyPlan = { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'not-applied' } as const;
  const office = await openOffice({ case: { legalBasis: 'social-services', state: 'in-approval', decisionNumber: 1 } });
  await office.store.addOnce(office.caseId, 'assessment', anAssessment({ outcomes: onlyPlan }));
  await office.store.addOnce(office.caseId, 'decision', aDecision({ outcomes: onlyPlan }));
  await office.store.addOnce(office.caseId, 'appeal', anAppeal());
  const approverPage = await (await office.visitor(gulenApprover)).get(await office.ask('approval', toApprover));
  expect(approverPage.text).toMatch(/tre veker \(fvl. § 29\)/);
  expect(approverPage.text).toContain('sotjl. §§ 28 og 41');
  const caseworker = await office.visitor(gulenCaseworker);
  const review = await caseworker.get(await office.ask('appeal-review', { subject: 'appeal-1', key: 'a1-1' }));
  expect(review.text).toMatch(/tre veker .*fvl. § 29/);
  for (const { text } of [approverPage, review]) expect(text).not.toContain('fire veker');
  const assessment = await caseworker.get(await office.ask('assessment'));
  expect(load(assessment.text)('input[name=legalBasis]:checked').attr('value')).toBe('social-services');
});
const toApprover = { recipient: 'approver' } as const;

it('asks of a late appeal whether it repeats a lost one, which is in time within a week', async () => {
  const office = await openOffice({ case: { state: 'appealed', decisionNumber: 1 } });
  await office.store.addOnce(office.caseId, 'decision', aDecision());
  await office.store.addOnce(office.caseId, 'appeal', anAppeal({ inTime: false, receivedOn: '2026-12-31' }));
  const path = await office.ask('appeal-review', { subject: 'appeal-1', key: 'a1-1' });
  const browser = await office.visitor(gulenCaseworker);
  const page = await browser.get(path);
  expect(page.text).toContain('Seinast kan ei sein klage takast opp');
  const post = (heardLostOn: string) =>
    browser.post(path, { choice: 'admissible', reason: '', heardLostOn, caseVersion: browser.hidden('caseVersion') });
  expect((await post('1.1.2027')).text).toContain(nn.errors['heardLostOn.impossible']);
  expect((await post('2026-12-22')).text).toContain(nn.errors['heardLostOn.too-late']);
  expect((await post('2026-12-24')).text).toContain(nn.notices.thanks);
  const [answer] = (await office.store.load(office.caseId))?.answers ?? [];
  expect(answer?.answer).toMatchObject({ choice: 'admissible', heardLostOn: '2026-12-24' });
});
