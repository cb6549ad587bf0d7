import { LetterRenderingError } from '../../core/errors.ts';
import type { Sheet } from './sheet.ts';

/** Turns a letter's HTML into a PDF. */
export interface Printer {
  /** Throws LetterRenderingError when two browsers in a row crashed or were too slow. */
  print(html: string): Promise<Uint8Array>;
  /** Ends the browser; the next letter starts a new one. */
  close(): void;
}

/** Hard limits, in milliseconds. Twice both must fit into the function's 60 seconds. */
export interface PrinterLimits {
  /** Unpacking and starting the browser: about 4 seconds on a cold Lambda. */
  readonly openMs: number;
  /** One letter: about 20 ms, a 20,000-character one some hundred. */
  readonly printMs: number;
  /** Letters per browser, before what it leaks could matter (lessons.md on Gotenberg). */
  readonly lettersPerBrowser: number;
}

/** 2 × (18 s + 10 s) = 56 s. */
export const usualLimits: PrinterLimits = { openMs: 18_000, printMs: 10_000, lettersPerBrowser: 200 };

/**
 * A printer that keeps one browser warm and prints one letter at a time. A browser that crashed or hangs is replaced
 * within the same call, so that one bad browser costs a letter a second and not a retry.
 */
export function createPrinter(open: () => Promise<Sheet>, limits: PrinterLimits = usualLimits): Printer {
  let sheet: Sheet | undefined;
  let printed = 0;
  let queue: Promise<unknown> = Promise.resolve();

  function close(): void {
    sheet?.discard();
    sheet = undefined;
    printed = 0;
  }

  async function attempt(html: string): Promise<Uint8Array> {
    if (printed >= limits.lettersPerBrowser) close();
    sheet ??= await openWithin(open, limits.openMs);
    const result = await within(sheet.print(html), limits.printMs);
    printed += 1;
    return result;
  }

  async function print(html: string): Promise<Uint8Array> {
    try {
      return await attempt(html);
    } catch {
      close();
    }
    try {
      return await attempt(html);
    } catch (cause) {
      close();
      throw new LetterRenderingError('browser: two in a row failed', { cause });
    }
  }

  return {
    print(html) {
      const next = queue.then(() => print(html));
      queue = next.catch(() => undefined);
      return next;
    },
    close,
  };
}

/** A browser that opens too late is ended as soon as it is there. */
async function openWithin(open: () => Promise<Sheet>, milliseconds: number): Promise<Sheet> {
  const opening = open();
  try {
    return await within(opening, milliseconds);
  } catch (error) {
    opening.then((late) => late.discard()).catch(() => undefined);
    throw error;
  }
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
