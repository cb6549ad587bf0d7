import { describe, expect, it } from 'vitest';
import type { RegisterAnswer } from '../../functions/core/contact.ts';
import { letterReference } from '../../functions/core/letter-record.ts';
import type { CaseFile } from '../../functions/core/records.ts';
import { type Contacts, createContacts } from '../../functions/messages/contacts.ts';
import { createDispatchLetter } from '../../functions/messages/dispatch-letter/handler.ts';
import { createNotifyAgain } from '../../functions/messages/notify-again/handler.ts';
import { createSendOnPaper } from '../../functions/messages/send-on-paper/handler.ts';
import type { SvarUt } from '../../functions/platform/peers/svarut.ts';
import {
  aCase,
  aDecision,
  aLetter,
  aNotice,
  anAppeal,
  aPerson,
  aSubmitter,
  syntheticNationalId,
} from '../support/builders.ts';
import {
  fakeCount,
  fakeMailer,
  fakeObjects,
  fakePaperEditions,
  fakeRegister,
  fileIn,
  storeWith,
} from '../support/fakes.ts';
import { payload } from '../support/stored.ts';

const { caseId } = aCase();
const now = '2026-12-02T09:10:00.000Z';
const { dispatchedAt: _, channel: _channel, ...rendered } = aLetter();
const printed = `print/4635/${caseId}/decision-1.pdf`;
const decided = { case: aCase({ state: 'decided', decisionNumber: 1 }), decisions: [aDecision()] } as const;

async function prepare(parts: Partial<CaseFile>, contacts: Contacts = createContacts(), svarUt?: SvarUt) {
  const store = await storeWith(parts);
  const mailer = fakeMailer();
  const objects = fakeObjects({ [rendered.object]: 'pdf' });
  const count = fakeCount();
  const paperEdition = fakePaperEditions(objects);
  const ports = { store, mailer, objects, svarUt, paperEdition, contacts, count, publicUrl: 'https://plan.example' };
  const step = payload(caseId, { now });
  return {
    ...ports,
    dispatch: (given: object = {}) => createDispatchLetter(ports)({ ...step, kind: 'decision', round: 1, ...given }),
    notifyAgain: () => createNotifyAgain(ports)(step),
    sendOnPaper: () => createSendOnPaper(ports)(step),
  };
}

