import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { osloDate } from '../../core/calendar.ts';
import { isAnswered } from '../../core/case-state.ts';
import { currentDecisionLetter } from '../../core/decision-letter.ts';
import type { NoticeRecipient } from '../../core/delay-notice.ts';
import { NotFoundError, WrongStateError } from '../../core/errors.ts';
import { type LetterRecord, letterId, letterKinds } from '../../core/letter-record.ts';
import { type CaseFile, roundKey } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import { type CaseStore, recordKey } from '../../platform/case-store.ts';
import { log } from '../../platform/log.ts';
import type { CountMetric } from '../../platform/metrics.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import type { Contacts } from '../contacts.ts';
import { type Delivery, type PrintPorts, printLetter, tellReaders } from '../delivery.ts';
import { type Addressing, rolesOf } from '../recipients.ts';

const input = stepInput.extend({ kind: z.enum(letterKinds), round: z.number().int().positive() });

interface Ports extends PrintPorts {
  readonly contacts: Contacts;
  readonly count: CountMetric;
  readonly publicUrl: string;
}

/**
 * Makes a stored letter available: digitally with a neutral mail to where the reader is reached now, or on paper for
 * whoever wants or needs it (eFvf §§ 8, 9, 32). A decision's letter moves the case on, as only now the person has an
 * answer. The letter is marked after its mails, so `dispatchedAt` never says more than happened.
 */
export function createDispatchLetter(ports: Ports) {
  return defineStep('DispatchLetter', input, async ({ caseId, municipality, subject, kind, round, now }) => {
    const file = await loadCaseFile(ports.store, caseId);
    const key = roundKey(subject, round);
    const letter = file.letters.find((found) => found.kind === kind && found.key === key);
    if (!letter) throw new NotFoundError(`letter ${kind}-${key} of case ${caseId}`);
    const channel = letter.dispatchedAt ? letter.channel : await dispatch(ports, { file, letter, now });
    if (carriesDecision(file, letter)) await notify(ports.store, file, now);
    log.info('LETTER_DISPATCHED', { caseId, municipality, kind, key });
    return { outcome: 'dispatched', channel };
  });
}

async function dispatch(ports: Ports, delivery: Delivery): Promise<'digital' | 'paper'> {
  const { file, letter, now } = delivery;
  const { caseId, municipality, receivedOn } = file.case;
  const { channel, basis, readers } = await ports.contacts.addressing(file, letter.kind, now);
  await tellReaders(ports, { ...delivery, readers, template: 'letter' });
  if (channel === 'paper') await printLetter(ports, delivery);
  await ports.store.change(caseId, 'letter', letterId(letter), { dispatchedAt: now, channel, contact: basis });
  if (letter.kind === 'delay-notice') await noteRecipients(ports.store, delivery, { channel, readers });
  const detail = { letter: letterId(letter), channel, contact: basis };
  await ports.store.appendEvent(caseId, systemEvent(now, 'letter-dispatched', detail));
  if (letter.kind === 'decision') {
    const { days } = Temporal.PlainDate.from(receivedOn).until(osloDate(now), { largestUnit: 'days' });
    ports.count('SubmitToLetterDays', { municipality }, days);
  }
  return channel;
}

/** The history of notices says whom each went to, and how: by role, never by name. */
async function noteRecipients(
  store: CaseStore,
  { file, letter, now }: Delivery,
  { channel, readers }: Pick<Addressing, 'channel' | 'readers'>,
): Promise<void> {
  const notice = file.notices.find(({ subject, round }) => letter.key === roundKey(subject, round));
  if (!notice) return;
  const told: NoticeRecipient[] = readers.map(({ role }) => ({ role, channel: 'digital' }));
  const addressee = rolesOf(file, letter.kind, osloDate(now))[0] ?? 'person';
  const recipients = channel === 'paper' ? [{ role: addressee, channel }, ...told] : told;
  await store.change(file.case.caseId, 'notice', recordKey('notice', notice), {
    letterId: letterId(letter),
    recipients,
  });
}

/** The first decision's letter, or the letter about an appeal whose outcome is the decision now in force. */
function carriesDecision(file: CaseFile, letter: LetterRecord): boolean {
  return letter.kind === 'decision' || letter === currentDecisionLetter(file);
}

async function notify(store: CaseStore, file: CaseFile, now: Instant): Promise<void> {
  const { caseId } = file.case;
  const result = await store.transition({ caseId, transition: 'notify', event: systemEvent(now, 'notified') });
  // An appeal may come before a retry of this step does.
  if (result.ok || isAnswered(result.error.state)) return;
  throw new WrongStateError(`notify from ${result.error.state} in case ${caseId}`);
}
