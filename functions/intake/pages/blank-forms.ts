import type { Hono } from 'hono';
import { type BlankForm, blankForms } from '../../core/blank-forms.ts';
import { type Language, languages } from '../../core/language.ts';
import { errorPage, municipalityOf, type WebContext, type WebEnv } from '../../platform/http/index.ts';

/** Where the forms to fill in by hand come from. */
export interface BlankFormPages {
  /** The form as PDF. It may be asked for by anybody, at any rate. Rejects when it cannot be had now. */
  readonly blankForm: (wanted: {
    readonly form: BlankForm;
    /** Number. */
    readonly municipality: string;
    readonly language: Language;
  }) => Promise<Uint8Array>;
}

/** `/:m/forms/<form>.<nb|nn>.pdf`: forms to print, without sign-in. */
export function addBlankForms(app: Hono<WebEnv>, pages: BlankFormPages): void {
  app.get('/:m/forms/:file', (c) => blankFormPage(c, pages));
}

async function blankFormPage(c: WebContext, { blankForm }: BlankFormPages): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const [name, code, ending, more] = (c.req.param('file') ?? '').split('.');
  const form = blankForms.find((each) => each === name);
  const language = languages.find((each) => each === code);
  if (!form || !language || ending !== 'pdf' || more !== undefined) return errorPage(c, 'not-found');
  const pdf = await blankForm({ form, municipality: municipality.number, language });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${municipality.slug}-${form}-${language}.pdf"`,
    // The same for everybody, and now and then a new one.
    'cache-control': 'public, max-age=3600',
    // Browsers' own PDF viewers style the page they put around it.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'",
  });
}
