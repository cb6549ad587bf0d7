import type { Browser, CDPSession } from 'puppeteer-core';

/** One open page that prints letter after letter. */
export interface Sheet {
  /** Rejects when the browser crashed; may never settle when it hangs. */
  print(html: string): Promise<Uint8Array>;
  /** Ends the browser at once, in whatever state it is. */
  discard(): void;
}

/** Opens a sheet in a browser of its own: reusing it costs a tenth of a new page, a fiftieth of a new browser. */
export async function openSheet(launch: () => Promise<Browser>): Promise<Sheet> {
  const browser = await launch();
  const discard = () => void browser.process()?.kill('SIGKILL');
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    const session = await page.createCDPSession();
    await session.send('Page.enable');
    // Letters have no scripts; whatever typed text may contain, none will ever run.
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    const { frameTree } = await session.send('Page.getFrameTree');
    return { print: (html) => printIn(session, frameTree.frame.id, html), discard };
  } catch (error) {
    discard();
    throw error;
  }
}

async function printIn(session: CDPSession, frameId: string, html: string): Promise<Uint8Array> {
  const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve));
  await session.send('Page.setDocumentContent', { frameId, html });
  await loaded;
  await session.send('Runtime.evaluate', {
    expression: 'document.fonts.ready.then(() => true)',
    awaitPromise: true,
    returnByValue: true,
  });
  const { data } = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(data, 'base64');
}
