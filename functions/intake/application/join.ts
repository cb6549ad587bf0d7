import type { Case } from '../../core/case.ts';
import { joinOrAnswer, type Meeting } from '../../core/one-plan.ts';
import type { AttachmentRecord, CaseEvent, CaseFile } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { addInformation } from '../../platform/information.ts';
import { formTexts } from '../pages/form-texts.ts';
import type { Application } from './application-form.ts';
import { copyOf } from './copy.ts';

/**
 * What a new application meets: nothing, an open case, or a plan there is already (IP-forskriften § 9). `before` is a
 * case that was made a moment ago, which the list may not show yet.
 */
export async function meetingOf(
  store: CaseStore,
  sent: { readonly municipality: string; readonly application: Application; readonly before?: string | undefined },
): Promise<Meeting> {
  const { person, wishes } = sent.application;
  const { nationalId } = person;
  const isOwn = (found: Case) => found.person.nationalId === nationalId && found.joinedTo === undefined;
  const listed = (await store.listByPerson(sent.municipality, nationalId)).filter(isOwn).map(({ caseId }) => caseId);
  const newestFirst = new Set(sent.before === undefined ? listed : [sent.before, ...listed]);
  const files = await Promise.all([...newestFirst].map((caseId) => store.load(caseId)));
  return joinOrAnswer(
    files.filter((file): file is CaseFile => file !== undefined && isOwn(file.case)),
    { nationalId, wishes },
  );
}

/** Far more than a case is changed in one moment. */
const mostRounds = 20;

/**
 * Adds what was sent to the open case: as information, in the sender's words, with its files; and, from a party in that
 * case, with the consents and wishes. The second request is kept as a case that is over, so that its sender has a receipt.
 */
export async function joinCase(
  store: CaseStore,
  joined: Case,
  sent: { readonly attachments: readonly AttachmentRecord[]; readonly by: CaseEvent['actor']; readonly at: Instant },
): Promise<void> {
  const { joinedTo: caseId = '', municipality } = joined;
  const { attachments, by, at } = sent;
  for (const record of attachments) await store.addOnce(caseId, 'attachment', record);
  const texts = formTexts[mustFindMunicipality(municipality).language];
  const text = copyOf(joined, texts)
    .map(({ label, value }) => `${label}: ${value}`)
    .join('\n');
  const ids = attachments.map(({ id }) => id);
  await addInformation(store, caseId, { id: joined.caseId, text, attachments: ids, at, by });
  for (let round = 0; round < mostRounds; round += 1) {
    const { case: open, events } = await loadCaseFile(store, caseId);
    if (events.some(({ type, detail }) => type === 'application-joined' && detail?.from === joined.caseId)) return;
    const event = { at, type: 'application-joined', actor: by, detail: { from: joined.caseId, origin: joined.origin } };
    const changes = isParty(open, joined) ? takenOver(open, joined) : {};
    const written = await store.update({ caseId, changes, event, expectVersion: open.version });
    if (written.ok) return;
  }
  throw new Error(`case ${caseId} is changed without end`);
}

/** Did the person, or the one who sent the open case in the same role, send this as well? */
function isParty(open: Case, { submitter, person, origin }: Case): boolean {
  if (origin === 'own-initiative') return false;
  if (submitter === undefined) return open.person.nationalId === person.nationalId;
  const { nationalId, role } = submitter;
  return nationalId !== undefined && open.submitter?.nationalId === nationalId && open.submitter.role === role;
}

function takenOver(open: Case, { wishes, consents }: Case): Pick<Case, 'wishes' | 'consents'> {
  const wished = {
    plan: open.wishes.plan || wishes.plan,
    coordinator: open.wishes.coordinator || wishes.coordinator,
    childCoordinator: open.wishes.childCoordinator || wishes.childCoordinator,
  };
  return { wishes: { ...wishes, ...open.wishes, ...wished }, consents: [...open.consents, ...consents] };
}
