import summaryTemplate from '../../../templates/pages/application-summary.hbs';
import { checkBoxes, errorSummary, now, titleWithErrors, type WebContext } from '../../platform/http/index.ts';
import { type Application, readApplication } from '../application/application-form.ts';
import { firstUnanswered, relevantValues, stepsFor } from '../application/steps.ts';
import { submitApplication } from '../application/submit.ts';
import { formPage, goOnPath, openCasePath, type Visit, visit } from './application-visit.ts';
import { filesOf, keepFiles } from './files-page.ts';
import type { IntakePages } from './ports.ts';
import { summaryRows } from './summary-rows.ts';

/** `/:m/application/summary`: everything as it was typed, each with a way to change it, and the button that sends it. */
export async function summaryPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { draft, context } = visitor;
  if (firstUnanswered(draft, context)) return c.redirect(goOnPath(visitor, stepsFor(draft.values, context)), 303);
  return showSummary(c, pages, visitor, {});
}

/**
 * Sends the application. The draft's own key makes one case of however many tries; once the draft is gone, the key leads
 * to the receipt of what it became.
 */
export async function sendApplication(c: WebContext, pages: IntakePages): Promise<Response> {
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { draft, drafts, owner, context, base, texts, municipality } = visitor;
  const { form } = c.var;
  if (!visitor.hasDraft || form.submissionKey !== draft.submissionKey) {
    const sent = await drafts.caseOf(owner, form.submissionKey ?? '', now(c));
    return c.redirect(sent ? `${base}/receipt/${sent}` : base, 303);
  }
  const read = readApplication(relevantValues(draft.values, context), context);
  if (!read.ok || firstUnanswered(draft, context)) return c.redirect(`${base}/summary`, 303);
  if (form.confirmed !== 'yes') return showSummary(c, pages, visitor, { confirmed: texts.summary.confirmMissing });
  const files = await filesOf(pages, visitor);
  const caseId = await submitApplication(pages, {
    application: read.value,
    nationalId: owner.nationalId,
    municipality: municipality.number,
    submissionKey: draft.submissionKey,
    channel: 'form',
    now: now(c),
    mandateUnseen: !files.some(({ problem }) => problem === undefined),
    attachments: keepFiles(pages, visitor, { by: await senderOf(pages, visitor, read.value), now: now(c) }),
  });
  await drafts.sent(owner, draft, { caseId, now: now(c) });
  return c.redirect(`${base}/receipt/${caseId}`, 303);
}

async function senderOf({ personId }: IntakePages, { owner }: Visit, { submitter, person }: Application) {
  return { kind: 'person' as const, id: await personId(owner.nationalId), name: (submitter ?? person).name };
}

async function showSummary(
  c: WebContext,
  pages: IntakePages,
  visitor: Visit,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const { base, texts, language, draft, context } = visitor;
  const t = texts.summary;
  const action = `${base}/summary`;
  const last = stepsFor(draft.values, context).at(-1);
  const confirm = { name: 'confirmed', label: t.confirmLegend, options: [{ name: 'confirmed', label: t.confirm }] };
  const body = summaryTemplate({
    t,
    back: { href: `${base}/${last}`, text: texts.step.back },
    openCase: await openCasePath(pages, visitor),
    openCaseText: texts.openCase,
    openCaseLink: texts.openCaseLink,
    rows: summaryRows(visitor, await filesOf(pages, visitor)),
    action,
    csrf: c.var.csrfToken(action),
    submissionKey: draft.submissionKey,
    confirm: checkBoxes({ values: {}, errors }, confirm),
    errors: errorSummary(language, errors),
  });
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return formPage(c, visitor, { title: titleWithErrors(t.title, errors, language), body, status });
}
