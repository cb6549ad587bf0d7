import type { Case, Consent, ConsentKind } from '../../core/case.ts';
import { consentGiver, consentInForce } from '../../core/consent.ts';
import { hasOtherParent, newestConsent } from '../../core/consent-givers.ts';
import type { CaseFile } from '../../core/records.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { OpenedCase, Party } from '../../identity/index.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import { loadCaseFile, systemEvent } from '../../platform/case-file.ts';
import type { CaseChanges, CaseStore } from '../../platform/case-store.ts';

/** Version of the texts of the consents page; raise it when their meaning changes (domain.md § 4.5). */
const consentTextVersion = '2026-11';

/** The consents in the order of the page. */
const consentKinds = ['plan', 'sharing', 'toolAccess', 'digitalContact'] as const satisfies readonly ConsentKind[];

/** A choice made on the consents page. */
export interface ConsentChange {
  readonly kind: ConsentKind;
  readonly given: boolean;
  /** The new e-mail or postal address that a change of channel needs. */
  readonly contact?: (file: CaseFile) => CaseChanges;
  readonly at: Instant;
}

/**
 * May this party give and withdraw consents? The person from 16; whoever acts for the person within what gives them that
 * right: a parent below 16 or with a mandate, a guardian, an attorney (pbrl §§ 4-3, 4-4; domain.md § 4.4).
 */
export function mayConsent(found: Pick<Case, 'person'>, access: Party, on: CalendarDate): boolean {
  return access !== 'person' || consentGiver(found, on) === 'person';
}

/** How a consent stands; letters come digitally or on paper whether or not somebody was asked. */
function isGiven(found: Pick<Case, 'consents' | 'contact'>, kind: ConsentKind): boolean {
  return kind === 'digitalContact' ? found.contact === 'digital' : consentInForce(found, kind) === 'given';
}

/** How a party's own answer stands, where two consent together and each answers for themselves (pbrl § 4-4). */
export function isGivenBy(found: Case, kind: ConsentKind, access: Party): boolean {
  if (kind === 'digitalContact' || !hasOtherParent(found)) return isGiven(found, kind);
  return newestConsent(found, kind, ({ by }) => by === access)?.given === true;
}

/** The consents a party may change: how the letters come is not for the other parent to choose. */
export function kindsFor(access: Party): readonly ConsentKind[] {
  return consentKinds.filter((kind) => kind !== 'digitalContact' || access !== 'other-parent');
}

/** Far more than a case is changed in one moment. */
const mostRounds = 20;

/**
 * Records the choice and raises the case's version, so that an open assessment is told. After the decision the
 * coordinating unit is told to stop or to go on (pbrl § 4-1), once per choice: the same form sent again finds the choice
 * made and only tells what was not told. Nothing is deleted.
 */
export async function changeConsent(
  ports: { readonly store: CaseStore; readonly mailer: Mailer },
  { file: opened, access, actor }: OpenedCase & { readonly access: Party },
  change: ConsentChange,
): Promise<void> {
  const { caseId } = opened.case;
  for (let round = 0; round < mostRounds; round += 1) {
    const file = await loadCaseFile(ports.store, caseId);
    if (isGivenBy(file.case, change.kind, access) === change.given && wasAnswered(file.case, change.kind, access)) {
      return tellUnit(ports, file, change.kind);
    }
    const type = change.given ? 'consent-given' : 'consent-withdrawn';
    const written = await ports.store.update({
      caseId,
      changes: changesBy(file, access, change),
      event: { at: change.at, type, actor, detail: { kind: change.kind } },
      expectVersion: file.case.version,
    });
    if (written.ok) return tellUnit(ports, { ...file, case: written.value }, change.kind);
  }
  throw new Error(`case ${caseId} is changed without end`);
}

function wasAnswered(found: Case, kind: ConsentKind, access: Party): boolean {
  const own = ({ by }: Consent) => !hasOtherParent(found) || by === access;
  return kind === 'digitalContact' || newestConsent(found, kind, own) !== undefined;
}

function changesBy(file: CaseFile, access: Party, { kind, given, contact, at }: ConsentChange): CaseChanges {
  const consent: Consent = { kind, given, textVersion: consentTextVersion, by: access, how: 'case-page', at };
  const channel = { contact: given ? ('digital' as const) : ('paper' as const) };
  return {
    consents: [...file.case.consents, consent],
    ...(kind === 'digitalContact' && { ...channel, ...contact?.(file) }),
  };
}

/** Neutral: the case's number and that something changed. Before the decision there is nothing to stop. */
async function tellUnit(
  { store, mailer }: { readonly store: CaseStore; readonly mailer: Mailer },
  file: CaseFile,
  kind: ConsentKind,
): Promise<void> {
  const { caseId, decisionNumber, caseNumber, consents } = file.case;
  const made = consents.filter((consent) => consent.kind === kind);
  const newest = made.at(-1);
  if (kind === 'digitalContact' || decisionNumber === 0 || newest?.how !== 'case-page') return;
  const municipality = mustFindMunicipality(file.case.municipality);
  await mailer.send({
    caseId,
    key: `consent-changed-${kind}-${made.length}`,
    template: 'consent-changed',
    to: municipality.mailboxes['coordinating-unit'],
    language: municipality.language,
    municipality: municipality.number,
    caseNumber,
    now: newest.at,
  });
  await store.appendEvent(caseId, systemEvent(newest.at, 'consent-change-told', { kind, consent: made.length }));
}

/** True when the case still goes anywhere, so that a consent has something to decide. */
export function consentsMatter({ withdrawnAt }: Pick<Case, 'withdrawnAt'>): boolean {
  return withdrawnAt === undefined;
}

/** True when a consent's newest answer withdrew it, rather than saying no from the start. */
export function isWithdrawal(consents: readonly Consent[], kind: ConsentKind): boolean {
  const answers = consents.filter((consent) => consent.kind === kind);
  return answers.at(-1)?.given === false && answers.some(({ given }) => given);
}
