import { inflateSync } from 'node:zlib';

/** A PDF's objects, found through its cross-reference tables. */
export interface PdfObjects {
  /** The newest trailer's dictionary. */
  readonly trailer: string;
  /** Where the newest cross-reference table begins, for a further update's /Prev. */
  readonly startxref: number;
  /** One more than the highest object number. */
  readonly size: number;
  /** Numbers of all objects in use, ascending. */
  readonly numbers: readonly number[];
  /** An object as it is written, without its stream; '' when there is no such object. */
  dictionary(number: number): string;
  /** An object's stream, inflated; undefined when it has none. */
  stream(number: number): Buffer | undefined;
}

/** What is wrong with a file that is no PDF, or of another make than Chromium's with our update. */
export class PdfUnreadable extends Error {}

/**
 * Opens a PDF as Chromium writes it: classic cross-reference tables, objects in plain text, only streams compressed. Of
 * an object that was updated, the newest one counts. Not a general reader: throws PdfUnreadable for anything else.
 */
export function openPdf(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-1.')) throw new PdfUnreadable('no header');
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  if (!end) throw new PdfUnreadable('no end');
  const { offsets, trailers } = readTables(text, Number(end[1]));
  const places = new Map([...offsets].map(([number, offset]) => [number, placeOf(text, number, offset)]));
  return {
    trailer: trailers[0] ?? '',
    startxref: Number(end[1]),
    size: Number(/\/Size (\d+)/.exec(trailers[0] ?? '')?.[1]),
    numbers: [...places.keys()].sort((a, b) => a - b),
    dictionary: (number) => places.get(number)?.dictionary ?? '',
    stream: (number) => streamOf(bytes, places.get(number)),
  };
}

interface Place {
  readonly dictionary: string;
  /** Offset of the stream's first byte. */
  readonly stream: number | undefined;
}

const streamBegins = '>> stream\n';

function placeOf(text: string, number: number, offset: number): Place {
  const head = `${number} 0 obj\n`;
  const end = text.indexOf('\nendobj', offset);
  if (end < 0 || !text.startsWith(head, offset)) throw new PdfUnreadable(`object ${number}`);
  const from = offset + head.length;
  const body = text.slice(from, end);
  const stream = body.startsWith('<<') ? body.indexOf(streamBegins) : -1;
  if (stream < 0) return { dictionary: body, stream: undefined };
  return { dictionary: body.slice(0, stream + 2), stream: from + stream + streamBegins.length };
}

function streamOf(bytes: Buffer, place: Place | undefined): Buffer | undefined {
  if (place?.stream === undefined) return undefined;
  const length = Number(/\/Length (\d+)/.exec(place.dictionary)?.[1]);
  const raw = bytes.subarray(place.stream, place.stream + length);
  if (!place.dictionary.includes('/FlateDecode')) return raw;
  try {
    return inflateSync(raw);
  } catch (cause) {
    throw new PdfUnreadable('stream', { cause });
  }
}

/** The tables from the newest to the oldest; the newest offset of an object wins. */
function readTables(text: string, newest: number): { offsets: Map<number, number>; trailers: string[] } {
  const offsets = new Map<number, number>();
  const trailers: string[] = [];
  let at: number | undefined = newest;
  while (at !== undefined) {
    const begin = text.indexOf('trailer', at);
    if (!text.startsWith('xref\n', at) || begin < 0 || trailers.length > 2) throw new PdfUnreadable('cross-reference');
    readTable(text.slice(at + 5, begin), offsets);
    const trailer = text.slice(begin, text.indexOf('startxref', begin));
    trailers.push(trailer);
    const previous: string | undefined = /\/Prev (\d+)/.exec(trailer)?.[1];
    at = previous === undefined ? undefined : Number(previous);
  }
  return { offsets, trailers };
}

function readTable(table: string, offsets: Map<number, number>): void {
  let next = 0;
  for (const line of table.split('\n')) {
    const [first = '', second = '', kind = ''] = line.trim().split(' ');
    if (kind === '') next = Number(first);
    else {
      if (kind === 'n' && !offsets.has(next)) offsets.set(next, Number(first));
      next += 1;
    }
    if (second === '' && first !== '') throw new PdfUnreadable('cross-reference');
  }
}

/** The number of the object a dictionary's entry points to: `/Pages 16 0 R`. */
export function reference(dictionary: string, name: string): number | undefined {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The numbers of the objects in an entry that points to one or several: `/Kids [2 0 R 7 0 R]`. */
function references(dictionary: string, name: string): readonly number[] {
  const found = new RegExp(`/${name} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(dictionary)?.[1] ?? '';
  return [...found.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
}

/** Object number of the catalog. Throws PdfUnreadable when there is none. */
export function catalogOf({ trailer, dictionary }: PdfObjects): number {
  const root = reference(trailer, 'Root');
  if (root === undefined || !dictionary(root).includes('/Catalog')) throw new PdfUnreadable('catalog');
  return root;
}

/** Object numbers of the pages, in order. */
export function pagesOf(pdf: PdfObjects): readonly number[] {
  const below = (number: number): readonly number[] =>
    pdf.dictionary(number).startsWith('<</Type /Pages')
      ? references(pdf.dictionary(number), 'Kids').flatMap(below)
      : [number];
  const root = reference(pdf.dictionary(catalogOf(pdf)), 'Pages');
  return root === undefined ? [] : below(root);
}

/** A PDF text string: in parentheses, or hexadecimal UTF-16 after a byte order mark. */
export function textString(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (written.startsWith('(')) return written.slice(1, -1).replaceAll(/\\([\\()])/g, '$1');
  const bytes = Buffer.from(written.slice(1, -1), 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

/** A text as a PDF text string. */
export function writtenString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
