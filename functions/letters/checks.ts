import type { PdfFacts } from './pdf/pdf-file.ts';
import type { LetterView } from './views/letter.ts';

/** What can be wrong with a letter or a form. The names are all that an error ever tells. */
export const documentChecks = [
  'blank-field',
  'placeholder-left',
  'undefined-or-null',
  'pdf-incomplete',
  'pdf-without-pages',
  'case-number-missing',
  'heading-missing',
  'pdf-not-tagged',
  'pdf-unmarked-content',
  'pdf-language',
  'pdf-title',
  'pdf-bookmarks',
  'figure-without-text',
  'header-without-scope',
  'link-without-description',
  'pdf-font-missing',
  'pdf-font-unusable',
  'glyph-missing',
  'pdf-not-archival',
] as const;
export type DocumentCheck = (typeof documentChecks)[number];

/** What of a view the checks read. */
export type CheckedView = Pick<LetterView, 'language' | 'heading' | 'title'> & {
  /** Forms have none. */
  readonly caseNumber?: string;
};

/**
 * Checks of the view and the page made from it, before it is printed. An empty list is a document in order. `typed` is
 * what people wrote, which may say anything: «null» is Norwegian for nought, and a name.
 */
export function checkPage(view: CheckedView, html: string, typed: readonly string[]): readonly DocumentCheck[] {
  const own = withoutTyped(html, typed);
  return failed([
    ['blank-field', hasBlank(view)],
    ['placeholder-left', placeholder.test(own)],
    ['undefined-or-null', nothing.test(own)],
  ]);
}

const placeholder = /\{\{|\}\}/;
const nothing = /\b(undefined|null|NaN)\b|\[object /;

/** The page without style sheets, fonts and what people typed. */
function withoutTyped(html: string, typed: readonly string[]): string {
  const page = html.replaceAll(/<style>[\s\S]*?<\/style>/g, '').replaceAll(/<div class="typed">[\s\S]*?<\/div>/g, '');
  // Between the characters that the template escapes, a word stands in the page as it is.
  const pieces = typed.flatMap((text) => text.split(/[\s&<>"'`=]/));
  const suspect = pieces.filter((piece) => placeholder.test(piece) || nothing.test(piece));
  return suspect.reduce((rest, piece) => rest.replaceAll(piece, ''), page);
}

/** All texts within a value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Checks of the finished file. */
export function checkPdf(view: CheckedView, facts: PdfFacts): readonly DocumentCheck[] {
  // Nothing else is known of a file that cannot be read.
  if (!facts.complete) return ['pdf-incomplete'];
  const text = withoutSpace(facts.text);
  return failed([
    ['pdf-without-pages', facts.pages < 1],
    ['case-number-missing', !text.includes(withoutSpace(view.caseNumber ?? ''))],
    ['heading-missing', !text.includes(withoutSpace(view.heading))],
    ['pdf-not-tagged', !facts.tagged],
    ['pdf-unmarked-content', facts.unmarked],
    ['pdf-language', facts.language !== view.language],
    ['pdf-title', facts.title !== view.title],
    ['pdf-bookmarks', facts.headings > 0 && facts.bookmarks === 0],
    ['figure-without-text', facts.silentFigures > 0],
    ['header-without-scope', facts.unscopedHeaders > 0],
    ['link-without-description', facts.silentLinks > 0],
    ['pdf-font-missing', !facts.embeddedFonts.some((font) => font.includes('Inter'))],
    ['pdf-font-unusable', facts.badFonts > 0],
    ['glyph-missing', facts.undrawn.length > 0],
    ['pdf-not-archival', !facts.archival],
  ]);
}

function failed(checks: readonly (readonly [DocumentCheck, boolean])[]): readonly DocumentCheck[] {
  return checks.filter(([, isWrong]) => isWrong).map(([name]) => name);
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** Whatever is optional is undefined when it is not there; a text that is there but empty was forgotten. */
function hasBlank(value: unknown): boolean {
  return textsIn(value).some((text) => text.trim() === '');
}
