import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecordConsent } from '../../functions/consent/record-consent/handler.ts';
import { answerSchemas } from '../../functions/core/answers.ts';
import { appealDeadlineOf } from '../../functions/core/appeal-time.ts';
import { atOslo, endOfDay, isWorkingDay, osloDate } from '../../functions/core/calendar.ts';
import type { Case } from '../../functions/core/case.ts';
import { consentGiver, consentInForce, consentNeed } from '../../functions/core/consent.ts';
import { consentGivers } from '../../functions/core/consent-givers.ts';
import {
  answerDueOn,
  appealDeadline,
  isAppealInTime,
  isContactDataFresh,
  latestLateAppealOn,
  noticePlan,
  secondNotificationOn,
} from '../../functions/core/deadlines.ts';
import { outcomesProblem } from '../../functions/core/outcome.ts';
import { childParticipation, mayReceiveLetters, submitterActsAs } from '../../functions/core/representation.ts';
import { ruleSetOn } from '../../functions/core/rule-sets.ts';
import { isClockStopped } from '../../functions/core/subject.ts';
import { createPlanDeadline } from '../../functions/deadline/plan-deadline/handler.ts';
import { createRecordDelay } from '../../functions/deadline/record-delay/handler.ts';
import { createCloseCase } from '../../functions/decision/close-case/handler.ts';
import { readApplication } from '../../functions/intake/application/application-form.ts';
import { postalRecipient } from '../../functions/messages/recipients.ts';
import { mailTemplates, renderMail } from '../../functions/messages/templates.ts';
import { findMunicipality } from '../../functions/municipalities/index.ts';
import { letterCases } from '../letters/letter-cases.ts';
import { pageOf, wordsOf } from '../letters/words.ts';
import {
  aCareOrder,
  aCase,
  aCaseFile,
  aConsent,
  aDecision,
  aLetter,
  anAppeal,
  aPerson,
  aSubmitter,
  caseworker,
  granted,
  syntheticNationalId,
} from '../support/builders.ts';
import { payload, stored } from '../support/stored.ts';

