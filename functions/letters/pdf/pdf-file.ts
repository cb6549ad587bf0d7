import type { Instant } from '../../core/time.ts';

/** What a PDF says about itself. */
export interface PdfFacts {
  /** Begins and ends as a PDF does, and its cross-reference leads to a catalog. */
  readonly complete: boolean;
  readonly pages: number;
  /** Tagged: MarkInfo says so and there is a structure tree (WCAG; domain.md § 7.4). */
  readonly tagged: boolean;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly outline: boolean;
  /** Names of the fonts that are embedded; blank letters have none (lessons.md). */
  readonly embeddedFonts: readonly string[];
}

/**
 * Reads the facts from a PDF as Chromium writes it: objects in plain text, only streams compressed. Not a general PDF
 * reader; a file of another make comes out as incomplete or untagged and is refused.
 */
export function readPdfFacts(pdf: Uint8Array): PdfFacts {
  const objects = withoutStreams(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'));
  const catalog = /<<\s*\/Type\s*\/Catalog[\s\S]*?\nendobj/.exec(objects)?.[0] ?? '';
  const counts = [...objects.matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)/g)].map((match) => Number(match[1]));
  const fonts = [...objects.matchAll(/\/Type\s*\/FontDescriptor([\s\S]*?)\nendobj/g)].map((match) => match[1] ?? '');
  return {
    complete: objects.startsWith('%PDF-') && /startxref\s+\d+\s+%%EOF\s*$/.test(objects) && catalog !== '',
    pages: Math.max(0, ...counts),
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked\s+true/.test(catalog) && /\/StructTreeRoot\s+\d+/.test(catalog),
    language: textString(/\/Lang\s*(\([^)]*\)|<[0-9A-Fa-f]*>)/.exec(catalog)?.[1]),
    title: textString(/\/Title\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/.exec(informationOf(objects))?.[1]),
    outline: /\/Outlines\s+\d+/.test(catalog),
    embeddedFonts: fonts
      .filter((font) => /\/FontFile[23]?\s+\d+/.test(font))
      .map((font) => /\/FontName\s*\/([^\s/]+)/.exec(font)?.[1] ?? ''),
  };
}

/**
 * Replaces the two dates Chromium takes from the machine's clock by the letter's own moment, in as many bytes, so the
 * cross-reference stays right.
 */
export function withDates(pdf: Uint8Array, now: Instant): Uint8Array {
  const stamp = now.slice(0, 19).replaceAll(/[-T:]/g, '');
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Buffer.from(text.replaceAll(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, `$1${stamp}`), 'latin1');
}

function withoutStreams(text: string): string {
  return text.replaceAll(/>>\s*stream\r?\n[\s\S]*?endstream/g, '>>');
}

function informationOf(objects: string): string {
  const number = /trailer[\s\S]*?\/Info\s+(\d+)\s+0\s+R/.exec(objects)?.[1];
  if (number === undefined) return '';
  const start = objects.search(new RegExp(`(^|\\n)${number} 0 obj`));
  return start < 0 ? '' : objects.slice(start, objects.indexOf('endobj', start));
}

/** A PDF text string: in parentheses, or hexadecimal UTF-16 after a byte order mark. */
function textString(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (written.startsWith('(')) return written.slice(1, -1).replaceAll(/\\([\\()])/g, '$1');
  const bytes = Buffer.from(written.slice(1, -1), 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
