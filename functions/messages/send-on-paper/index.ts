import { caseStore } from '../../platform/composition.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { mailer, paperEditions } from '../composition.ts';
import { svarUt } from '../post.ts';
import { createSendOnPaper } from './handler.ts';

export const handler = createSendOnPaper({
  store: caseStore(),
  objects: objectStore(),
  mailer: mailer(),
  svarUt: svarUt(),
  paperEdition: paperEditions(),
});
