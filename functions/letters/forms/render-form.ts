import { createHash } from 'node:crypto';
import type { BlankForm } from '../../core/blank-forms.ts';
import { LetterRenderingError } from '../../core/errors.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../municipalities/index.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { checkPage } from '../checks.ts';
import type { Printer } from '../pdf/printer.ts';
import { printed, refuse } from '../produce.ts';
import { storeOnce } from '../store.ts';
import { formHtml } from './form-html.ts';
import { formDate, formView } from './form-view.ts';

/** Which form, for whom, and where the pages are. */
export interface FormWanted {
  readonly form: BlankForm;
  readonly municipality: Municipality;
  readonly language: Language;
  readonly publicUrl: string;
}

/** A blank form as a checked PDF. Throws LetterRenderingError like a letter. */
export async function produceForm(printer: Printer, wanted: FormWanted): Promise<Uint8Array> {
  const { view, html } = pageOf(wanted);
  return printed(printer, { name: wanted.form, view, html, now: formDate });
}

/**
 * A blank form, printed once for each content it ever had: the browser is not started for one that lies in the bucket
 * already, however often anybody asks.
 */
export async function renderForm(
  { objects, printer }: { readonly objects: ObjectStore; readonly printer: Printer },
  wanted: FormWanted,
): Promise<Uint8Array> {
  const { html } = pageOf(wanted);
  const version = createHash('sha256').update(html).digest('hex').slice(0, 32);
  const object = `forms/${wanted.municipality.number}/${wanted.form}.${wanted.language}.${version}.pdf`;
  const stored = await objects.get(object);
  if (stored) return stored;
  return (await storeOnce(objects, object, await produceForm(printer, wanted))).pdf;
}

function pageOf(wanted: FormWanted) {
  const view = formView(wanted.form, wanted);
  let html: string;
  try {
    html = formHtml(wanted.form, view);
  } catch (cause) {
    throw new LetterRenderingError(`${wanted.form}: template`, { cause });
  }
  refuse(wanted.form, checkPage(view, html, []));
  return { view, html };
}
