import template from '../../../templates/pages/need-form.hbs';
import type { Case } from '../../core/case.ts';
import { newCaseId } from '../../core/case-id.ts';
import type { Language } from '../../core/language.ts';
import {
  errorSummary,
  type FormFields,
  pageLanguage,
  renderPage,
  titleWithErrors,
  type WebContext,
} from '../../platform/http/index.ts';
import { submitApplication } from '../application/submit.ts';
import { fieldMaker, messages } from './field-maker.ts';
import { openCaseOf } from './form-page.ts';
import { readNeed } from './need-form.ts';
import { needTexts } from './need-texts.ts';
import type { PaperErrors } from './paper-form.ts';
import type { PaperTexts } from './paper-texts.ts';
import type { PaperPages } from './ports.ts';
import { paperTexts } from './texts.ts';
import type { Visit } from './visit.ts';

/** `GET /:m/staff/need`: a caseworker registers a need the municipality has seen itself (IP-forskriften § 6). */
export function showNeed(c: WebContext, pages: PaperPages, visited: Visit): Response | Promise<Response> {
  const { municipality } = visited;
  const submissionKey = newCaseId(pages.random());
  // Nobody has said how they want their letters: paper, in the municipality's form, until they do.
  return needPage(c, visited, { values: { contact: 'paper', language: municipality.language, submissionKey } });
}

/** Makes a case of it, which begins with the question for consent, or adds it to the open one (IP-forskriften § 9). */
export async function sendNeed(c: WebContext, pages: PaperPages, visited: Visit): Promise<Response> {
  const { municipality, staff, now } = visited;
  const { csrf: _, ...values } = c.var.form;
  const read = readNeed(values, { environment: pages.environment, now });
  const submissionKey = values.submissionKey ?? '';
  const known = /^[a-z2-7]{26}$/.test(submissionKey);
  if (!read.ok || !known) {
    const kept = known ? values : { ...values, submissionKey: newCaseId(pages.random()) };
    return needPage(c, visited, { values: kept, errors: read.ok ? {} : read.error });
  }
  const open = await openCaseOf(pages, municipality.number, read.value);
  const before = await ownBefore(pages, open, staff.id);
  // Pointed out once, never in the way; a form sent twice meets its own case.
  if (open && !before && values.pointedOut !== open.caseId) return needPage(c, visited, { values, duplicate: open });
  const caseId = await submitApplication(pages, {
    ...read.value,
    municipality: municipality.number,
    submissionKey,
    channel: 'staff',
    now,
    registeredAt: now,
    actor: { kind: 'staff', id: staff.id, name: staff.name },
  });
  return c.redirect(`/${municipality.slug}/paper/registered/${caseId}`, 303);
}

interface Shown {
  readonly values: FormFields;
  readonly errors?: PaperErrors;
  readonly duplicate?: Case;
}

function needPage(c: WebContext, { municipality, staff }: Visit, shown: Shown): Response | Promise<Response> {
  const { values, errors = {}, duplicate } = shown;
  const language = pageLanguage(c, municipality.language);
  const t = needTexts[language];
  const { form } = paperTexts[language];
  const view = needView(language, values, errors);
  const action = `/${municipality.slug}/staff/need`;
  const body = template({
    ...view,
    t,
    paper: form,
    language,
    action,
    csrf: c.var.csrfToken(action),
    submissionKey: values.submissionKey ?? '',
    pointedOut: duplicate?.caseId ?? '',
    duplicate: duplicate && { caseNumber: duplicate.caseNumber, receivedOn: duplicate.receivedOn },
  });
  const title = titleWithErrors(t.title, view.errors);
  const status = Object.keys(errors).length > 0 ? 422 : duplicate ? 409 : 200;
  return renderPage(c, { title, language, municipality, body, user: staff, status, address: action });
}

function needView(language: Language, values: FormFields, errors: PaperErrors) {
  const t = needTexts[language];
  const texts = textsOf(language);
  const state = { values, errors: messages(errors, texts) };
  const make = fieldMaker(state, texts);
  const sections = {
    need: [
      make.text('receivedOn', { type: 'date', required: true, width: 'medium' }),
      make.text('submitterOrganisation', { required: true }),
    ],
    person: make.person(),
    wishes: make.wishes(t.wishes),
    account: make.account(),
    contact: make.contact(),
  } as const satisfies Record<keyof typeof t.sections, readonly object[]>;
  const titled = Object.entries(sections).map(([name, fields]) => ({
    name,
    title: t.sections[name as keyof typeof sections],
    fields,
  }));
  return { summary: errorSummary(language, state.errors), errors: state.errors, sections: titled };
}

/** The words of the paper form, but where a need that was seen is spoken of in others. */
function textsOf(language: Language): PaperTexts {
  const t = needTexts[language];
  const { fields, hints, missing, ...texts } = paperTexts[language];
  const { personEmail = '', personStreet = '', interpreter = '' } = hints;
  return {
    ...texts,
    fields: { ...fields, ...t.fields },
    hints: { personEmail, personStreet, interpreter, ...t.hints },
    missing: { ...missing, ...t.missing },
  };
}

/** Did this member of staff register the open case here? Then it is the same form once more. */
async function ownBefore({ store }: PaperPages, open: Case | undefined, staffId: string): Promise<boolean> {
  if (open?.origin !== 'own-initiative') return false;
  const file = await store.load(open.caseId);
  return file?.events.some(({ type, actor }) => type === 'received' && actor.id === staffId) ?? false;
}
