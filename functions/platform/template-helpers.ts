import type { HelperDelegate } from 'handlebars';

/** What templates may call beyond Handlebars' own `if`, `unless`, `each`, `with`; any other name fails the build. */
export const helpers: Readonly<Record<string, HelperDelegate>> = {};