describe('dispatching a letter', () => {
  it('notes on a delay notice whom its letter went to, and how, by role alone', async () => {
    const letter = { ...rendered, kind: 'delay-notice', key: '1' } as const;
    const given = { notices: [aNotice()], letters: [letter] };
    const digital = await prepare({ ...given, case: aCase({ state: 'in-assessment' }) });
    await digital.dispatch({ kind: 'delay-notice' });
    expect((await fileIn(digital.store)).notices[0]).toMatchObject({
      letterId: 'delay-notice-1',
      recipients: [{ role: 'person', channel: 'digital' }],
    });
    const paper = await prepare({ ...given, case: aCase({ state: 'in-assessment', contact: 'paper' }) });
    await paper.dispatch({ kind: 'delay-notice' });
    expect((await fileIn(paper.store)).notices[0]?.recipients).toEqual([{ role: 'person', channel: 'paper' }]);
  });

  it('makes a decision available, tells the person and moves the case on', async () => {
    const { store, mailer, count, dispatch, objects } = await prepare({ ...decided, letters: [rendered] });

    expect(await dispatch()).toEqual({ outcome: 'dispatched', channel: 'digital' });

    const file = await fileIn(store);
    expect(file.letters).toMatchObject([{ dispatchedAt: now, channel: 'digital', contact: 'given' }]);
    expect(file.case.state).toBe('notified');
    expect(mailer.sent).toMatchObject([
      {
        key: 'letter-decision-1-person',
        template: 'letter',
        to: aPerson().email,
        language: 'nn',
        link: `https://plan.example/gulen/cases/${caseId}/letters/${letterReference(rendered)}`,
      },
    ]);
    expect(count.counted).toEqual([['SubmitToLetterDays', { municipality: '4635' }, 8]]);
    expect([...objects.objects.keys()]).toEqual([rendered.object]);
  });

  it('does nothing twice when it is tried again', async () => {
    const { store, mailer, count, dispatch } = await prepare({ ...decided, letters: [rendered] });
    await dispatch();

    expect(await dispatch({ now: '2026-12-03T09:00:00.000Z' })).toEqual({ outcome: 'dispatched', channel: 'digital' });

    const file = await fileIn(store);
    expect(file.letters).toMatchObject([{ dispatchedAt: now }]);
    expect(file.events.filter(({ type }) => type === 'letter-dispatched')).toHaveLength(1);
    expect(mailer.sent).toHaveLength(1);
    expect(count.counted).toHaveLength(1);
  });

  it('finishes a dispatch that crashed before the case moved on', async () => {
    const { store, mailer, dispatch } = await prepare({ ...decided, letters: [aLetter()] });

    await dispatch();

    expect((await fileIn(store)).case.state).toBe('notified');
    expect(mailer.sent).toEqual([]);
  });

  it('prints for whoever wants paper', async () => {
    const paper = { ...decided, case: { ...decided.case, contact: 'paper' } } as const;
    const { store, mailer, dispatch, objects } = await prepare({ ...paper, letters: [rendered] });

    expect(await dispatch()).toEqual({ outcome: 'dispatched', channel: 'paper' });

    expect(objects.objects.get(printed)).toBe('pdf');
    expect(mailer.sent).toMatchObject([
      { key: 'print-decision-1', template: 'print', caseNumber: aCase().caseNumber, object: printed },
    ]);
    expect((await fileIn(store)).letters).toMatchObject([{ dispatchedAt: now, channel: 'paper' }]);
  });

  it('tells the post room of a letter that bears no address', async () => {
    const { address: _address, ...person } = aPerson();
    const shielded = { ...person, addressShielded: true } as const;
    const paper = { ...decided, case: { ...decided.case, person: shielded, contact: 'paper' } } as const;
    const { mailer, dispatch } = await prepare({ ...paper, letters: [rendered] });

    await dispatch();

    expect(mailer.sent).toMatchObject([{ template: 'print', unaddressed: true }]);
  });

  it('tells a relative who reported a need about the receipt only, and prints for the person without mail', async () => {
    const { email: _email, ...person } = aPerson();
    const submitter = aSubmitter({ role: 'relative' });
    const letters = [
      { ...rendered, kind: 'receipt' as const },
      { ...rendered, kind: 'delay-notice' as const },
    ];
    const { mailer, dispatch } = await prepare({ case: aCase({ person, submitter }), letters });

    expect(await dispatch({ kind: 'receipt' })).toMatchObject({ channel: 'digital' });
    expect(await dispatch({ kind: 'delay-notice' })).toMatchObject({ channel: 'paper' });

    expect(mailer.sent.map(({ key }) => key)).toEqual(['letter-receipt-1-submitter', 'print-delay-notice-1']);
  });

  it.each([
    ['decided', 'notified', { afterAppeal: 1 }],
    ['appealed', 'appealed', { afterAppeal: 1 }],
    // An appeal over the service is answered while the first decision waits for its own letter.
    ['decided', 'decided', {}],
  ] as const)('moves a case that is %s by the letter about its appeal to %s', async (state, after, made) => {
    const letter = { ...rendered, kind: 'appeal-decided', key: 'a1-2', subject: 'appeal-1' } as const;
    const found = aCase({ state, decisionNumber: 1 });
    const parts = { case: found, decisions: [aDecision(made)], appeals: [anAppeal()], letters: [letter] };
    const { store, dispatch } = await prepare(parts);

    await dispatch({ kind: 'appeal-decided', round: 2, subject: 'appeal-1' });

    expect((await fileIn(store)).case.state).toBe(after);
  });

  it('holds when the letter is missing, or the case is in no state for it', async () => {
    const missing = await prepare(decided);
    await expect(missing.dispatch()).rejects.toMatchObject({ name: 'NotFoundError' });

    const early = await prepare({ case: aCase({ state: 'in-approval' }), letters: [rendered] });
    await expect(early.dispatch()).rejects.toMatchObject({ name: 'WrongStateError' });
  });

  it('says nothing was sent when the mail was not', async () => {
    const { store, mailer, dispatch } = await prepare({ ...decided, letters: [rendered] });
    mailer.send = () => Promise.reject(new Error('no'));

    await expect(dispatch()).rejects.toThrow('no');

    const [letter] = (await fileIn(store)).letters;
    expect(letter).toEqual(rendered);
  });
});

