import { osloDate } from '../../core/calendar.ts';
import type { Language } from '../../core/language.ts';
import type { Staff } from '../../core/parties.ts';
import type { CaseEvent, PassedOn } from '../../core/records.ts';
import { findMunicipality, type Municipality, mustFindMunicipality } from '../../municipalities/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import { now, pageLanguage, type WebContext } from '../../platform/http/index.ts';
import { answeredBy, consentRole, mayAnswer } from './access.ts';
import { type FoundTask, findTask, type LinkReader, taskStatus } from './find-task.ts';
import { noticePage } from './notice-page.ts';
import type { SignedInStaff, SignIn } from './sign-in.ts';
import type { TaskContext } from './task-page.ts';

/** What finding and admitting somebody needs. */
export interface VisitCollaborators {
  readonly store: CaseStore;
  readonly links: LinkReader;
  readonly signIn: SignIn;
}

/** Somebody who may answer, at their task. */
export interface Visit {
  readonly context: TaskContext;
  readonly status: 'open' | 'answered' | 'passed-on';
  /** How the task went on to somebody else after this link was sent. */
  readonly overtaken?: PassedOn;
  /** Who looks, as the access log keeps it: where nobody signs in, the role at the municipality. */
  readonly actor: Actor;
  /** False in a link-only municipality, where the form asks for a name. */
  readonly signedIn: boolean;
}

/** `id` is the issuer's subject for staff; for a person the role, as a national id number must not spread. */
interface Actor extends Staff {
  readonly kind: CaseEvent['actor']['kind'];
}

type Admission = { readonly visit: Visit } | { readonly refusal: Response | Promise<Response> };

/**
 * Finds the task and admits who may answer it. Every other case is one and the same calm page: it does not tell an
 * unknown link from an expired one, nor another municipality's staff from a stranger (design § 9).
 */
export async function admit(c: WebContext, collaborators: VisitCollaborators): Promise<Admission> {
  const found = await findTask(collaborators, {
    taskId: c.req.param('taskId') ?? '',
    secret: c.req.param('secret') ?? '',
  });
  const status = found && taskStatus(found, now(c));
  if (!found || status === undefined || status === 'void') return { refusal: unavailable(c) };
  const municipality = mustFindMunicipality(found.file.case.municipality);
  const place = { found, municipality, status };
  if (answeredBy[found.task.kind] === 'person') return admitPerson(c, collaborators.signIn, place);
  if (municipality.staffSignIn === 'link-only') return admitByLink(c, collaborators.signIn, place);
  return admitStaff(c, collaborators.signIn, place);
}

/** The link identifies. Whoever is known to be another municipality's is still none of this one's staff (design § 9). */
async function admitByLink(c: WebContext, signIn: SignIn, place: Place): Promise<Admission> {
  const { municipality, found } = place;
  const staff = await signIn.staff(c);
  if (staff && staff.municipality !== municipality.number) {
    return { refusal: unavailable(c, staff, languageOf(staff)) };
  }
  const actor = { kind: 'staff', id: found.task.recipient, name: municipality.name } as const;
  return { visit: { ...visitOf(c, place, actor), signedIn: false } };
}

interface Place {
  readonly found: FoundTask;
  readonly municipality: Municipality;
  readonly status: Visit['status'];
}

async function admitStaff(c: WebContext, signIn: SignIn, place: Place): Promise<Admission> {
  const { kind } = place.found.task;
  const role = answeredBy[kind];
  if (role === 'person') return { refusal: unavailable(c) };
  const staff = (await signIn.staff(c)) ?? (await signIn.requireStaff(c, { roles: [role] }));
  if (staff instanceof Response) return { refusal: staff };
  if (!mayAnswer(staff, kind, place.municipality)) return { refusal: unavailable(c, staff, languageOf(staff)) };
  return { visit: visitOf(c, place, { kind: 'staff', id: staff.id, name: staff.name }) };
}

async function admitPerson(c: WebContext, signIn: SignIn, place: Place): Promise<Admission> {
  const person = (await signIn.person(c)) ?? (await signIn.requirePerson(c));
  if (person instanceof Response) return { refusal: person };
  const { file } = place.found;
  const role = consentRole(file, person.nationalId, osloDate(now(c)));
  if (role === undefined) return { refusal: unavailable(c, named(person)) };
  if (role === 'under-age') {
    const language = pageLanguage(c, file.case.language);
    const { municipality } = place;
    return {
      refusal: noticePage(c, { notice: 'under-age', language, municipality, user: named(person), status: 403 }),
    };
  }
  const { person: about, otherParent, submitter } = file.case;
  const name = (role === 'person' ? about : role === 'other-parent' ? otherParent : submitter)?.name ?? '';
  const visit = visitOf(c, place, { kind: 'person', id: role, name });
  return { visit: { ...visit, context: { ...visit.context, answersAs: role } } };
}

function visitOf(c: WebContext, { found, municipality, status }: Place, actor: Actor): Visit {
  const { file, task, overtaken } = found;
  const own = answeredBy[task.kind] === 'person' ? file.case.language : municipality.language;
  const path = `/t/${c.req.param('taskId')}/${c.req.param('secret')}`;
  const context = { file, task, municipality, language: pageLanguage(c, own), now: now(c), path };
  return { context, status, actor, signedIn: true, ...(overtaken && { overtaken }) };
}

function unavailable(c: WebContext, user?: { readonly name: string }, own?: Language) {
  return noticePage(c, { notice: 'unavailable', language: pageLanguage(c, own), status: 404, ...(user && { user }) });
}

/** Staff read their own municipality's language, also where they have no business: the case's would reveal whose it is. */
function languageOf(staff: SignedInStaff): Language | undefined {
  return findMunicipality(staff.municipality)?.municipality.language;
}

/** ID-porten gives no name (domain.md § 7.7). */
function named({ name }: { readonly name: string }): { readonly name: string } {
  return { name: name || 'ID-porten' };
}
