/** What a test wants of a PDF; anything left out is as it should be. */
export interface MinimalPdf {
  readonly title: string;
  readonly language: string;
  readonly text?: string;
  readonly tagged?: boolean;
  readonly pages?: number;
}

/** A PDF as Chromium writes it, small: one font, a heading with all the text, a table header, a link and a page's foot. */
export function minimalPdf({ title, language, text = title, tagged = true, pages = 1 }: MinimalPdf): Uint8Array {
  const tags = tagged ? '/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 9 0 R\n' : '';
  const numbers = Array.from({ length: pages }, (_, index) => 20 + index);
  const objects: [number, string][] = [
    [1, `<</Title ${written(title)}\n/CreationDate (D:20200101000000+00'00')\n/ModDate (D:20200101000000+00'00')>>`],
    [2, `<</Type /Pages\n/Count ${pages}\n/Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`],
    [3, stream(content(text))],
    [4, '<</Type /Font\n/Subtype /Type0\n/ToUnicode 5 0 R\n/DescendantFonts [6 0 R]>>'],
    [5, stream(unicode(text))],
    [6, '<</Type /Font\n/FontDescriptor 7 0 R\n/Subtype /CIDFontType2>>'],
    [7, '<</Type /FontDescriptor\n/FontName /AAAAAA+Inter-Regular\n/FontFile2 8 0 R>>'],
    [8, stream('font')],
    [9, '<</Type /StructTreeRoot\n/K 10 0 R>>'],
    [10, '<</Type /StructElem\n/S /Document\n/P 9 0 R\n/K [11 0 R 12 0 R 13 0 R 16 0 R]>>'],
    [11, '<</Type /StructElem\n/S /H1\n/P 10 0 R\n/Pg 20 0 R\n/K 0>>'],
    [12, '<</Type /StructElem\n/S /TH\n/P 10 0 R\n/A [<</O /Table\n/Scope /Row>>]\n/ID (node00000917)>>'],
    [13, '<</Type /StructElem\n/S /Link\n/P 10 0 R\n/Pg 20 0 R\n/K [1 <</Type /OBJR\n/Obj 14 0 R\n/Pg 20 0 R>>]>>'],
    [14, '<</Type /Annot\n/Subtype /Link\n/A <</S /URI\n/URI (https://example.no/)>>>>'],
    [15, '<</Type /Outlines\n/Count 1>>'],
    [16, '<</Type /StructElem\n/S /Figure\n/P 10 0 R\n/Alt (arms)>>'],
    ...numbers.map((number): [number, string] => [number, page]),
    [
      19,
      `<</Type /Catalog\n/Pages 2 0 R\n${tags}/Outlines 15 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n/Lang (${language})>>`,
    ],
  ];
  return assembled(objects.toSorted(([a], [b]) => a - b));
}

const page = '<</Type /Page\n/Resources <</Font <</F4 4 0 R>>>>\n/Contents 3 0 R\n/Annots [14 0 R]>>';

function stream(text: string): string {
  return `<</Length ${text.length}>> stream\n${text}\nendstream`;
}

function written(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** Glyphs are numbered as their characters are. */
const glyphs = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

function content(text: string): string {
  const shown = (words: string) => `BT\n/F4 14 Tf\n1 0 0 -1 8 19 Tm\n<${glyphs(words)}> Tj\nET`;
  return `q\n${shown('1')}\n/H1 <</MCID 0 >>BDC\n${shown(text)}\nEMC\n/Link <</MCID 1 >>BDC\n${shown('lenke')}\nEMC\n1 2 3 4 re\nf\nQ\n`;
}

function unicode(text: string): string {
  // Glyph 0 is the one for what a font does not have, and says nothing.
  const codes = new Set((glyphs(`${text.replaceAll('\0', '')}lenke1`).match(/.{4}/g) ?? []).sort());
  return `begincmap\n${codes.size} beginbfchar\n${[...codes].map((code) => `<${code}> <${code}>`).join('\n')}\nendbfchar\nendcmap`;
}

function assembled(objects: readonly (readonly [number, string])[]): Uint8Array {
  let file = '%PDF-1.4\n';
  let table = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, body] of objects) {
    table += `${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = (objects.at(-1)?.[0] ?? 0) + 1;
  const trailer = `trailer\n<</Size ${size}\n/Root 19 0 R\n/Info 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}
