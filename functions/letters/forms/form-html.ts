import appealNb from '../../../templates/forms/appeal/nb.hbs';
import appealNn from '../../../templates/forms/appeal/nn.hbs';
import applicationNb from '../../../templates/forms/application/nb.hbs';
import applicationNn from '../../../templates/forms/application/nn.hbs';
import mandateNb from '../../../templates/forms/mandate/nb.hbs';
import mandateNn from '../../../templates/forms/mandate/nn.hbs';
import toolAccessNb from '../../../templates/forms/tool-access/nb.hbs';
import toolAccessNn from '../../../templates/forms/tool-access/nn.hbs';
import style from '../../../templates/styles/letter.css?text';
import type { BlankForm } from '../../core/blank-forms.ts';
import type { Language } from '../../core/language.ts';
import { keptTogether } from '../letter-html.ts';
import { armsOf } from '../letterhead.ts';
import type { FormView } from './form-view.ts';

const templates: Readonly<Record<BlankForm, Readonly<Record<Language, (view: object) => string>>>> = {
  application: { nb: applicationNb, nn: applicationNn },
  appeal: { nb: appealNb, nn: appealNn },
  mandate: { nb: mandateNb, nn: mandateNn },
  'tool-access': { nb: toolAccessNb, nn: toolAccessNn },
};

/** The form's whole page. Throws when the template asks for anything the view does not have. */
export function formHtml(form: BlankForm, view: FormView): string {
  return keptTogether(templates[form][view.language]({ ...view, style, arms: armsOf(view.sender.slug) }));
}
