import { accessTokens } from '../platform/access-tokens.ts';
import { lambdaClient } from '../platform/clients/lambda.ts';
import { mailClient } from '../platform/clients/mail.ts';
import { caseStore } from '../platform/composition.ts';
import { readEnvironment } from '../platform/environment.ts';
import { once } from '../platform/once.ts';
import { contactScope, createContactRegister } from '../platform/peers/contact-register.ts';
import { type Contacts, createContacts } from './contacts.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { createPaperEditions, type PaperEditions } from './paper-editions.ts';

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

/**
 * How people are reached (access word `contacts`). An empty CONTACT_REGISTER_URL: the municipality has no agreement on the
 * register yet, and what people gave of address and choice is used alone.
 */
export const contacts: () => Contacts = once(() => {
  const url = process.env.CONTACT_REGISTER_URL;
  if (url === '') return createContacts();
  const env = readEnvironment(['CONTACT_REGISTER_URL']);
  return createContacts(createContactRegister({ url: env.CONTACT_REGISTER_URL, tokens: accessTokens(contactScope) }));
});

/** Letters made anew for paper (access word `render`). */
export const paperEditions: () => PaperEditions = once(() => {
  const { RENDER_LETTER_FUNCTION } = readEnvironment(['RENDER_LETTER_FUNCTION']);
  return createPaperEditions({ client: lambdaClient(), functionName: RENDER_LETTER_FUNCTION });
});
