import { stepFunctionsClient } from '../platform/clients/step-functions.ts';
import { caseStore, secret } from '../platform/composition.ts';
import { readEnvironment } from '../platform/environment.ts';
import { once } from '../platform/once.ts';
import { type Answers, createAnswers } from './answers.ts';
import { type Callbacks, createCallbacks } from './callbacks.ts';
import { type Completion, createCompletion } from './completion.ts';
import { createLinks, type Links } from './links.ts';

/** Callbacks of this function (access word `callback`). */
export const callbacks: () => Callbacks = once(() => createCallbacks({ client: stepFunctionsClient() }));

/** Completion of waits and tasks (access words `table`, `personKey`, `callback`). */
export const completion: () => Completion = once(() =>
  createCompletion({ store: caseStore(), callbacks: callbacks() }),
);

/** Taking answers (access words `table`, `personKey`, `callback`). */
export const answers: () => Answers = once(() => createAnswers({ store: caseStore(), callbacks: callbacks() }));

/**
 * Links of this function: LINK_SECRET_ID and PUBLIC_URL (access words `links` and `mail` or `signIn`). The environment
 * is read when the function starts, the secret at the first use.
 */
export function links(): () => Promise<Links> {
  const { LINK_SECRET_ID, PUBLIC_URL } = readEnvironment(['LINK_SECRET_ID', 'PUBLIC_URL']);
  const key = secret(LINK_SECRET_ID);
  return async () => createLinks({ key: await key(), publicUrl: PUBLIC_URL });
}
