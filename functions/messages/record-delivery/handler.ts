import { z } from 'zod';
import type { CaseFile, MessageRecord } from '../../core/records.ts';
import { systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import type { CountMetric } from '../../platform/metrics.ts';
import { instant } from '../../platform/step.ts';
import { isClaim, isFreed } from '../claims.ts';

const happening = z.object({ timestamp: instant });

/** What SES tells through SNS (event publishing); the mail's addresses and subject are left unread. */
const sesEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    timestamp: instant,
    tags: z.record(z.string(), z.array(z.string())).default({}),
  }),
  bounce: happening.extend({ bounceType: z.string() }).optional(),
  complaint: happening.optional(),
  delivery: happening.optional(),
});
type SesEvent = z.output<typeof sesEvent>;

const snsEvent = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

type Delivery = NonNullable<MessageRecord['delivery']>;
type Ports = { readonly store: CaseStore; readonly count: CountMetric };

/**
 * Notes what became of a mail: on its record, and as an event each, as an automatic reply gives both a transient bounce
 * and a delivery (govuk-forms #1568). Only a permanent bounce is counted, for the alarm.
 */
export function createRecordDelivery(ports: Ports) {
  return async (event: unknown): Promise<void> => {
    for (const { Sns } of snsEvent.parse(event).Records) await record(ports, sesEvent.parse(JSON.parse(Sns.Message)));
  };
}

async function record({ store, count }: Ports, event: SesEvent): Promise<void> {
  const outcome = outcomeOf(event);
  const [caseId = ''] = event.mail.tags.caseId ?? [];
  const file = caseId === '' ? undefined : await store.load(caseId);
  const municipality = file?.case.municipality;
  const message = file && (await findMessage(store, file, event));
  if (outcome?.delivery === 'bounced-permanent') count('MailBounced', municipality ? { municipality } : {});
  if (!message) return log.warn('MAIL_UNKNOWN', { caseId, outcome: outcome?.delivery ?? event.eventType });
  if (!outcome) return;
  const { key, delivery } = message;
  if (weight[outcome.delivery] > (delivery ? weight[delivery] : 0))
    await store.change(caseId, 'message', key, { delivery: outcome.delivery });
  await store.appendEvent(caseId, systemEvent(outcome.at, `mail-${outcome.delivery}`, { message: key }));
  log.info('MAIL_DELIVERY', { caseId, key, kind: message.template, outcome: outcome.delivery });
}

/** The heaviest word is kept: a mail that was delivered and complained about is a complaint, in whatever order told. */
const weight: Readonly<Record<Delivery, number>> = {
  'bounced-transient': 1,
  delivered: 2,
  'bounced-permanent': 3,
  complaint: 4,
};

/** Undefined for what SES tells besides, such as `Send`. */
function outcomeOf({
  eventType,
  bounce,
  complaint,
  delivery,
}: SesEvent): { delivery: Delivery; at: string } | undefined {
  if (eventType === 'Bounce' && bounce)
    return {
      delivery: bounce.bounceType === 'Permanent' ? 'bounced-permanent' : 'bounced-transient',
      at: bounce.timestamp,
    };
  if (eventType === 'Complaint' && complaint) return { delivery: 'complaint', at: complaint.timestamp };
  if (eventType === 'Delivery' && delivery) return { delivery: 'delivered', at: delivery.timestamp };
  return undefined;
}

/**
 * The mail's record. One that is only claimed, alone of its template, is the mail of a sender that died before it could
 * write SES's id: it gets its id here, and is not sent again.
 */
async function findMessage(store: CaseStore, file: CaseFile, event: SesEvent): Promise<MessageRecord | undefined> {
  const { messageId, tags } = event.mail;
  const known = file.messages.find((message) => message.messageId === messageId);
  if (known) return known;
  const [template] = tags.template ?? [];
  const claimed = file.messages.filter(
    (found) => found.template === template && isClaim(found.messageId) && !isFreed(found.messageId),
  );
  const [only, ...others] = claimed;
  if (!only || others.length > 0) return undefined;
  await store.change(file.case.caseId, 'message', only.key, { messageId }, { messageId: only.messageId });
  return only;
}
