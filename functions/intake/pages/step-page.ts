import stepTemplate from '../../../templates/pages/application-step.hbs';
import messageTemplate from '../../../templates/pages/message.hbs';
import { errorPage, now, titleWithErrors, type WebContext } from '../../platform/http/index.ts';
import { type ApplicationErrors, applicationFields, type TypedFields } from '../application/application-fields.ts';
import {
  answered,
  fieldsOf,
  firstUnanswered,
  isStepName,
  type StepName,
  stepErrors,
  stepsFor,
} from '../application/steps.ts';
import { formPage, goOnPath, type Visit, visit } from './application-visit.ts';
import { showFiles } from './files-page.ts';
import type { IntakePages } from './ports.ts';
import { questionView } from './question-view.ts';

/** `/:m/application/:step`: one question. Whoever skips an earlier one is led back to it. */
export async function stepPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const step = c.req.param('step') ?? '';
  if (!isStepName(step)) return errorPage(c, 'not-found');
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { draft, context } = visitor;
  const steps = stepsFor(draft.values, context);
  const open = firstUnanswered(draft, context);
  const tooEarly = open !== undefined && steps.indexOf(open) < steps.indexOf(step);
  if (!steps.includes(step) || tooEarly) return c.redirect(goOnPath(visitor, steps), 303);
  return showStep(c, pages, visitor, {
    step,
    typed: draft.values,
    errors: {},
    fromSummary: c.req.query('from') === 'summary',
  });
}

/** Takes the answer to one question into the draft, also a wrong one, and goes on. */
export async function answerStep(c: WebContext, pages: IntakePages): Promise<Response> {
  const step = c.req.param('step') ?? '';
  if (!isStepName(step)) return errorPage(c, 'not-found');
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { draft, context, base } = visitor;
  if (!stepsFor(draft.values, context).includes(step)) return c.redirect(goOnPath(visitor), 303);
  const { form } = c.var;
  const typed: TypedFields = Object.fromEntries(fieldsOf[step].map((name) => [name, (form[name] ?? '').trim()]));
  const after = answered(draft, { step, typed }, context);
  const errors = stepErrors(step, after.values, context);
  const values = { ...after.values, ...withoutTooLong(draft.values, errors) };
  await visitor.drafts.save(visitor.owner, { ...draft, ...after, values, savedAt: now(c) });
  if (errors.attorneyEmployed === 'employee') return c.redirect(`${base}/refused`, 303);
  const fromSummary = form.return === 'summary';
  if (Object.keys(errors).length > 0)
    return showStep(c, pages, visitor, { step, typed: after.values, errors, fromSummary });
  const steps = stepsFor(values, context);
  const next = fromSummary ? undefined : steps[steps.indexOf(step) + 1];
  return c.redirect(`${base}/${next ?? 'summary'}`, 303);
}

/** A text that is far too long for a letter is too long for the draft as well; it stays on the page. */
function withoutTooLong(before: TypedFields, errors: ApplicationErrors): TypedFields {
  const names = applicationFields.filter((name) => errors[name] === 'too-long');
  return Object.fromEntries(names.map((name) => [name, before[name] ?? '']));
}

function showStep(
  c: WebContext,
  pages: IntakePages,
  visitor: Visit,
  asked: {
    readonly step: StepName;
    readonly typed: TypedFields;
    readonly errors: ApplicationErrors;
    readonly fromSummary: boolean;
  },
): Response | Promise<Response> {
  const { base, texts, context, language } = visitor;
  const { step, typed, errors, fromSummary } = asked;
  const steps = stepsFor(typed, context);
  const at = steps.indexOf(step);
  const before = fromSummary ? '/summary' : at > 0 ? `/${steps[at - 1]}` : '';
  const action = `${base}/${step}`;
  const question = questionView(language, { step, values: { ...defaults(visitor), ...typed }, errors, context });
  const frame = {
    formTitle: texts.title,
    progress: texts.step.progress.replace('{n}', String(at + 1)).replace('{of}', String(steps.length)),
    back: { href: `${base}${before}`, text: texts.step.back },
    action,
    csrf: c.var.csrfToken(action),
    returnTo: fromSummary ? 'summary' : '',
    next: fromSummary ? texts.step.save : texts.step.next,
    saved: texts.step.saved,
  };
  if (step === 'mandate-file') {
    return showFiles(c, pages, visitor, { ...frame, title: question.heading, before: question.before });
  }
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return formPage(c, visitor, {
    title: titleWithErrors(question.heading, errors, language),
    body: stepTemplate({ ...frame, question }),
    status,
  });
}

/** What a field holds before anything was typed. */
function defaults({ person, municipality, language, draft }: Visit): TypedFields {
  const own = draft.values.role === 'self' ? { personName: person.name } : { submitterName: person.name };
  return { ...own, language: language === 'en' ? municipality.language : language };
}

/** `/:m/application/refused`: why somebody employed there cannot be attorney, and what they can do (fvl §§ 11, 12). */
export async function refusedPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const visitor = await visit(c, pages);
  if (visitor instanceof Response) return visitor;
  const { base, texts } = visitor;
  const { title, paragraphs, changeRole, changeAnswer } = texts.refused;
  const links = [
    { href: `${base}/role`, text: changeRole },
    { href: `${base}/employed`, text: changeAnswer },
  ];
  return formPage(c, visitor, { title, body: messageTemplate({ title, paragraphs, links }) });
}
