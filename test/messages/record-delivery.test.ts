import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../functions/core/records.ts';
import { createRecordDelivery } from '../../functions/messages/record-delivery/handler.ts';
import { aCase } from '../support/builders.ts';
import { fakeCount, fileIn, storeWith } from '../support/fakes.ts';

const { caseId } = aCase();
const timestamp = '2026-12-02T10:00:00Z';
const message: MessageRecord = {
  key: 'letter-decision-1-person',
  template: 'letter',
  recipient: 'kari.testperson@example.no',
  messageId: 'ses-1',
  at: '2026-12-02T09:10:00.000Z',
};
const told = {
  permanent: { eventType: 'Bounce', bounce: { timestamp, bounceType: 'Permanent' } },
  transient: { eventType: 'Bounce', bounce: { timestamp, bounceType: 'Transient' } },
  delivered: { eventType: 'Delivery', delivery: { timestamp } },
  complaint: { eventType: 'Complaint', complaint: { timestamp } },
  send: { eventType: 'Send', send: {} },
};

function sns(event: object, tags: object = { caseId: [caseId], template: ['letter'] }, messageId = 'ses-1') {
  const mail = { messageId, timestamp, tags, destination: [message.recipient] };
  return { Records: [{ Sns: { Message: JSON.stringify({ ...event, mail }) } }] };
}

async function prepare(messages: MessageRecord[] = [message]) {
  const store = await storeWith({ messages });
  const count = fakeCount();
  return { store, count, record: createRecordDelivery({ store, count }) };
}

describe('recording a delivery', () => {
  it.each([
    ['permanent', 'bounced-permanent', [['MailBounced', { municipality: '4635' }]]],
    ['transient', 'bounced-transient', []],
    ['delivered', 'delivered', []],
    ['complaint', 'complaint', []],
  ] as const)('notes %s, and pages only for the permanent bounce', async (what, delivery, counted) => {
    const { store, count, record } = await prepare();

    await record(sns(told[what]));

    const file = await fileIn(store);
    expect(file.messages).toEqual([{ ...message, delivery }]);
    expect(file.events.at(-1)).toMatchObject({ at: '2026-12-02T10:00:00.000Z', type: `mail-${delivery}` });
    expect(count.counted).toEqual(counted);
  });

  it.each([
    ['transient', 'delivered'],
    ['delivered', 'transient'],
  ] as const)(
    'keeps both of an automatic reply, %s then %s, and takes the mail for delivered',
    async (first, second) => {
      const { store, record } = await prepare();

      await record(sns(told[first]));
      await record(sns(told[second]));

      const file = await fileIn(store);
      expect(file.messages).toMatchObject([{ delivery: 'delivered' }]);
      expect(file.events.filter(({ type }) => type.startsWith('mail-'))).toHaveLength(2);
    },
  );

  it('gives a mail its id whose sender died before writing it', async () => {
    const { store, record } = await prepare([{ ...message, messageId: 'claim-1' }]);

    await record(sns(told.send));

    expect((await fileIn(store)).messages).toEqual([message]);
  });

  it('does not take a mail that SES refused for one it tells of', async () => {
    const refused = { ...message, messageId: 'claim-1-freed' };
    const { store, record } = await prepare([refused]);

    await record(sns(told.delivered));

    expect((await fileIn(store)).messages).toEqual([refused]);
  });

  it('counts the bounce of a mail of no case, such as a digest', async () => {
    const { count, record } = await prepare([]);

    await record(sns(told.permanent, { caseId: ['digest-4635'] }));
    await record(sns(told.permanent, {}));

    expect(count.counted).toEqual([
      ['MailBounced', {}],
      ['MailBounced', {}],
    ]);
  });
});
