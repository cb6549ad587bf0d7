import type { PdfFacts } from './pdf/pdf-file.ts';
import type { LetterView } from './views/letter.ts';

/** What can be wrong with a letter. The names are all that an error ever tells. */
const letterChecks = [
  'blank-field',
  'placeholder-left',
  'undefined-or-null',
  'case-number-missing',
  'heading-missing',
  'pdf-incomplete',
  'pdf-without-pages',
  'pdf-not-tagged',
  'pdf-language',
  'pdf-title',
  'pdf-font-missing',
] as const;
export type LetterCheck = (typeof letterChecks)[number];

/** Checks of the view and the page made from it, before it is printed. An empty list is a letter in order. */
export function checkPage(view: LetterView, html: string): readonly LetterCheck[] {
  const own = withoutTyped(html);
  return failed([
    ['blank-field', hasBlank(view)],
    ['placeholder-left', placeholder.test(withoutBraces(own, view))],
    // «null» is Norwegian for nought and may stand in what people type, but not in the templates.
    ['undefined-or-null', /\b(undefined|null|NaN)\b|\[object /.test(own)],
  ]);
}

const placeholder = /\{\{|\}\}/;

/** A name may have braces, and its letter must not be held for it; a template's own braces must not be there. */
function withoutBraces(html: string, view: LetterView): string {
  // Between the characters that the template escapes, a text stands in the page as it is.
  const pieces = textsIn(view).flatMap((text) => text.split(/[&<>"'`=]/));
  return pieces.filter((piece) => placeholder.test(piece)).reduce((rest, piece) => rest.replaceAll(piece, ''), html);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Checks of what the browser laid out and printed. */
export function checkPrinted(
  view: LetterView,
  printed: { readonly text: string; readonly facts: PdfFacts },
): readonly LetterCheck[] {
  const { facts } = printed;
  const text = withoutSpace(printed.text);
  return failed([
    ['case-number-missing', !text.includes(withoutSpace(view.caseNumber))],
    ['heading-missing', !text.includes(withoutSpace(view.heading))],
    ['pdf-incomplete', !facts.complete],
    ['pdf-without-pages', facts.pages < 1],
    ['pdf-not-tagged', !facts.tagged],
    ['pdf-language', facts.language !== view.language],
    ['pdf-title', facts.title !== view.title],
    ['pdf-font-missing', !facts.embeddedFonts.some((font) => font.includes('Inter'))],
  ]);
}

function failed(checks: readonly (readonly [LetterCheck, boolean])[]): readonly LetterCheck[] {
  return checks.filter(([, isWrong]) => isWrong).map(([name]) => name);
}

/** The page without style sheets, fonts and what people typed, which may say anything. */
function withoutTyped(html: string): string {
  return html.replaceAll(/<style>[\s\S]*?<\/style>/g, '').replaceAll(/<div class="typed">[\s\S]*?<\/div>/g, '');
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** Whatever is optional is undefined when it is not there; a text that is there but empty was forgotten. */
function hasBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasBlank);
}
