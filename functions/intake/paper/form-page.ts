import formTemplate from '../../../templates/pages/paper-form.hbs';
import type { Case } from '../../core/case.ts';
import {
  errorSummary,
  type FormFields,
  pageLanguage,
  renderPage,
  staleFormPage,
  titleWithErrors,
  type WebContext,
  writtenIn,
} from '../../platform/http/index.ts';
import { submitApplication } from '../application/submit.ts';
import type { PaperDraft } from './draft.ts';
import { paperFormView } from './form-view.ts';
import { type PaperErrors, type PaperForm, paperFields, readPaper } from './paper-form.ts';
import type { PaperPages } from './ports.ts';
import { paperTexts } from './texts.ts';
import type { Visit } from './visit.ts';

/** `GET /:m/paper/form`: the form as it was last saved. */
export function showForm(c: WebContext, pages: PaperPages, visited: Visit): Response | Promise<Response> {
  const { draft, municipality } = visited;
  if (draft === undefined) return c.redirect(`/${municipality.slug}/paper`, 303);
  // What came on paper is answered on paper, in the municipality's form, unless the paper says otherwise.
  const values = { contact: 'paper', language: municipality.language, ...draft.values };
  return formPage(c, pages, { ...visited, draft, values, saved: c.req.query('saved') === 'yes' });
}

/** `POST /:m/paper/form`: saves the draft, or makes a case of it. What was typed is kept whatever becomes of it. */
export async function sendForm(c: WebContext, pages: PaperPages, visited: Visit): Promise<Response> {
  const { municipality, drafts } = visited;
  const { form } = c.var;
  const path = `/${municipality.slug}/paper`;
  const before = await drafts.caseOf(visited, form.draft ?? '');
  if (before) return c.redirect(`${path}/registered/${before}`, 303);
  // Another form has been begun in another window since, or the draft is over.
  if (visited.draft === undefined || visited.draft.key !== form.draft) return staleFormPage(c, writtenIn(form));
  const values = Object.fromEntries(paperFields.map((name) => [name, (form[name] ?? '').trim()]));
  const draft = { key: visited.draft.key, values };
  await drafts.save(visited, draft);
  if (form.action === 'scan') return c.redirect(path, 303);
  if (form.action !== 'register') return c.redirect(`${path}/form?saved=yes`, 303);
  return register(c, pages, { ...visited, draft, values });
}

interface Entered extends Visit {
  readonly draft: PaperDraft;
  readonly values: FormFields;
}

async function register(c: WebContext, pages: PaperPages, entered: Entered): Promise<Response> {
  const { municipality, values, now, draft } = entered;
  const read = readPaper(values, { environment: pages.environment, now });
  const scan = scanProblem(await pages.uploads.list(draft.key));
  if (!read.ok || scan) return formPage(c, pages, { ...entered, errors: read.ok ? {} : read.error, scan });
  const open = await openCaseOf(pages, municipality.number, read.value);
  // One plan at most (IP-forskriften § 9): pointed out once, never in the way.
  if (open && c.var.form.pointedOut !== open.caseId) return formPage(c, pages, { ...entered, duplicate: open });
  const caseId = await submit(pages, entered, read.value);
  await entered.drafts.registered(entered, draft, caseId);
  return c.redirect(`/${municipality.slug}/paper/registered/${caseId}`, 303);
}

function submit(pages: PaperPages, { municipality, staff, now, draft }: Entered, paper: PaperForm): Promise<string> {
  const actor = { kind: 'staff', id: staff.id, name: staff.name } as const;
  const { application, receivedAt, postmarkedOn, signedBy } = paper;
  return submitApplication(pages, {
    application,
    municipality: municipality.number,
    submissionKey: draft.key,
    channel: 'paper',
    now,
    receivedAt,
    registeredAt: now,
    ...(postmarkedOn && { postmarkedOn }),
    actor,
    ...(signedBy === 'both-parents' && { otherParentSigned: true }),
    detail: { signedBy },
    attachments: (caseId) =>
      pages.uploads.keep({
        folder: draft.key,
        municipality: municipality.number,
        caseId,
        purpose: 'scan',
        by: actor,
        now,
      }),
  });
}

type ScanProblem = 'scanMissing' | 'scanRefused';

/** The paper is archived as it came: there has to be a scan, and no page of it may get lost. */
function scanProblem(files: readonly { readonly problem?: string }[]): ScanProblem | undefined {
  if (files.some(({ problem }) => problem !== undefined)) return 'scanRefused';
  return files.length === 0 ? 'scanMissing' : undefined;
}

/** The newest case of the person that is not over. */
export async function openCaseOf(
  { store }: PaperPages,
  municipality: string,
  { application: { person: about } }: Pick<PaperForm, 'application'>,
): Promise<Case | undefined> {
  const { nationalId } = about;
  const cases = await store.listByPerson(municipality, nationalId);
  return cases.find(
    ({ person, state }) => person.nationalId === nationalId && !['closed', 'withdrawn'].includes(state),
  );
}

interface Shown extends Entered {
  readonly errors?: PaperErrors;
  readonly scan?: ScanProblem | undefined;
  readonly saved?: boolean;
  readonly duplicate?: Case;
}

async function formPage(c: WebContext, { uploads }: PaperPages, shown: Shown): Promise<Response> {
  const { municipality, staff, draft, values, errors = {}, scan, saved = false, duplicate } = shown;
  const language = pageLanguage(c, municipality.language);
  const t = paperTexts[language].form;
  const view = paperFormView(language, values, errors);
  const all = { ...(scan && { scan: t[scan] }), ...view.errors };
  const action = `/${municipality.slug}/paper/form`;
  const body = formTemplate({
    ...view,
    t,
    language,
    summary: errorSummary(language, all),
    action,
    csrf: c.var.csrfToken(action),
    draft: draft.key,
    pointedOut: duplicate?.caseId ?? '',
    scans: String((await uploads.list(draft.key)).length),
    saved,
    duplicate: duplicate && { caseNumber: duplicate.caseNumber, receivedOn: duplicate.receivedOn },
  });
  const title = titleWithErrors(t.title, all);
  const status = Object.keys(all).length > 0 ? 422 : duplicate ? 409 : 200;
  return renderPage(c, { title, language, municipality, body, user: staff, status, address: action });
}