describe('a letter by the contact register', () => {
  const { nationalId } = aPerson();
  const active = { kind: 'found', reserved: false, status: 'active', canBeNotified: true } as const;
  const email = { address: 'register@example.no', verifiedAt: '2026-10-01T09:00:00.000Z' };

  it.each([
    ['register', { ...active, email }],
    ['given', { kind: 'unknown' }],
  ] as const)('goes to the %s address', async (contact, answer) => {
    const register = fakeRegister({ [nationalId]: answer });
    const { store, mailer, dispatch } = await prepare({ ...decided, letters: [rendered] }, register);

    expect(await dispatch()).toEqual({ outcome: 'dispatched', channel: 'digital' });

    const to = contact === 'register' ? email.address : aPerson().email;
    expect(mailer.sent).toMatchObject([{ template: 'letter', to }]);
    const file = await fileIn(store);
    expect(file.letters).toMatchObject([{ channel: 'digital', contact }]);
    expect(file.events.at(-2)?.detail).toEqual({ letter: 'decision-1', channel: 'digital', contact });
    expect(JSON.stringify([file.events, file.letters])).not.toContain('@');
    expect(register.asked).toEqual([nationalId]);
  });

  it.each([
    ['reserved', { ...active, reserved: true, email }],
    ['stale', { ...active, email: { ...email, verifiedAt: '2025-05-01T09:00:00.000Z' } }],
    ['no-email', active],
  ] as const)('is printed for whoever is %s', async (contact, answer: RegisterAnswer) => {
    const register = fakeRegister({ [nationalId]: answer });
    const { store, mailer, objects, dispatch } = await prepare({ ...decided, letters: [rendered] }, register);

    expect(await dispatch()).toEqual({ outcome: 'dispatched', channel: 'paper' });

    expect(mailer.sent.map(({ template }) => template)).toEqual(['print']);
    expect(objects.objects.has(printed)).toBe(true);
    expect((await fileIn(store)).letters).toMatchObject([{ channel: 'paper', contact }]);
  });

  it('is on paper for a parent who is reserved, while the child is told; nobody is asked for who chose paper', async () => {
    const person = aPerson({ nationalId: syntheticNationalId('2012-05-05') });
    const submitter = aSubmitter();
    const register = fakeRegister({ [submitter.nationalId ?? '']: { ...active, reserved: true } });
    const family = { ...decided, case: { ...decided.case, person, submitter }, letters: [rendered] };
    const { mailer, dispatch } = await prepare(family, register);

    expect(await dispatch()).toMatchObject({ channel: 'paper' });

    expect(mailer.sent.map(({ key }) => key)).toEqual(['letter-decision-1-person', 'print-decision-1']);
    const chosen = await prepare({ ...family, case: { ...family.case, contact: 'paper' } }, fakeRegister());
    await chosen.dispatch();
    expect((await fileIn(chosen.store)).letters).toMatchObject([{ channel: 'paper', contact: 'chosen' }]);
  });

  it('asks again for the second notification', async () => {
    const register = fakeRegister({ [nationalId]: { ...active, reserved: true } });
    const told = { ...decided, case: { ...decided.case, state: 'notified' }, letters: [aLetter()] } as const;
    const { store, notifyAgain } = await prepare(told, register);

    expect(await notifyAgain()).toEqual({ outcome: 'sent-on-paper' });

    expect((await fileIn(store)).events.at(-1)).toMatchObject({
      type: 'letter-sent-on-paper',
      detail: { letter: 'decision-1', contact: 'reserved' },
    });
  });
});

describe('a decision nobody has opened', () => {
  const notified = { ...decided, case: { ...decided.case, state: 'notified' }, letters: [aLetter()] } as const;

  it('is told of again, and then sent on paper', async () => {
    const { store, mailer, notifyAgain, sendOnPaper, objects } = await prepare(notified);

    expect(await notifyAgain()).toEqual({ outcome: 'notified' });
    expect(await sendOnPaper()).toEqual({ outcome: 'sent' });

    expect(mailer.sent.map(({ key, template }) => [key, template])).toEqual([
      ['letter-reminder-decision-1-person', 'letter-reminder'],
      ['print-decision-1', 'print'],
    ]);
    expect((await fileIn(store)).letters).toMatchObject([
      { secondNotificationAt: now, paperAt: now, channel: 'digital', contact: 'unopened' },
    ]);
    // Its deadline counts from the paper: it is not the letter that was made for the screen.
    expect(objects.objects.get(printed)).toBe('decision on paper');
  });

  it.each([[{ openedAt: now }], [{ paperAt: now }], [{ channel: 'paper' }]] as const)(
    'needs neither when %o',
    async (mark) => {
      const { mailer, notifyAgain, sendOnPaper } = await prepare({ ...notified, letters: [aLetter(mark)] });

      expect(await notifyAgain()).toEqual({ outcome: 'not-needed' });
      expect(await sendOnPaper()).toEqual({ outcome: 'not-needed' });
      expect(mailer.sent).toEqual([]);
    },
  );

  it('goes on paper at once when its reader cannot be notified any more', async () => {
    const { email: _email, ...person } = aPerson();
    const { store, objects, notifyAgain, sendOnPaper } = await prepare({
      ...notified,
      case: { ...notified.case, person },
    });

    expect(await notifyAgain()).toEqual({ outcome: 'sent-on-paper' });
    expect(await sendOnPaper()).toEqual({ outcome: 'not-needed' });
    expect(objects.objects.has(printed)).toBe(true);
    expect((await fileIn(store)).letters).toMatchObject([{ paperAt: now, contact: 'not-registered' }]);
  });
});
