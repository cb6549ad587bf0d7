import { BadRequestException, InternalServiceErrorException } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { createMailer, type Mail } from '../../functions/messages/mailer.ts';
import { aCase } from '../support/builders.ts';
import { fakeSes, fileIn, storeWith } from '../support/fakes.ts';

const { caseId } = aCase();
const mail: Mail = {
  caseId,
  key: 'letter-decision-1-person',
  template: 'letter',
  to: 'kari.testperson@example.no',
  language: 'nn',
  municipality: '4635',
  link: 'https://plan.example/gulen/cases/x/letters/decision-1',
  now: '2026-12-02T09:00:00.000Z',
};

async function prepare(ses = fakeSes()) {
  const store = await storeWith();
  const pauses: number[] = [];
  const pause = async () => {
    pauses.push(pauses.length);
    // Lets the others have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  };
  const mailer = createMailer({ store, ses, from: 'plan@gulen.example', configurationSet: 'mail', pause });
  return { store, ses, mailer, pauses };
}

describe('sending a mail', () => {
  it('hands a neutral mail to SES and keeps its id', async () => {
    const { store, ses, mailer } = await prepare();

    await mailer.send(mail);

    expect(ses.sent).toHaveLength(1);
    expect(ses.sent[0]).toMatchObject({
      FromEmailAddress: 'plan@gulen.example',
      Destination: { ToAddresses: [mail.to] },
      ConfigurationSetName: 'mail',
      EmailTags: [
        { Name: 'caseId', Value: caseId },
        { Name: 'template', Value: 'letter' },
      ],
      Content: { Simple: { Subject: { Data: 'Du har fått eit brev frå Gulen kommune' } } },
    });
    expect(ses.sent[0]?.Content?.Simple?.Body?.Text?.Data).toContain(`\n${mail.link}\n`);
    const { key, template, to: recipient, now: at } = mail;
    expect((await fileIn(store)).messages).toEqual([{ key, template, recipient, at, messageId: 'ses-1' }]);
  });

  it('sends it once, however often it is asked to', async () => {
    const { ses, mailer } = await prepare();

    await mailer.send(mail);
    await mailer.send(mail);
    await mailer.send({ ...mail, key: 'another' });

    expect(ses.sent).toHaveLength(2);
  });

  it('sends it once when fifty ask at once', async () => {
    const { ses, mailer } = await prepare();

    await Promise.all(Array.from({ length: 50 }, () => mailer.send(mail)));

    expect(ses.sent).toHaveLength(1);
  });

  it('waits for a sender that is at work instead of sending as well', async () => {
    let release: () => void = () => undefined;
    const working = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { ses, mailer, pauses } = await prepare(fakeSes(() => working));

    const first = mailer.send(mail);
    const second = mailer.send(mail);
    while (pauses.length < 3) await new Promise((resolve) => setImmediate(resolve));
    release();
    await Promise.all([first, second]);

    expect(ses.sent).toHaveLength(1);
  });

  it('tries again at once what SES has refused in words', async () => {
    const refuse = async (attempt: number) => {
      if (attempt === 1) throw new BadRequestException({ message: 'no', $metadata: {} });
    };
    const { store, ses, mailer, pauses } = await prepare(fakeSes(refuse));

    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'DeliveryError' });
    await mailer.send(mail);

    expect(ses.sent).toHaveLength(1);
    expect(pauses).toEqual([]);
    expect((await fileIn(store)).messages).toMatchObject([{ messageId: 'ses-1' }]);
  });

  it('takes over from a sender that died, but only after longer than it may take', async () => {
    const die = async (attempt: number) => {
      if (attempt === 1) throw new InternalServiceErrorException({ message: 'no answer', $metadata: {} });
    };
    const { ses, mailer, pauses } = await prepare(fakeSes(die));
    await expect(mailer.send(mail)).rejects.toMatchObject({ name: 'DeliveryError' });

    await Promise.all(Array.from({ length: 10 }, () => mailer.send(mail)));

    expect(ses.sent).toHaveLength(1);
    expect(pauses.length).toBeGreaterThanOrEqual(15);
  });

  it('never tells whom or what it is about', async () => {
    const { ses, mailer } = await prepare();

    await mailer.send(mail);

    const { person } = aCase();
    const text = JSON.stringify(ses.sent[0]?.Content);
    expect(text).not.toContain(person.name);
    expect(text).not.toContain(person.nationalId);
  });

  it('sends a digest, which belongs to no case, once', async () => {
    const { ses, mailer } = await prepare();
    const counts = { noticesLate: 1, tasksOverdue: 2, holdsOpen: 3, notStarted: 4 };
    const digest: Mail = { ...mail, caseId: 'digest-4635', key: 'digest-2026-12-02', template: 'digest', counts };

    await mailer.send(digest);
    await mailer.send(digest);

    expect(ses.sent).toHaveLength(1);
    expect(ses.sent[0]?.Content?.Simple?.Body?.Text?.Data).toContain('stoppa: 3');
  });
});
