import { z } from 'zod';
import type { Appeal } from '../../core/appeal.ts';
import { DeliveryError } from '../../core/errors.ts';
import { type LetterRecord, letterFile, letterId, type Shipment } from '../../core/letter-record.ts';
import { type CaseFile, roundKey } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { type PrintPorts, tellOfForwarding } from '../../messages/delivery.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { systemEvent } from '../../platform/case-file.ts';
import { defineStep, stepInput } from '../../platform/step.ts';
import { changeAppeal, loadAppeal } from '../appeal-file.ts';

/** What Statsforvalteren gets: the statement and the case documents, by object and checksum (fvl § 33). */
export interface ForwardingManifest {
  readonly recipient: string;
  readonly caseNumber: string;
  readonly language: string;
  readonly documents: readonly { readonly letterId: string; readonly object: string; readonly sha256: string }[];
}

const input = stepInput.extend({ round: z.number().int().positive() });

/**
 * Forwards the appeal: the municipality's statement with the case documents is laid in the outbox, and sent by SvarUt
 * where the municipality has an account there; otherwise the post room is told. `round` is the statement letter's round.
 * A request for supervision is sent on as it came, in the receipt that has a copy of it, and with no other document of
 * the case (pbrl § 7-4; fvl § 11 fourth ledd).
 */
export function createForwardAppeal(ports: PrintPorts) {
  return defineStep('ForwardAppeal', input, async ({ caseId, municipality, subject, round, now }) => {
    const { file, appeal } = await loadAppeal(ports.store, caseId, subject);
    if (appeal.state === 'withdrawn') return { outcome: 'withdrawn' };
    if (appeal.review?.supervision) return sendRequest(ports, { file, appeal, round, now });
    const key = roundKey(subject, round);
    const statement = file.letters.find((letter) => letter.kind === 'appeal-forwarded' && letter.key === key);
    if (!statement) throw new DeliveryError(`statement ${key} of case ${caseId} is not rendered`);
    const place = `outgoing/county-governor/${municipality}/${caseId}/${key}.json`;
    await ports.objects.putOnce(place, Buffer.from(JSON.stringify(manifest(file, statement))), 'application/json');
    const shipment = statement.shipment ?? (await send(ports, { file, statement, now }));
    if (!shipment) await tellOfForwarding(ports, { file, key, now });
    const changes = { dispatchedAt: now, channel: 'forwarded', ...(shipment && { shipment }) } as const;
    await ports.store.change(caseId, 'letter', letterId(statement), changes);
    await changeAppeal(ports.store, { caseId, appeal }, { state: 'forwarded', forwardedAt: now });
    await ports.store.appendEvent(caseId, systemEvent(now, 'appeal-forwarded', { appeal: appeal.number }));
    return { outcome: 'forwarded' };
  });
}

/** Sends a request for supervision to the office that decides it. The appeal it was taken for ends with its letter. */
async function sendRequest(
  ports: PrintPorts,
  { file, appeal, round, now }: { file: CaseFile; appeal: Appeal; round: number; now: Instant },
) {
  const { caseId, municipality } = file.case;
  const subject = `appeal-${appeal.number}` as const;
  const receipt = file.letters.find((letter) => letter.kind === 'appeal-receipt' && letter.subject === subject);
  if (!receipt) throw new DeliveryError(`receipt of ${subject} of case ${caseId} is not rendered`);
  const key = roundKey(subject, round);
  const only = { ...file, letters: [receipt] };
  const place = `outgoing/county-governor/${municipality}/${caseId}/supervision-${key}.json`;
  await ports.objects.putOnce(place, Buffer.from(JSON.stringify(manifest(only, receipt))), 'application/json');
  await tellOfForwarding(ports, { file, key, now });
  const told = file.events.some(
    ({ type, detail }) => type === 'supervision-forwarded' && detail?.appeal === appeal.number,
  );
  if (!told)
    await ports.store.appendEvent(caseId, systemEvent(now, 'supervision-forwarded', { appeal: appeal.number }));
  return { outcome: 'forwarded' };
}

/** Sends the statement and the case documents by SvarUt; undefined when the post room has to. */
async function send(
  { svarUt, objects }: PrintPorts,
  { file, statement, now }: { readonly file: CaseFile; readonly statement: LetterRecord; readonly now: Instant },
): Promise<Shipment | undefined> {
  const { caseId, caseNumber, municipality, language } = file.case;
  const { organisationNumber, name, address } = mustFindMunicipality(municipality).countyGovernor;
  if (!svarUt || !organisationNumber) return undefined;
  const files = await Promise.all(
    documentsOf(file, statement).map(async (letter, index) => {
      const pdf = await objects.get(letterFile(letter).object);
      if (!pdf) throw new DeliveryError(`letter ${letterId(letter)} of case ${caseId} is not in the bucket`);
      return { name: `${index + 1}-${letter.kind}.pdf`, pdf };
    }),
  );
  const post = {
    ...{ reference: `${caseId}/${letterId(statement)}`, name: name[language], organisationNumber, files },
    title: language === 'nn' ? `Oversending av klage, sak ${caseNumber}` : `Oversendelse av klage, sak ${caseNumber}`,
    address: address && { street: address.lines.join(', '), postalCode: address.postalCode, city: address.city },
  };
  const sent = await svarUt.send(municipality, post, now);
  return sent.ok ? { id: sent.value, at: now, state: 'sent' } : undefined;
}

/** The statement first, then every letter of the case in the order it was written. */
function manifest(file: CaseFile, statement: LetterRecord): ForwardingManifest {
  return {
    recipient: mustFindMunicipality(file.case.municipality).countyGovernor.name[file.case.language],
    caseNumber: file.case.caseNumber,
    language: file.case.language,
    documents: documentsOf(file, statement).map((letter) => ({
      letterId: letterId(letter),
      object: letterFile(letter).object,
      sha256: letterFile(letter).sha256,
    })),
  };
}

function documentsOf({ letters }: CaseFile, statement: LetterRecord): readonly LetterRecord[] {
  const others = letters.filter((letter) => letter !== statement && letter.kind !== 'appeal-forwarded-copy');
  return [statement, ...others];
}
