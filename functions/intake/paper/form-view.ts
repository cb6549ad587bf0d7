import type { Language } from '../../core/language.ts';
import { submitterRoles } from '../../core/parties.ts';
import { errorSummary, type FormFields, type FormState } from '../../platform/http/index.ts';
import { fieldMaker, messages } from './field-maker.ts';
import { type PaperErrors, signers } from './paper-form.ts';
import type { SectionName } from './paper-texts.ts';
import { paperTexts } from './texts.ts';

/** View of the fields of templates/pages/paper-form.hbs: sections of fields, each with the partial that shows it. */
export function paperFormView(language: Language, values: FormFields, errors: PaperErrors) {
  const texts = paperTexts[language];
  const state: FormState = { values, errors: messages(errors, texts) };
  const make = fieldMaker(state, texts);
  const sections: Readonly<Record<SectionName, readonly object[]>> = {
    paper: [
      make.text('receivedOn', { type: 'date', required: true, width: 'medium' }),
      make.text('postmarkedOn', { type: 'date', width: 'medium' }),
      make.radio('role', ['self', ...submitterRoles], texts.roles),
      make.choice('signedBy', signers),
    ],
    submitter: [
      make.text('submitterName'),
      make.text('submitterNationalId', { inputmode: 'numeric', width: 'medium' }),
      make.text('submitterOrganisation'),
      make.choice('mandateKind', ['written', 'future-power']),
      make.area('mandate', 3),
      make.choice('mandateCovers', ['personal', 'economic', 'both', 'unsure']),
      make.text('mandateUntil', { type: 'date', width: 'medium' }),
      make.choice('attorneyLawyer', ['yes', 'no']),
      make.choice('attorneyEmployed', ['yes', 'no']),
      ...make.reach('submitter'),
    ],
    person: make.person(),
    wishes: [...make.wishes(texts.wishes), make.text('wishedCoordinator')],
    account: make.account(),
    family: [
      make.area('childsView', 4),
      make.area('childNotHeard', 2),
      make.choice('otherParent', ['yes', 'unreachable', 'none']),
      make.text('otherParentName'),
      make.text('otherParentNationalId', { inputmode: 'numeric', width: 'medium' }),
      make.text('otherParentEmail', { type: 'email' }),
      make.text('otherParentStreet'),
      make.text('otherParentPostalCode', { inputmode: 'numeric', width: 'short' }),
      make.text('otherParentCity', { width: 'medium' }),
      make.area('otherParentWhy', 2),
      make.choice('tellParents', ['yes', 'no']),
      make.area('notTellWhy', 2),
    ],
    consents: [make.choice('consentPlan', ['yes', 'no', 'later']), make.choice('consentSharing', ['yes', 'no'])],
    contact: make.contact(),
  };
  const titled = Object.entries(texts.form.sections).map(([name, title]) => ({
    name,
    title,
    fields: sections[name as SectionName],
  }));
  return { summary: errorSummary(language, state.errors), errors: state.errors, sections: titled };
}
