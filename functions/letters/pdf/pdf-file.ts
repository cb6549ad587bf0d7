import { hasUnmarked } from './content.ts';
import { catalogOf, openPdf, type PdfObjects, PdfUnreadable, pagesOf, reference, textString } from './objects.ts';
import { pageReader } from './page-text.ts';
import { annotationsOf, type StructureElement, structureOf } from './structure.ts';

/** What a PDF says about itself. */
export interface PdfFacts {
  /** Begins and ends as a PDF does, and its cross-reference leads to a catalog, its pages and their streams. */
  readonly complete: boolean;
  readonly pages: number;
  /** Tagged: MarkInfo says so and there is a structure tree (WCAG; domain.md § 7.4). */
  readonly tagged: boolean;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly headings: number;
  readonly bookmarks: number;
  /** Figures without a text for those who cannot see them. */
  readonly silentFigures: number;
  /** Table headers that do not say whether they are of a row or a column. */
  readonly unscopedHeaders: number;
  /** Links without a description, or in no link element. */
  readonly silentLinks: number;
  /** Names of the fonts that are embedded; blank letters have none (lessons.md). */
  readonly embeddedFonts: readonly string[];
  /** Fonts that are not embedded, or do not tell which characters their glyphs are. */
  readonly badFonts: number;
  /** Something is painted that is neither tagged nor an artifact. */
  readonly unmarked: boolean;
  /** Says that it is PDF/A-2a and PDF/UA-1, has its colours declared and a file id. */
  readonly archival: boolean;
  /** Texts no font of ours has a glyph for. */
  readonly undrawn: readonly string[];
  /** What the tagged parts of the pages say, extracted from the file itself; line breaks are where the layout has them. */
  readonly text: string;
}

/** Reads the facts from a PDF as Chromium and our update write it; one of another make comes out as incomplete. */
export function readPdfFacts(file: Uint8Array): PdfFacts {
  try {
    return factsOf(openPdf(file));
  } catch (error) {
    if (error instanceof PdfUnreadable) return unreadable;
    throw error;
  }
}

/** How many pages a stored PDF has; 0 when it cannot be read. */
export function pageCount(file: Uint8Array): number {
  try {
    return pagesOf(openPdf(file)).length;
  } catch (error) {
    if (error instanceof PdfUnreadable) return 0;
    throw error;
  }
}

const unreadable: PdfFacts = {
  complete: false,
  pages: 0,
  tagged: false,
  language: undefined,
  title: undefined,
  headings: 0,
  bookmarks: 0,
  silentFigures: 0,
  unscopedHeaders: 0,
  silentLinks: 0,
  embeddedFonts: [],
  badFonts: 0,
  unmarked: true,
  archival: false,
  undrawn: [],
  text: '',
};

function factsOf(pdf: PdfObjects): PdfFacts {
  const catalog = pdf.dictionary(catalogOf(pdf));
  const pages = pagesOf(pdf);
  const reader = pageReader(pdf);
  const elements = [...structureOf(pdf).values()];
  const tagged = pages.flatMap((page) => reader.text(page).runs).filter(({ mcid }) => mcid !== undefined);
  const information = pdf.dictionary(reference(pdf.trailer, 'Info') ?? 0);
  return {
    complete: pages.every((page) => reader.content(page) !== ''),
    pages: pages.length,
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked\s+true/.test(catalog) && reference(catalog, 'StructTreeRoot') !== undefined,
    language: textString(/\/Lang\s*(\([^)]*\)|<[0-9A-Fa-f]*>)/.exec(catalog)?.[1]),
    title: textString(/\/Title\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/.exec(information)?.[1]),
    headings: elements.filter(({ type }) => /^H[1-6]$/.test(type)).length,
    bookmarks: Number(/\/Count (\d+)/.exec(pdf.dictionary(reference(catalog, 'Outlines') ?? 0))?.[1] ?? 0),
    silentFigures: elements.filter((each) => each.type === 'Figure' && !hasText(each.dictionary, 'Alt')).length,
    unscopedHeaders: elements.filter(({ type, dictionary }) => type === 'TH' && !dictionary.includes('/Scope /'))
      .length,
    silentLinks: silentLinks(pdf, elements),
    ...fontsOf(pdf),
    unmarked: pages.some((page) => hasUnmarked(reader.content(page))),
    archival: isArchival(pdf, catalog),
    undrawn: pages.flatMap((page) => reader.text(page).undrawn),
    // A word that is broken over two lines is one word.
    text: tagged
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(/\n?\u00AD\n?/g, ''),
  };
}

function hasText(dictionary: string, name: string): boolean {
  const written = new RegExp(`/${name}\\s*(\\((?:\\\\.|[^\\\\)])*\\)|<[0-9A-Fa-f]*>)`).exec(dictionary)?.[1];
  return (textString(written) ?? '').trim() !== '';
}

function silentLinks(pdf: PdfObjects, elements: readonly StructureElement[]): number {
  const inLinks = new Set(elements.filter(({ type }) => type === 'Link').flatMap(annotationsOf));
  const links = pdf.numbers.filter((number) => /^<<\/Type \/Annot\n\/Subtype \/Link/.test(pdf.dictionary(number)));
  return links.filter((number) => !inLinks.has(number) || !hasText(pdf.dictionary(number), 'Contents')).length;
}

function fontsOf(pdf: PdfObjects): Pick<PdfFacts, 'embeddedFonts' | 'badFonts'> {
  const all = pdf.numbers.map((number) => pdf.dictionary(number));
  const descriptors = all.filter((each) => each.startsWith('<</Type /FontDescriptor'));
  const embedded = descriptors.filter((each) => /\/FontFile[23]?\s+\d+/.test(each));
  const named = all.filter((each) => each.startsWith('<</Type /Font\n') && /\/Subtype \/(Type0|Type3)/.test(each));
  const silent = named.filter((each) => reference(each, 'ToUnicode') === undefined);
  return {
    embeddedFonts: embedded.map((each) => /\/FontName\s*\/([^\s/]+)/.exec(each)?.[1] ?? ''),
    badFonts: descriptors.length - embedded.length + silent.length,
  };
}

function isArchival(pdf: PdfObjects, catalog: string): boolean {
  const metadata = pdf.stream(reference(catalog, 'Metadata') ?? 0)?.toString('utf8') ?? '';
  const identified = ['pdfaid:part>2<', 'pdfaid:conformance>A<', 'pdfuaid:part>1<'].every((id) =>
    metadata.includes(id),
  );
  const [, intent] = /\/OutputIntents \[(\d+) 0 R\]/.exec(catalog) ?? [];
  const profile = pdf.stream(reference(pdf.dictionary(Number(intent ?? 0)), 'DestOutputProfile') ?? 0);
  const coloured = profile?.toString('latin1', 36, 40) === 'acsp' && profile.readUInt32BE(0) === profile.length;
  const named = /\/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]/.test(pdf.trailer);
  const shown = /\/DisplayDocTitle true/.test(catalog);
  return identified && coloured && named && shown;
}
