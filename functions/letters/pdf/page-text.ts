import { type PageText, readText } from './content.ts';
import { type PdfObjects, reference } from './objects.ts';
import { unicodeMap } from './unicode-map.ts';

/** Reads what pages say. */
export interface PageReader {
  /** The page's content stream, inflated. */
  content(page: number): string;
  text(page: number): PageText;
}

/** Reads each stream and each font's map once. */
export function pageReader(pdf: PdfObjects): PageReader {
  const contents = new Map<number, string>();
  const maps = new Map<number, ReadonlyMap<number, string>>();
  const read = (page: number) => pdf.stream(reference(pdf.dictionary(page), 'Contents') ?? 0)?.toString('latin1') ?? '';
  const content = (page: number) => {
    const found = contents.get(page) ?? read(page);
    contents.set(page, found);
    return found;
  };
  const fontsOf = (page: number) => {
    const [, listed = ''] = /\/Font <<([^>]*)>>/.exec(pdf.dictionary(page)) ?? [];
    const fonts = new Map<string, ReadonlyMap<number, string>>();
    for (const [, name = '', number] of listed.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const font = Number(number);
      const map = maps.get(font) ?? unicodeMap(toUnicodeOf(pdf, font));
      maps.set(font, map);
      fonts.set(name, map);
    }
    return fonts;
  };
  const texts = new Map<number, PageText>();
  const text = (page: number) => {
    const found = texts.get(page) ?? readText(content(page), fontsOf(page));
    texts.set(page, found);
    return found;
  };
  return { content, text };
}

function toUnicodeOf(pdf: PdfObjects, font: number): string {
  const number = reference(pdf.dictionary(font), 'ToUnicode');
  return (number === undefined ? undefined : pdf.stream(number)?.toString('latin1')) ?? '';
}
