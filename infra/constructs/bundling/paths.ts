import { fileURLToPath } from 'node:url';

/** The repository's root: what `functions/…` and `templates/…` are relative to. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Where the build finds what all templates share. Tests give their own. */
export interface TemplateSources {
  /** Every `*.hbs` here is a partial under its base name. */
  readonly partials: string;
  /** Exports `helpers`; its names are the only helpers a template may call. */
  readonly helpers: string;
}

export const templateSources: TemplateSources = {
  partials: `${root}/templates/partials`,
  helpers: `${root}/functions/platform/template-helpers.ts`,
};
