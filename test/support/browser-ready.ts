import { browserFolder } from '../../infra/constructs/bundling/browser/browser-folder.ts';

/** Unpacks Chromium before the tests, where it is not unpacked yet, so that no test waits for it. */
export async function setup(): Promise<void> {
  await browserFolder();
}
