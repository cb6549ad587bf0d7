import { osloDate } from '../../core/calendar.ts';
import { newCaseId } from '../../core/case-id.ts';
import type { PageLanguage } from '../../core/language.ts';
import type { PersonSession } from '../../identity/index.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { municipalityOf, now, publicPageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import type { ApplicationContext } from '../application/standing.ts';
import { firstUnanswered, type StepName } from '../application/steps.ts';
import { createDrafts, type Draft, type DraftOwner, type Drafts } from './draft.ts';
import type { FormTexts } from './form-text-types.ts';
import { formTexts } from './form-texts.ts';
import type { IntakePages } from './ports.ts';

/** Somebody signed in at one of the form's pages, with what they have answered so far. */
export interface Visit {
  readonly municipality: Municipality;
  readonly person: PersonSession;
  readonly language: PageLanguage;
  readonly texts: FormTexts;
  /** Path of the start page; every page of the form lies below. */
  readonly base: string;
  readonly drafts: Drafts;
  readonly owner: DraftOwner;
  readonly context: ApplicationContext;
  /** The draft, or a fresh one that is not kept yet. */
  readonly draft: Draft;
  readonly hasDraft: boolean;
}

/** Who is at a page of the form; or the answer to give instead: another municipality's address, or the sign-in. */
export async function visit(c: WebContext, pages: IntakePages): Promise<Visit | Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const person = await pages.sessions.requirePerson(c);
  return person instanceof Response ? person : visitOf(c, pages, { municipality, person });
}

/** The visit of somebody who is known to be signed in. */
export async function visitOf(
  c: WebContext,
  pages: IntakePages,
  { municipality, person }: Pick<Visit, 'municipality' | 'person'>,
): Promise<Visit> {
  const language = publicPageLanguage(c, municipality.language);
  const { nationalId } = person;
  const drafts = createDrafts(pages.shortLived);
  const owner = { municipality: municipality.number, nationalId };
  const kept = await drafts.load(owner, now(c));
  return {
    municipality,
    person,
    language,
    texts: formTexts[language],
    base: `/${municipality.slug}/application`,
    drafts,
    owner,
    context: { nationalId, environment: pages.environment, today: osloDate(now(c)) },
    draft: kept ?? { values: {}, done: [], submissionKey: newCaseId(pages.random()), savedAt: now(c) },
    hasDraft: kept !== undefined,
  };
}

/** Where the form goes on: the first open question, or the summary. A summary seen before is what to come back to. */
export function goOnPath({ base, draft, context }: Visit, steps: readonly StepName[] = []): string {
  const open = firstUnanswered(draft, context);
  if (open === undefined) return `${base}/summary`;
  const last = steps.at(-1);
  return `${base}/${open}${last && draft.done.includes(last) ? '?from=summary' : ''}`;
}

/** Answers with one of the form's pages. */
export function formPage(
  c: WebContext,
  { municipality, language, person }: Visit,
  page: { readonly title: string; readonly body: string; readonly status?: 200 | 422; readonly formTarget?: string },
): Response | Promise<Response> {
  return renderPage(c, { ...page, language, municipality, user: { name: person.name } });
}

/** A person has one plan at most (IP-forskriften § 9): the path of an open case, to point it out; empty when none. */
export async function openCasePath({ store }: IntakePages, { municipality, owner }: Visit): Promise<string> {
  const cases = await store.listByPerson(municipality.number, owner.nationalId);
  const open = cases.find(
    ({ person, state }) => person.nationalId === owner.nationalId && state !== 'closed' && state !== 'withdrawn',
  );
  return open ? `/${municipality.slug}/cases/${open.caseId}` : '';
}
