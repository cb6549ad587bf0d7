import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** How much of each log the console can show. */
const RING_LINES = 500;

/** What functions print: appended to a file each, and the last lines kept for the console. */
export class FunctionLogs {
  readonly #directory: string;
  readonly #files = new Map<string, WriteStream>();
  readonly #rings = new Map<string, string[]>();
  #closed = false;

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
  }

  /** Appends everything a stream gives to the function's log. */
  follow(functionName: string, stream: Readable): void {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => this.append(functionName, text));
  }

  append(functionName: string, text: string): void {
    // A thread that is being ended may still print.
    if (this.#closed) return;
    this.#file(functionName).write(text);
    const ring = this.#rings.get(functionName) ?? [];
    ring.push(...text.split('\n').filter((line) => line !== ''));
    ring.splice(0, ring.length - RING_LINES);
    this.#rings.set(functionName, ring);
  }

  /** The last lines of a function's log. */
  tail(functionName: string): readonly string[] {
    return this.#rings.get(functionName) ?? [];
  }

  async close(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    this.#closed = true;
    await Promise.all(files.map((file) => new Promise<void>((resolve) => file.end(() => resolve()))));
  }

  #file(functionName: string): WriteStream {
    const known = this.#files.get(functionName);
    if (known !== undefined) return known;
    const file = createWriteStream(join(this.#directory, `${functionName}.log`), { flags: 'a' });
    // A full disk loses log lines; it must not take the runtime with it.
    file.on('error', () => undefined);
    this.#files.set(functionName, file);
    return file;
  }
}
