import { contacts } from '../../messages/composition.ts';
import { caseStore } from '../../platform/composition.ts';
import { appEnvironment, readEnvironment } from '../../platform/environment.ts';
import { objectStore } from '../../platform/letters-bucket.ts';
import { countMetric } from '../../platform/metrics.ts';
import { browserIn, launchChromium } from '../pdf/chromium.ts';
import { createPrinter } from '../pdf/printer.ts';
import { openSheet } from '../pdf/sheet.ts';
import { createRenderLetter } from './handler.ts';

const { PUBLIC_URL } = readEnvironment(['PUBLIC_URL']);
const browser = browserIn(process.env.LAMBDA_TASK_ROOT);

export const handler = createRenderLetter({
  store: caseStore(),
  objects: objectStore(),
  contacts: contacts(),
  printer: createPrinter(() => openSheet(() => launchChromium(browser))),
  count: countMetric,
  publicUrl: PUBLIC_URL,
  faults: appEnvironment() === 'local',
});
