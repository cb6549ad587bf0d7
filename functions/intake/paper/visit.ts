import type { StaffSession } from '../../identity/index.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { municipalityOf, now, type WebContext } from '../../platform/http/index.ts';
import { createPaperDrafts, type PaperDraft, type PaperDrafts } from './draft.ts';
import type { PaperPages } from './ports.ts';

/** A caseworker of the municipality on one of the pages. */
export interface Visit {
  readonly municipality: Municipality;
  readonly staff: StaffSession;
  readonly now: string;
  readonly drafts: PaperDrafts;
  /** What they are entering, if anything. */
  readonly draft: PaperDraft | undefined;
}

/** Lets caseworkers of the municipality in; the answer to give to everybody else. */
export async function visit(c: WebContext, pages: PaperPages): Promise<Visit | Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const need = { municipality: municipality.number, roles: ['caseworker'] } as const;
  const staff = await pages.sessions.requireStaff(c, need);
  if (staff instanceof Response) return staff;
  const drafts = createPaperDrafts(pages);
  return { municipality, staff, now: now(c), drafts, draft: await drafts.load({ staff, now: now(c) }) };
}
