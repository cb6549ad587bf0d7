import { osloDate } from '../core/calendar.ts';
import type { Party as PersonInCase } from '../core/parties.ts';
import type { CaseEvent, CaseFile } from '../core/records.ts';
import { mayReceiveLetters, type Representative, submitterActsAs } from '../core/representation.ts';
import type { CalendarDate } from '../core/time.ts';
import type { Municipality } from '../municipalities/index.ts';
import { errorPage, municipalityOf, now, type WebContext } from '../platform/http/index.ts';
import { log } from '../platform/log.ts';
import type { PersonId } from './person-id.ts';
import type { PersonSession } from './session.ts';
import type { Sessions } from './sessions.ts';

/** As what somebody may act in a case. */
export type Party = 'person' | Representative | 'other-parent';
/** What somebody may see: everything as a party; `receipt` only what they sent themselves; or nothing. */
type CaseAccess = Party | 'receipt' | 'none';

/**
 * Access to a case (hol § 12-1): the person, whoever acts for them, and the other one with parental responsibility for a
 * child under 16 are parties; anybody else who sent it sees their
 * own receipt only. A request that was added to an open case is its sender's receipt and nothing more.
 */
export function accessTo(
  file: CaseFile,
  reader: { nationalId: string; personId: string },
  on: CalendarDate,
): CaseAccess {
  const { person, submitter, otherParent, joinedTo } = file.case;
  if (joinedTo) return isSender(file, reader) ? 'receipt' : 'none';
  if (person.nationalId === reader.nationalId) return 'person';
  if (otherParent?.nationalId === reader.nationalId && mayReceiveLetters(file.case, 'other-parent', on)) {
    return 'other-parent';
  }
  if (submitter === undefined || !isSender(file, reader)) return 'none';
  return submitterActsAs(file.case, on) ?? 'receipt';
}

/**
 * A health worker's own number is not stored; the first event says who sent the report. What the municipality saw itself
 * was sent by nobody outside it, but whoever acts for the person does so too when a right is to be ended.
 */
function isSender({ case: found, events }: CaseFile, reader: { nationalId: string; personId: string }): boolean {
  const { person, submitter, origin, concerns } = found;
  if (origin === 'own-initiative' && !concerns) return false;
  const known = submitter ? submitter.nationalId : person.nationalId;
  if (known) return known === reader.nationalId;
  return events.some(({ type, actor }) => type === 'received' && actor.id === reader.personId);
}

/** A case that somebody has opened, with what they may do in it. */
export interface OpenedCase {
  readonly municipality: Municipality;
  readonly file: CaseFile;
  readonly reader: PersonSession;
  readonly access: Exclude<CaseAccess, 'none'>;
  /** Who looks or acts, for events. */
  readonly actor: CaseEvent['actor'];
}

/** What opening a case takes. */
export interface CaseOpener {
  readonly store: { load(caseId: string): Promise<CaseFile | undefined> };
  readonly sessions: Sessions;
  readonly personId: PersonId;
}

/**
 * The case of the path `/:m/cases/:caseId…` for whoever is signed in, or the answer to give instead. A case that is not
 * there, of another municipality or not the reader's own, all answer alike.
 */
export async function openCase(c: WebContext, options: CaseOpener): Promise<OpenedCase | Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const reader = await options.sessions.requirePerson(c);
  if (reader instanceof Response) return reader;
  const caseId = c.req.param('caseId') ?? '';
  const file = /^[a-z2-7]{26}$/.test(caseId) ? await options.store.load(caseId) : undefined;
  if (file === undefined || file.case.municipality !== municipality.number) return errorPage(c, 'not-found');
  const personId = await options.personId(reader.nationalId);
  const access = accessTo(file, { nationalId: reader.nationalId, personId }, osloDate(now(c)));
  if (access === 'none') {
    log.warn('ACCESS_DENIED', { caseId, municipality: municipality.number });
    return errorPage(c, 'not-found');
  }
  return { municipality, file, reader, access, actor: actorOf(file, access, personId) };
}

function actorOf(file: CaseFile, access: CaseAccess, id: string): CaseEvent['actor'] {
  return { kind: 'person', id, name: access === 'none' ? '' : (partyWith(file, access)?.name ?? '') };
}

/** Whoever has a role in a case, with the name and contact data the case knows. */
export function partyWith({ case: found }: CaseFile, access: Party | 'receipt'): PersonInCase | undefined {
  if (access === 'person') return found.person;
  return access === 'other-parent' ? found.otherParent : found.submitter;
}

/** The same, for pages of parties only; whoever has no more than a receipt is told that the page is not there. */
export async function openCaseAsParty(
  c: WebContext,
  options: CaseOpener,
): Promise<(OpenedCase & { readonly access: Party }) | Response> {
  const opened = await openCase(c, options);
  if (opened instanceof Response) return opened;
  const { access } = opened;
  return access === 'receipt' ? errorPage(c, 'not-found') : { ...opened, access };
}
