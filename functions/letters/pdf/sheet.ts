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
    return { print: printer(session, frameTree.frame.id), discard };
  } catch (error) {
    discard();
    throw error;
  }
}

/** What a page is made of, apart from its first style sheet, which all pages share: fonts and all. */
interface PageParts {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  readonly bodyClass: string;
  readonly body: string;
}

const pagePattern =
  /^(<!doctype html>\s*<html lang=")(\w+)("[\s\S]*?<title>)([^<]*)(<\/title>\s*<style>[^<]*<\/style>\s*<style>)([^<]*)(<\/style>\s*<\/head>\s*<body)(?: class="(\w+)")?>([\s\S]*)<\/body>\s*<\/html>\s*$/;

/**
 * Prints page after page in one document. Fonts and style sheet are by far the most of a page, and the same in all: they are
 * loaded once, and a letter is set into the page that has them, at a fifth of the time of a load. Each is set in the same
 * way, the first too, so that a letter is the same whatever was printed before it.
 */
function printer(session: CDPSession, frameId: string): Sheet['print'] {
  let shell: string | undefined;
  return async (html) => {
    const [, start, language, toTitle, title, toStyle, style, toBody, bodyClass, body] = pagePattern.exec(html) ?? [];
    if (language === undefined || title === undefined || style === undefined || body === undefined) {
      throw new Error('not a page of ours');
    }
    const wanted = `${start}nb${toTitle}${toStyle}${toBody}></body></html>`;
    if (shell !== wanted) await load(session, frameId, wanted);
    shell = wanted;
    await set(session, { language, title, style, bodyClass: bodyClass ?? '', body });
    return printSet(session);
  };
}

async function load(session: CDPSession, frameId: string, html: string): Promise<void> {
  const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve));
  await session.send('Page.setDocumentContent', { frameId, html });
  await loaded;
}

/** The document's own scripts stay off; this one comes from outside it, and what it sets is parsed and never run. */
async function set(session: CDPSession, parts: PageParts): Promise<void> {
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(${setParts})(${JSON.stringify(parts)})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error('the page could not be set');
}

const setParts = `(parts) => {
  document.documentElement.lang = parts.language;
  document.querySelector('title').innerHTML = parts.title;
  document.querySelectorAll('style')[1].textContent = parts.style;
  document.body.className = parts.bodyClass;
  document.body.innerHTML = parts.body;
  return document.fonts.ready.then(() => true);
}`;

async function printSet(session: CDPSession): Promise<Uint8Array> {
  const { data } = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(data, 'base64');
}
