import { ConfigurationError } from '../core/errors.ts';
import { alesund } from './alesund.ts';
import { gjovik } from './gjovik.ts';
import { gulen } from './gulen.ts';
import { kristiansand } from './kristiansand.ts';
import { type Municipality, municipalitySchema } from './schema.ts';
import { vindafjord } from './vindafjord.ts';

export type { InformationSection, Municipality, Text } from './schema.ts';

/** All municipalities served, in alphabetical order. A new one is a data file and a line here. */
export const municipalities: readonly Municipality[] = [gjovik, gulen, kristiansand, vindafjord, alesund].map(
  validated,
);

/** Finds a municipality by number, slug, or a former number or slug; `alias` tells that the caller should redirect. */
export function findMunicipality(
  codeNameOrAlias: string,
): { readonly municipality: Municipality; readonly alias: boolean } | undefined {
  const wanted = codeNameOrAlias.toLowerCase();
  const current = municipalities.find(({ number, slug }) => number === wanted || slug === wanted);
  if (current) return { municipality: current, alias: false };
  const former = municipalities.find(({ aliases }) => aliases.includes(wanted));
  return former && { municipality: former, alias: true };
}

/** The municipality with a number a case was stored under. Throws ConfigurationError when it is not served here. */
export function mustFindMunicipality(number: string): Municipality {
  const found = findMunicipality(number);
  if (!found) throw new ConfigurationError(`No municipality has the number ${number}`);
  return found.municipality;
}

function validated(data: unknown): Municipality {
  const parsed = municipalitySchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new ConfigurationError(`Municipality data is not valid: ${where}`);
}
