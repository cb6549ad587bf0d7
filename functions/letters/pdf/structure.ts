import type { PdfObjects } from './objects.ts';

/** One element of the structure tree. */
export interface StructureElement {
  readonly number: number;
  readonly dictionary: string;
  /** `H1`, `Link`, `TH` … */
  readonly type: string;
  /** What it contains, as written: `12 0 R`, `<</Type /OBJR …>>`, or the number of a marked content. */
  readonly kids: readonly string[];
}

/** All elements of a PDF's structure tree, by object number. */
export function structureOf(pdf: PdfObjects): ReadonlyMap<number, StructureElement> {
  const elements = new Map<number, StructureElement>();
  for (const number of pdf.numbers) {
    const dictionary = pdf.dictionary(number);
    if (!dictionary.startsWith('<</Type /StructElem')) continue;
    const type = /\/S \/(\w+)/.exec(dictionary)?.[1] ?? '';
    elements.set(number, { number, dictionary, type, kids: kidsOf(dictionary) });
  }
  return elements;
}

const kid = /\d+ 0 R|<<[^>]*>>|\d+/g;

function kidsOf(dictionary: string): readonly string[] {
  const [, list, single] = /\/K (?:\[([^\]]*)\]|(\d+ 0 R|<<[^>]*>>|\d+))/.exec(dictionary) ?? [];
  return (list ?? single ?? '').match(kid) ?? [];
}

/** The object number a kid that is a reference points to. */
export function referredTo(written: string): number | undefined {
  const number = /^(\d+) 0 R$/.exec(written)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Which annotations an element stands for. */
export function annotationsOf({ kids }: StructureElement): readonly number[] {
  return kids.flatMap((each) => {
    const number = /\/Type \/OBJR\s*\/Obj (\d+) 0 R/.exec(each)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** Where an element's own words are: pages' object numbers and marked contents, its descendants' as well. */
export function contentsOf(
  element: StructureElement,
  elements: ReadonlyMap<number, StructureElement>,
): readonly { readonly page: number; readonly mcid: number }[] {
  const ownPage = pageIn(element.dictionary);
  return element.kids.flatMap((each) => {
    const below = referredTo(each);
    if (below !== undefined) {
      const child = elements.get(below);
      return child ? contentsOf(child, elements) : [];
    }
    const mcid = /^\d+$/.test(each) ? each : /\/MCID (\d+)/.exec(each)?.[1];
    return mcid === undefined ? [] : [{ page: pageIn(each) ?? ownPage ?? 0, mcid: Number(mcid) }];
  });
}

function pageIn(written: string): number | undefined {
  const number = /\/Pg (\d+) 0 R/.exec(written)?.[1];
  return number === undefined ? undefined : Number(number);
}
