import { ConfigurationError } from '../core/errors.ts';

/**
 * The named environment variables. All that are missing or empty are reported at once, so a faulty deployment is mended
 * in one go. Throws ConfigurationError.
 */
export function readEnvironment<K extends string>(
  keys: readonly K[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Record<K, string> {
  const missing = keys.filter((key) => !environment[key]);
  if (missing.length > 0) throw new ConfigurationError(`missing environment: ${missing.join(', ')}`);
  return Object.fromEntries(keys.map((key) => [key, environment[key]])) as Record<K, string>;
}

const appEnvironments = ['local', 'test', 'production'] as const;

/** Where the app runs: real people only in `production`, synthetic test people only elsewhere. */
export type AppEnvironment = (typeof appEnvironments)[number];

/** APP_ENVIRONMENT, which every function is given. Throws ConfigurationError when it is missing or unknown. */
export function appEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): AppEnvironment {
  const { APP_ENVIRONMENT } = readEnvironment(['APP_ENVIRONMENT'], environment);
  const known = appEnvironments.find((name) => name === APP_ENVIRONMENT);
  if (known === undefined) throw new ConfigurationError('APP_ENVIRONMENT is none of local, test, production');
  return known;
}
