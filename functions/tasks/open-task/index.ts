import { contacts, mailer } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { callbacks, links } from '../composition.ts';
import { createOpenTask } from './handler.ts';

export const handler = createOpenTask({
  store: caseStore(),
  callbacks: callbacks(),
  mailer: mailer(),
  contacts: contacts(),
  links: links(),
});
