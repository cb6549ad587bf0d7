import { accessTokens } from '../platform/access-tokens.ts';
import { secret } from '../platform/composition.ts';
import { readEnvironment } from '../platform/environment.ts';
import { once } from '../platform/once.ts';
import { createSvarUt, fiksScope, type SvarUt } from '../platform/peers/svarut.ts';

/** SvarUt (access word `svarUt`); undefined while SVARUT_URL is empty: nobody has an agreement yet. */
export const svarUt: () => SvarUt | undefined = once(() => {
  const url = process.env.SVARUT_URL;
  if (url === '') return undefined;
  const env = readEnvironment(['SVARUT_URL', 'SVARUT_SECRET_ID']);
  // A new reader each time, as a reader keeps what it read: a new password counts at once.
  return createSvarUt({
    url: env.SVARUT_URL,
    tokens: accessTokens(fiksScope),
    integration: () => secret(env.SVARUT_SECRET_ID)(),
  });
});