/** The fifteen mistakes of domain.md § 8, one test each, in its order and named after it. */

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const templates = globSync('templates/**/*.hbs', { cwd: root }).map((file) => ({ file, text: read(file) }));
/** Every text somebody reads: templates, and the text files without their comments. */
const texts = [
  ...templates,
  ...globSync(['functions/**/*texts*.ts', 'functions/municipalities/**/*.ts'], { cwd: root }).map((file) => ({
    file,
    text: read(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  })),
];
const saying = (pattern: RegExp, among = texts) =>
  among.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

const letters = new Map(letterCases('4635', 'nb').map((each) => [each.name, each]));
function words(name: string): string {
  const found = letters.get(name);
  if (!found) throw new Error(`no letter case ${name}`);
  return wordsOf(pageOf(found));
}

const today = '2026-11-24';
const finding = { reason: 'Skriftleg grunngitt.', by: caseworker, at: '2026-11-24T09:00:00.000Z' };
const at = (age: number, overrides: Partial<Case> = {}) =>
  aCase({ person: aPerson({ nationalId: syntheticNationalId(`${2026 - age}-11-24`) }), consents: [], ...overrides });

test('1: three weeks to appeal on the health track', () => {
  const from = '2026-11-26T09:00:00.000Z';
  expect(appealDeadline({ legalBasis: 'health', channel: 'digital', from }).lastDay).toBe('2026-12-24');
  expect(appealDeadline({ legalBasis: 'nav', channel: 'digital', from }).lastDay).toBe('2026-12-17');
  expect(words('decision plan refused')).toMatch(/fire uker .*§ 7-5/);
  expect(words('decision plan refused')).not.toContain('Klagefristen er tre uker');
  expect(words('decision under the social services act')).toMatch(/Klagefristen er tre uker .*forvaltningsloven § 29/);
});

test('2: citing fvl §§ 16–27 as binding, or law that is gone', () => {
  // Sosialtjenesteloven says that they bind and that it is an enkeltvedtak (§ 41); the health track's letters never do.
  for (const [name, letter] of letters) {
    if (letter.input.file.case.legalBasis === 'health')
      expect(words(name)).not.toMatch(/forvaltningslov[ae]n? §§? ?(1[6-9]|2[0-7])\b|enkeltvedtak/i);
  }
  const underSocialServices = /letter-(rules|statement)-n[bn]|task-approval/;
  expect(saying(/enkeltvedtak/i).filter((file) => !underSocialServices.test(file))).toEqual([]);
  expect(saying(/habiliteringsforskrift\w* § 19|barnevern\w* § 3-2 ?a|rehabilitering\w*[^.]{0,60}§ 19\b/i)).toEqual([]);
  // Sotjl § 33 is for participants in the qualification programme only, so it never stands without § 28.
  expect(saying(/(sosialtjenesteloven|sosialtenestelova|sotjl\.?) § 33/i)).toEqual([]);
});

test('3: one yes or no for both rights', () => {
  const wishes = { plan: true, coordinator: false, childCoordinator: false };
  const noPlan = { plan: 'refused', coordinator: 'not-applied', childCoordinator: 'not-applied' } as const;
  expect(outcomesProblem(noPlan, wishes)).toBe('coordinator-not-assessed');
  expect(outcomesProblem({ ...noPlan, plan: 'declined' }, wishes)).toBe('coordinator-not-assessed');
  expect(outcomesProblem({ ...noPlan, coordinator: 'granted' }, wishes)).toBeUndefined();
  const { childCoordinator: _third, ...two } = granted;
  expect(answerSchemas.assessment.safeParse({ outcomes: two, facts: 'f', reasons: '', personsView: '' }).success).toBe(
    false,
  );
  expect(words('decision plan refused')).toMatch(/Individuell plan \(IP\) Avslag.*Koordinator Innvilget/);
});

test('4: the clock from registration or a complete file, or thirty days', async () => {
  expect([answerDueOn('2026-01-31'), answerDueOn('2027-02-26')]).toEqual(['2026-02-28', '2027-03-26']);
  const paper = aCase({
    channel: 'paper',
    receivedOn: '2026-11-16',
    registeredAt: '2026-11-24T09:00:00.000Z',
    expectedOn: '2026-12-16',
  });
  const { store, caseId } = await stored({ case: paper });
  const plan = await createPlanDeadline({ store })(payload(caseId));
  expect(plan).toMatchObject({ outcome: 'run', noticeAt: atOslo('2026-12-16', '10:00') });
  const waiting = aCaseFile({ case: aCase({ state: 'awaiting-consent' }) });
  expect(isClockStopped(waiting, 'application')).toBe(false);
});

test('5: the wrong holidays, UTC, or a notice after the unrolled date', () => {
  const open = ['2026-12-24', '2026-12-31', '2027-03-24'];
  const closed = ['2027-05-01', '2027-05-17', '2027-03-25', '2027-03-26', '2027-03-29', '2027-05-06', '2026-12-26'];
  expect([...open, ...closed].filter(isWorkingDay)).toEqual(open);
  expect(osloDate('2026-11-24T23:30:00.000Z')).toBe('2026-11-25');
  const { noticeAt } = noticePlan('2027-03-26', { askWorkingDaysBefore: 5 });
  expect(osloDate(noticeAt)).toBe('2027-03-24');
});

test('6: a notice without reason or date, once only, and not for appeals', async () => {
  const { store, caseId } = await stored({ appeals: [anAppeal({ state: 'in-reassessment' })] });
  const record = createRecordDelay({ store });
  for (const subject of ['application', 'appeal-1']) {
    for (const round of [1, 2])
      await record(payload(caseId, { subject, answerId: '', round, now: `2027-0${round}-11T09:00:00.000Z` }));
  }
  const notices = (await store.load(caseId))?.notices ?? [];
  expect(notices.map(({ subject, round, expectedOn }) => `${subject} ${round} ${expectedOn}`).toSorted()).toEqual([
    'appeal-1 1 2027-02-11',
    'appeal-1 2 2027-03-11',
    'application 1 2027-02-11',
    'application 2 2027-03-11',
  ]);
  expect(await createPlanDeadline({ store })(payload(caseId))).toMatchObject({ outcome: 'run', round: 3 });
  expect(words('delay notice')).toMatch(/Hvorfor det tar tid .*Når du kan vente svar .*20\d\d/);
});

test('7: the appeal to Statsforvalteren first, or without a copy of the statement', () => {
  expect(words('decision plan refused')).toContain('til kommunen, ikke til Statsforvalteren');
  expect(saying(/fylkesmann/i)).toEqual([]);
  const statement = letters.get('appeal forwarded')?.input.file.appeals[0]?.reassessment?.statement ?? 'none';
  expect(words('appeal forwarded')).toContain(statement);
  expect(words('appeal forwarded, copy')).toContain(statement);
});

test('8: a late appeal rejected by a machine, or judged alike on paper and electronically', () => {
  const deadline = { lastDay: '2026-12-24', until: endOfDay('2026-12-24') };
  const arrivedAt = '2026-12-29T09:00:00.000Z';
  expect(isAppealInTime({ deadline, arrivedAt, postedOn: '2026-12-24' })).toBe(true);
  expect(isAppealInTime({ deadline, arrivedAt, sentAt: '2026-12-24T09:00:00.000Z' })).toBe(false);
  expect(latestLateAppealOn('2026-12-02T09:00:00.000Z')).toBe('2027-12-02');
  expect(answerSchemas['appeal-review'].safeParse({ choice: 'inadmissible', reason: 'For sent.' }).success).toBe(true);
  expect(words('appeal dismissed')).toMatch(/Du kan klage/);
});

test('9: the wrong age, and the child, the other parent and the care order forgotten', () => {
  expect([at(15), at(16), at(17)].map((found) => consentGiver(found, today))).toEqual(['parents', 'person', 'person']);
  expect([at(6), at(7), at(12)].map((found) => childParticipation(found, today))).toEqual([
    'heard-if-able',
    'must-be-heard',
    'great-weight-and-party',
  ]);
  const child = at(13, {
    submitter: aSubmitter(),
    otherParent: { name: 'Eli Testforelder' },
    consents: [aConsent({ by: 'parent' })],
  });
  expect(consentNeed(child, today)).toBe('needed');
  expect(mayReceiveLetters(child, 'person', today)).toBe(true);
  expect(mayReceiveLetters({ ...child, parentsNotInformed: finding }, 'parent', today)).toBe(false);
  expect(consentGivers({ ...child, careOrder: aCareOrder('institution') }, today).required).not.toContain('parent');
});

test('10: one consent for everything, or asked where none is needed', () => {
  const consents = [
    aConsent(),
    aConsent({ kind: 'sharing' }),
    aConsent({ given: false, at: '2026-11-25T09:00:00.000Z' }),
  ];
  const found = aCase({ consents });
  expect([
    consentInForce(found, 'plan'),
    consentInForce(found, 'sharing'),
    consentInForce(found, 'toolAccess'),
  ]).toEqual(['declined', 'given', 'none']);
  expect(found.consents).toHaveLength(3);
  const coordinatorOnly = aCase({ consents: [], wishes: { plan: false, coordinator: true, childCoordinator: false } });
  expect(consentNeed(coordinatorOnly, today)).toBe('not-needed');
});

test('11: whoever stands near taken for a representative, and the representative forgotten', () => {
  const by = (submitter: Parameters<typeof aSubmitter>[0]) => aCase({ submitter: aSubmitter(submitter), consents: [] });
  expect(submitterActsAs(by({ role: 'relative', mandate: 'ja' }), today)).toBeUndefined();
  expect(submitterActsAs(by({ role: 'health-worker', mandate: 'ja' }), today)).toBeUndefined();
  expect(consentNeed(by({ role: 'relative' }), today)).toBe('needed');
  const economic = {
    ...by({ role: 'guardian', mandate: 'mandat', mandateCovers: ['economic'] }),
    consents: [aConsent({ by: 'guardian' })],
  };
  expect(consentGivers(economic, today).missing).toEqual(['person']);
  const attorney = by({
    role: 'attorney',
    mandate: 'skriftleg fullmakt',
    address: { street: 'Advokatvegen 2', postalCode: '5003', city: 'Bergen' },
  });
  expect([mayReceiveLetters(attorney, 'person', today), mayReceiveLetters(attorney, 'attorney', today)]).toEqual([
    true,
    true,
  ]);
  expect(postalRecipient(aCaseFile({ case: attorney }), 'decision', today)?.address).toEqual(
    attorney.submitter?.address,
  );
  const form = { role: 'attorney', attorneyEmployed: 'yes' };
  const context = { nationalId: syntheticNationalId('1975-05-05'), environment: 'local', today } as const;
  expect(readApplication(form, context)).toMatchObject({ ok: false, error: { attorneyEmployed: 'employee' } });
});

test('12: mail that tells, and the week, the reservation and the 18 months forgotten', () => {
  const view = {
    municipality: 'Gulen kommune',
    link: 'LINK',
    caseNumber: 'GULEN-1',
    object: 'x',
    counts: { noticesLate: 1, tasksOverdue: 1, holdsOpen: 1, notStarted: 1 },
  };
  const telling = mailTemplates.filter((template) => {
    const { subject, text } = renderMail(template, 'nb', view);
    return /individuell|koordinator|vedtak|helse|diagnos|søknad/i.test(`${subject} ${text}`);
  });
  expect(telling).toEqual([]);
  expect(secondNotificationOn('2026-12-02')).toBe('2026-12-09');
  expect([isContactDataFresh('2025-05-24', today), isContactDataFresh('2025-05-23', today)]).toEqual([true, false]);
  expect(words('decision refused on paper')).toContain('Datoen tar høyde for tiden brevet er i posten');
});

test('13: the appeal deadline from the date of the decision', () => {
  const letter = (more: Parameters<typeof aLetter>[0]) => {
    const found = aCase({ state: 'notified', decisionNumber: 1 });
    return aCaseFile({ case: found, decisions: [aDecision()], letters: [aLetter(more)] });
  };
  const lastDay = (file: Parameters<typeof appealDeadlineOf>[0]) => appealDeadlineOf(file, 5)?.lastDay;
  const dispatchedAt = '2026-12-07T09:00:00.000Z';
  expect(lastDay(letter({ dispatchedAt }))).toBe('2027-01-04');
  expect(lastDay(letter({ dispatchedAt, channel: 'paper' }))).toBe('2027-01-11');
  expect(lastDay(letter({ dispatchedAt, paperAt: '2026-12-21T09:00:00.000Z' }))).toBe('2027-01-26');
  const changed = aDecision({ number: 2, afterAppeal: 1 });
  const anew = aLetter({
    kind: 'appeal-decided',
    key: 'a1-1',
    subject: 'appeal-1',
    dispatchedAt: '2027-02-01T09:00:00.000Z',
  });
  const file = letter({ dispatchedAt });
  expect(
    lastDay({
      ...file,
      case: { ...file.case, decisionNumber: 2 },
      decisions: [aDecision(), changed],
      letters: [aLetter(), anew],
    }),
  ).toBe('2027-03-01');
});

test('14: a decision that changes or is deleted, or is made by a machine', async () => {
  const { store, caseId } = await stored({ case: aCase({ state: 'awaiting-consent' }), decisions: [aDecision()] });
  expect(await store.addOnce(caseId, 'decision', aDecision({ reasons: 'endra' }))).toBe(false);
  expect((await store.load(caseId))?.decisions[0]?.reasons).toBe(aDecision().reasons);
  expect(Object.keys(store).filter((name) => /delete|remove|purge/i.test(name))).toEqual([]);
  expect(await createRecordConsent({ store })(payload(caseId, { answerId: '' }))).toEqual({ outcome: 'unanswered' });
  expect((await store.load(caseId))?.case.state).toBe('in-assessment');
  await expect(createCloseCase({ store })(payload(caseId))).rejects.toThrow(/close from in-assessment/);
});

test('15: a world that is gone, or not there yet', () => {
  const former = ['orskog', '1523', '1507'].map((name) => findMunicipality(name)?.municipality.number);
  expect(former).toEqual(['1508', '1508', '1508']);
  expect(saying(/samtykkekompetanse/i)).toEqual([]);
  expect(saying(/noark|pdf\/a|språklov/i)).toEqual([]);
  expect(saying(/post@orskog|70 16 59 00|864978932/)).toEqual([]);
  expect(ruleSetOn(today).act).toBe('fvl-1967');
  expect(consentNeed(aCase({ origin: 'report-hospital', consents: [] }), today)).toBe('needed');
  expect(words('decision plan refused')).toMatch(/gratis/);
  expect(words('decision plan refused')).toMatch(/ikke rett til flere eller større tjenester/);
});
