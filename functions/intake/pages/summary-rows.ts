import type { UploadedFile } from '../../platform/uploads/index.ts';
import type { ApplicationField, TypedFields } from '../application/application-fields.ts';
import { type Role, roleOf } from '../application/standing.ts';
import { fieldsOf, type StepName, stepsFor } from '../application/steps.ts';
import type { Visit } from './application-visit.ts';
import type { FormTexts } from './form-text-types.ts';
import { say } from './form-texts.ts';

/** One answer on the summary; an empty value was left open. */
export interface SummaryRow {
  readonly label: string;
  readonly value: string;
  readonly href: string;
}

/** Every question that was asked, with the answer as typed, in the order of the form. */
export function summaryRows({ base, draft, context, texts }: Visit, files: readonly UploadedFile[]) {
  const role = roleOf(draft.values.role);
  return stepsFor(draft.values, context)
    .filter((step) => fieldsOf[step].length > 0 || step === 'mandate-file')
    .map((step): SummaryRow => {
      return {
        label: labelOf(step, texts, role),
        value: step === 'mandate-file' ? filesText(files, texts) : answerOf(step, draft.values, { texts, role }),
        href: `${base}/${step}?from=summary`,
      };
    });
}

/** How many files are good; a bad one is told of on its own page. */
function filesText(files: readonly UploadedFile[], texts: FormTexts): string {
  const good = files.filter(({ problem }) => problem === undefined).length;
  return good === 0 ? texts.files.none : `${texts.receipt.files}: ${good}`;
}

function labelOf(step: StepName, { fields, questions }: FormTexts, role: Role | undefined): string {
  const [name, ...others] = fieldsOf[step];
  if (step === 'wishes') return say(fields.wishes, role);
  return name && others.length === 0 ? say(fields[name], role) : say(questions[step].title, role);
}

function answerOf(
  step: StepName,
  values: TypedFields,
  { texts, role }: { readonly texts: FormTexts; readonly role: Role | undefined },
): string {
  const names = fieldsOf[step].filter((name) => values[name]);
  if (step === 'wishes') return names.map((name) => say(texts.fields[name], role)).join('\n');
  const lines = names.map((name) => chosen(name, values[name] ?? '', texts, role));
  // A town stands behind its postal code, as on a letter.
  return lines.reduce((text, line, at) => {
    if (at === 0) return line;
    return `${text}${names[at - 1]?.endsWith('PostalCode') && names[at]?.endsWith('City') ? ' ' : '\n'}${line}`;
  }, '');
}

/** The words of a choice, or what was typed. */
function chosen(name: ApplicationField, value: string, texts: FormTexts, role: Role | undefined): string {
  const choices: Readonly<Record<string, FormTexts['roles'][Role]>> | undefined =
    name === 'role'
      ? texts.roles
      : name in texts.choices
        ? texts.choices[name as keyof FormTexts['choices']]
        : undefined;
  const choice = choices?.[value];
  return choice ? say(choice.label, role) : value;
}
