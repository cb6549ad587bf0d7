import { z } from 'zod';
import type { Appeal } from '../../core/appeal.ts';
import { DeliveryError } from '../../core/errors.ts';
import { type CaseFile, type LetterRecord, letterId, roundKey } from '../../core/records.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { systemEvent } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
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
 * Forwards the appeal: the municipality's statement with the case documents is laid in the outbox that the
 * municipality's dispatch system (SvarUt or the archive core) empties, and the post room is told. `round` is the
 * statement letter's round. A request for supervision is sent on as it came, in the receipt that has a copy of it, and
 * with no other document of the case (pbrl § 7-4; fvl § 11 fourth ledd).
 */
export function createForwardAppeal(ports: { store: CaseStore; objects: ObjectStore; mailer: Mailer }) {
  return defineStep('ForwardAppeal', input, async ({ caseId, municipality, subject, round, now }) => {
    const { file, appeal } = await loadAppeal(ports.store, caseId, subject);
    if (appeal.state === 'withdrawn') return { outcome: 'withdrawn' };
    if (appeal.review?.supervision) return sendRequest(ports, { file, appeal, round, now });
    const key = roundKey(subject, round);
    const statement = file.letters.find((letter) => letter.kind === 'appeal-forwarded' && letter.key === key);
    if (!statement) throw new DeliveryError(`statement ${key} of case ${caseId} is not rendered`);
    const place = `outgoing/county-governor/${municipality}/${caseId}/${key}.json`;
    await ports.objects.putOnce(place, Buffer.from(JSON.stringify(manifest(file, statement))), 'application/json');
    await tellPostRoom(ports, file, { key: `forwarded-${key}`, now });
    await ports.store.change(caseId, 'letter', letterId(statement), { dispatchedAt: now, channel: 'forwarded' });
    await changeAppeal(ports.store, { caseId, appeal }, { state: 'forwarded', forwardedAt: now });
    await ports.store.appendEvent(caseId, systemEvent(now, 'appeal-forwarded', { appeal: appeal.number }));
    return { outcome: 'forwarded' };
  });
}

/** Sends a request for supervision to the office that decides it. The appeal it was taken for ends with its letter. */
async function sendRequest(
  ports: { store: CaseStore; objects: ObjectStore; mailer: Mailer },
  { file, appeal, round, now }: { file: CaseFile; appeal: Appeal; round: number; now: string },
) {
  const { caseId, municipality } = file.case;
  const subject = `appeal-${appeal.number}` as const;
  const receipt = file.letters.find((letter) => letter.kind === 'appeal-receipt' && letter.subject === subject);
  if (!receipt) throw new DeliveryError(`receipt of ${subject} of case ${caseId} is not rendered`);
  const key = roundKey(subject, round);
  const only = { ...file, letters: [receipt] };
  const place = `outgoing/county-governor/${municipality}/${caseId}/supervision-${key}.json`;
  await ports.objects.putOnce(place, Buffer.from(JSON.stringify(manifest(only, receipt))), 'application/json');
  await tellPostRoom(ports, file, { key: `forwarded-${key}`, now });
  const told = file.events.some(
    ({ type, detail }) => type === 'supervision-forwarded' && detail?.appeal === appeal.number,
  );
  if (!told)
    await ports.store.appendEvent(caseId, systemEvent(now, 'supervision-forwarded', { appeal: appeal.number }));
  return { outcome: 'forwarded' };
}

function tellPostRoom(
  { mailer }: { mailer: Mailer },
  { case: { caseId, municipality } }: CaseFile,
  { key, now }: { key: string; now: string },
) {
  const { mailboxes, language } = mustFindMunicipality(municipality);
  return mailer.send({ caseId, key, template: 'forwarded', to: mailboxes.postRoom, language, municipality, now });
}

/** The statement first, then every letter of the case in the order it was written. */
function manifest(file: CaseFile, statement: LetterRecord): ForwardingManifest {
  const others = file.letters.filter((letter) => letter !== statement && letter.kind !== 'appeal-forwarded-copy');
  return {
    recipient: mustFindMunicipality(file.case.municipality).countyGovernor.name[file.case.language],
    caseNumber: file.case.caseNumber,
    language: file.case.language,
    documents: [statement, ...others].map((letter) => ({
      letterId: letterId(letter),
      object: letter.object,
      sha256: letter.sha256,
    })),
  };
}
