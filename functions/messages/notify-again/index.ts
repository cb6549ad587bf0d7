import { caseStore } from '../../platform/composition.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { contacts, mailer, paperEditions } from '../composition.ts';
import { svarUt } from '../post.ts';
import { createNotifyAgain } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);

export const handler = createNotifyAgain({
  store: caseStore(),
  objects: objectStore(),
  mailer: mailer(),
  svarUt: svarUt(),
  paperEdition: paperEditions(),
  contacts: contacts(),
  publicUrl: PUBLIC_URL,
});
