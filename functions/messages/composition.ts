import { mailClient } from '../platform/clients/mail.ts';
import { caseStore } from '../platform/composition.ts';
import { readEnvironment } from '../platform/environment.ts';
import { once } from '../platform/once.ts';
import { createMailer, type Mailer } from './mailer.ts';

/** The mailer of this function: MAIL_FROM and MAIL_CONFIGURATION_SET (access words `table`, `personKey`, `mail`). */
export const mailer: () => Mailer = once(() => {
  const env = readEnvironment(['MAIL_FROM', 'MAIL_CONFIGURATION_SET']);
  return createMailer({
    store: caseStore(),
    ses: mailClient(),
    from: env.MAIL_FROM,
    configurationSet: env.MAIL_CONFIGURATION_SET,
  });
});
