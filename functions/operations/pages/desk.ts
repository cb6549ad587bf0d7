import type { Language } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import type { Sessions, StaffSession } from '../../identity/index.ts';
import type { Contacts } from '../../messages/contacts.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { type Municipality, mustFindMunicipality } from '../../municipalities/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { errorPage, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import type { Links } from '../../tasks/links.ts';
import type { Holds } from '../holds.ts';
import type { Executions } from './executions.ts';
import { operationsText } from './texts.ts';

/** What the operations pages work with. */
export interface Desk {
  readonly store: CaseStore;
  readonly sessions: Pick<Sessions, 'requireStaff'>;
  readonly executions: Executions;
  readonly holds: Holds;
  readonly mailer: Mailer;
  readonly contacts: Contacts;
  readonly links: () => Promise<Pick<Links, 'link'>>;
}

/** An operator at work, in the municipality the sign-in vouches for. */
export interface Shift {
  readonly staff: StaffSession;
  readonly municipality: Municipality;
  readonly language: Language;
}

/** The signed-in operator, or the answer to give instead. */
export async function beginShift(c: WebContext, desk: Desk): Promise<Shift | Response> {
  const staff = await desk.sessions.requireStaff(c, { roles: ['operations'] });
  if (staff instanceof Response) return staff;
  const municipality = mustFindMunicipality(staff.municipality);
  return { staff, municipality, language: pageLanguage(c, municipality.language) };
}

/** A case of the operator's own municipality, as the store has it; others do not exist here (design § 9). */
export async function ownCase(desk: Desk, shift: Shift, caseId: string): Promise<CaseFile | undefined> {
  const file = await desk.store.load(caseId);
  return file?.case.municipality === shift.municipality.number ? file : undefined;
}

/** A whole operations page. */
export function operationsPage(
  c: WebContext,
  shift: Shift,
  page: { readonly title: string; readonly body: string },
): Response | Promise<Response> {
  const { language, municipality, staff } = shift;
  return renderPage(c, { ...page, language, municipality, user: staff });
}

/** What the last post did, as told on the page one is sent back to; nothing for any other word in the address. */
export function doneText(c: WebContext, shift: Shift): string {
  const done: Readonly<Record<string, string>> = operationsText(shift.language).done;
  return done[c.req.query('done') ?? ''] ?? '';
}

/** One answer for what is not there and for what belongs to another municipality. */
export function notFound(c: WebContext): Response | Promise<Response> {
  return errorPage(c, 'not-found');
}
