import type { Context } from 'hono';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import type { PageLanguage } from '../../core/language.ts';
import type { Instant } from '../../core/time.ts';

/** A posted form: one value per field, line ends as `\n`. A field that was not sent is absent. */
export type FormFields = Readonly<Record<string, string>>;

/** What API Gateway hands to every request; `timeEpoch` (milliseconds) is the only clock a page knows. */
export interface Bindings {
  readonly requestContext: { readonly timeEpoch: number };
  readonly event?: LambdaEvent;
  readonly lambdaContext?: LambdaContext;
}

/** The types of every Hono app in functions/web. */
export interface WebEnv {
  Bindings: Bindings;
  Variables: {
    /** The posted form; empty on GET. Its CSRF token has been checked. */
    form: FormFields;
    /** The token a form that posts to `path` must carry in its hidden field `csrf`. */
    csrfToken: (path: string) => string;
    /** Cookies travel over https only; false on a laptop. */
    secureCookies: boolean;
    /** True when GET of the path leads to a page, so that an answer to POST can be asked for in another language. */
    hasPage: (path: string) => boolean;
    /** The answer holds a form's token or somebody's own data. */
    personal: boolean;
    /** What the page at hand is written in; set by whoever asks for its language. */
    languages: readonly PageLanguage[] | undefined;
  };
}
/** A request and its answer, as every page gets it. */
export type WebContext = Context<WebEnv>;

/** When the request reached API Gateway. */
export function now(c: WebContext): Instant {
  return new Date(c.env.requestContext.timeEpoch).toISOString();
}

/** The same in whole seconds since 1970, as tokens and cookies count. */
export function nowSeconds(c: WebContext): number {
  return Math.floor(c.env.requestContext.timeEpoch / 1000);
}
