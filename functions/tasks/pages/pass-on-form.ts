import { z } from 'zod';
import taskPassOn from '../../../templates/pages/task-pass-on.hbs';
import { err, ok, type Result } from '../../core/result.ts';
import { type FormFields, type FormState, radioChoices, textArea, textField } from '../../platform/http/index.ts';
import { signedBy } from './read-post.ts';
import type { FieldError, FormValues } from './task-page.ts';
import { errorText, fieldText, optionTexts, passOnText } from './texts.ts';
import type { Visit } from './visit.ts';

/** Longest reason for giving a task back: a sentence or two. */
const longestReason = 500;

/** The fields in the order of the page. */
const fieldNames = ['passOn', 'colleague', 'passOnReason', 'passOnName'] as const;

/** A task given on: `to` a colleague, or back to the role with a reason. */
export interface PassOnPost {
  readonly by: { readonly id: string; readonly name: string };
  readonly to?: string;
  readonly reason?: string;
}

/** Reads the second form of a staff task; all that is wrong at once. */
export function readPassOn(visit: Visit, form: FormFields): Result<PassOnPost, readonly FieldError[]> {
  const by = signedBy(visit, form.passOnName);
  const to = (form.colleague ?? '').trim().toLowerCase();
  const reason = (form.passOnReason ?? '').trim();
  const errors: FieldError[] = [];
  if (form.passOn === 'colleague') errors.push(...addressFaults(to, visit.context.municipality.staffMailDomains));
  else if (form.passOn === 'decline') errors.push(...reasonFaults(reason));
  else errors.push({ field: 'passOn', code: 'required' });
  if (by.name === '' && !visit.signedIn) errors.push({ field: 'passOnName', code: 'required' });
  if (errors.length > 0) return err(errors);
  return ok(form.passOn === 'colleague' ? { by, to } : { by, reason });
}

/** A task tells of a person's health: its mail goes to the municipality's own staff only. */
function addressFaults(to: string, domains: readonly string[]): readonly FieldError[] {
  if (to === '') return [{ field: 'colleague', code: 'required' }];
  if (!z.email().safeParse(to).success) return [{ field: 'colleague', code: 'invalid' }];
  return domains.includes(to.split('@').at(-1) ?? '') ? [] : [{ field: 'colleague', code: 'foreign' }];
}

function reasonFaults(reason: string): readonly FieldError[] {
  if (reason === '') return [{ field: 'passOnReason', code: 'required' }];
  return reason.length > longestReason ? [{ field: 'passOnReason', code: 'too-long' }] : [];
}

/** What is shown in the second form. */
export interface PassOnSituation {
  readonly csrf: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** Its faults in words, in the order of the page. */
export function passOnErrors(visit: Visit, errors: readonly FieldError[]): FormState['errors'] {
  const { language } = visit.context;
  const found = fieldNames.flatMap((name) => errors.find(({ field }) => field === name) ?? []);
  return Object.fromEntries(found.map((error) => [error.field, errorText('pass-on', error, language)]));
}

/** The second form, behind a summary that opens by itself when there is something to mend. */
export function renderPassOn(visit: Visit, { csrf, values, errors }: PassOnSituation): string {
  const { language, path, municipality } = visit.context;
  const state = { values, errors: passOnErrors(visit, errors) };
  const text = (name: string) => ({ name, ...fieldText('pass-on', name, language) });
  const { summary, lead, submit, domains } = passOnText(language);
  const colleague = text('colleague');
  const hint = `${colleague.hint} ${domains} ${municipality.staffMailDomains.map((domain) => `@${domain}`).join(', ')}.`;
  return taskPassOn({
    action: `${path}/pass-on`,
    csrf,
    open: errors.length > 0,
    summary,
    lead,
    submit,
    choice: radioChoices(state, { ...text('passOn'), options: optionTexts('pass-on', language) }),
    colleague: textField(state, { ...colleague, hint, type: 'email', autocomplete: 'off' }),
    reason: textArea(state, { ...text('passOnReason'), rows: 3 }),
    name: visit.signedIn ? undefined : textField(state, { ...text('passOnName'), autocomplete: 'name' }),
  });
}
