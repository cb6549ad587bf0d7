import { mailer } from '../../messages/composition.ts';
import { svarUt } from '../../messages/post.ts';
import { caseStore } from '../../platform/composition.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { createForwardAppeal } from './handler.ts';

export const handler = createForwardAppeal({
  store: caseStore(),
  objects: objectStore(),
  mailer: mailer(),
  svarUt: svarUt(),
});
