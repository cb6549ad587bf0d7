/** The shell all web functions share. See each file for what it promises. */
export { createApp, type ShellOptions } from './app.ts';
export { contactView } from './contact-view.ts';
export { type Bindings, type FormFields, now, nowSeconds, type WebContext, type WebEnv } from './environment.ts';
export { type ErrorPage, errorPage } from './error-pages.ts';
export {
  type Choices,
  checkBoxes,
  type ErrorSummary,
  errorSummary,
  type FormState,
  radioChoices,
  type TextArea,
  type TextField,
  textArea,
  textField,
  titleWithErrors,
} from './form.ts';
export { lambdaHandler } from './lambda.ts';
export { pageLanguage, publicPageLanguage } from './language.ts';
export { municipalityOf } from './municipality.ts';
export { type PageView, renderPage } from './page.ts';
export { staleFormPage, writtenIn } from './stale-form.ts';
