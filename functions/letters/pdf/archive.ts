import type { Instant } from '../../core/time.ts';
import { srgbProfile } from './colour-profile.ts';
import { markArtifacts } from './content.ts';
import { type DocumentFacts, xmpPacket } from './metadata.ts';
import { catalogOf, openPdf, type PdfObjects, pagesOf, reference, writtenString } from './objects.ts';
import { type PageReader, pageReader } from './page-text.ts';
import { settleSoftHyphens } from './soft-hyphens.ts';
import { annotationsOf, contentsOf, referredTo, type StructureElement, structureOf } from './structure.ts';
import { type Update, updateOf } from './update.ts';

/**
 * Makes Chromium's tagged PDF an archive's (PDF/A-2a) and a screen reader's (PDF/UA-1) by an incremental update: metadata,
 * colours, id, descriptions of links, list bodies, artifacts. Its tags stay. The same page gives the same bytes on every
 * machine: dates and ids come from the document. Throws PdfUnreadable for a PDF of another make.
 */
export function archivePdf(printed: Uint8Array, facts: DocumentFacts): Uint8Array {
  const bytes = settled(printed, facts.now);
  const pdf = openPdf(bytes);
  const update = updateOf(pdf);
  const pages = pageReader(pdf);
  const elements = structureOf(pdf);
  for (const page of pagesOf(pdf)) {
    const content = reference(pdf.dictionary(page), 'Contents');
    const settledContent = markArtifacts(settleSoftHyphens(pages.content(page)));
    if (content !== undefined) update.replaceStream(content, Buffer.from(settledContent, 'latin1'));
  }
  for (const element of elements.values()) {
    if (element.type === 'Link') describeLink(element, { elements, pages, update });
    if (element.type === 'LI') addListBody(element, { elements, update });
  }
  declare(pdf, update, facts);
  return update.appendedTo(bytes);
}

/**
 * What Chromium takes from the machine is replaced in place, in as many bytes, so the cross-reference stays right: two
 * dates, and ids counted through all that the browser ever laid out.
 */
function settled(pdf: Uint8Array, now: Instant): Buffer {
  const stamp = now.slice(0, 19).replaceAll(/[-T:]/g, '');
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const ids = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
  const order = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]));
  const settledText = text
    .replaceAll(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, `$1${stamp}`)
    .replaceAll(/\(node\d{8}\)/g, (id) => order.get(id) ?? id);
  return Buffer.from(settledText, 'latin1');
}

interface Tree {
  readonly elements: ReadonlyMap<number, StructureElement>;
  readonly update: Update;
}

/** A link says where it leads, in the words it has on the page (PDF/UA-1 7.18.5). */
function describeLink(link: StructureElement, { elements, pages, update }: Tree & { pages: PageReader }): void {
  const words = contentsOf(link, elements)
    .flatMap(({ page, mcid }) => pages.text(page).runs.filter((run) => run.mcid === mcid))
    .map((run) => run.text.trim());
  // An address that is broken over two lines is one word.
  const text = words.join(words[0]?.includes('://') ? '' : ' ');
  for (const number of annotationsOf(link)) {
    const annotation = update.current(number);
    const target = /\/URI \(([^)]*)\)/.exec(annotation)?.[1] ?? '';
    update.replace(number, withEntry(annotation, `/Contents ${writtenString(text || target)}`));
  }
}

/** A list item has a label and a body (ISO 32000-1, 14.8.4.3.3); Chromium gives the label only. */
function addListBody(item: StructureElement, { elements, update }: Tree): void {
  const kids = item.kids.map((written) => elements.get(referredTo(written) ?? -1));
  const inside = kids.filter((kid) => kid !== undefined);
  const rest = inside.filter(({ type }) => type !== 'Lbl' && type !== 'LBody');
  if (rest.length === 0 || inside.length < kids.length) return;
  const listed = (numbers: readonly number[]) => `/K [${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
  const body = update.add(
    `<</Type /StructElem\n/S /LBody\n/P ${item.number} 0 R\n${listed(rest.map(({ number }) => number))}>>`,
  );
  for (const { number } of rest) {
    update.replace(number, update.current(number).replace(/\/P \d+ 0 R/, `/P ${body} 0 R`));
  }
  const labels = inside.filter((kid) => !rest.includes(kid)).map(({ number }) => number);
  update.replace(
    item.number,
    update.current(item.number).replace(/\/K (\[[^\]]*\]|\d+ 0 R)/, listed([...labels, body])),
  );
}

/** What the catalog tells of the file: its metadata, its colours. */
function declare(pdf: PdfObjects, update: Update, facts: DocumentFacts): void {
  const metadata = update.addStream('/Type /Metadata\n/Subtype /XML\n', Buffer.from(xmpPacket(facts)));
  const profile = update.addStream('/N 3\n', srgb);
  const intent = update.add(
    `<</Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB)\n/Info (sRGB IEC61966-2.1)\n/DestOutputProfile ${profile} 0 R>>`,
  );
  const catalog = catalogOf(pdf);
  const entries = `/Version /1.7\n/Metadata ${metadata} 0 R\n/OutputIntents [${intent} 0 R]`;
  update.replace(catalog, withEntry(update.current(catalog), entries));
}

const srgb = srgbProfile();

function withEntry(dictionary: string, entry: string): string {
  return `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}\n${entry}>>`;
}
