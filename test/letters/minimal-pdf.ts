/** A PDF shaped like Chromium's, with the facts the checks read; not one a viewer could show. */
export function minimalPdf(facts: { title: string; language: string; tagged?: boolean; pages?: number }): Uint8Array {
  const { title, language, tagged = true, pages = 2 } = facts;
  const hex = Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase();
  const tags = tagged ? '/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 9 0 R\n' : '';
  return Buffer.from(
    `%PDF-1.4
1 0 obj
<</Title <FEFF${hex}>
/CreationDate (D:20200101000000+00'00')
/ModDate (D:20200101000000+00'00')>>
endobj
3 0 obj
<</Length 12>> stream
/Type /Pages /Count 99
endstream
endobj
4 0 obj
<</Type /Pages
/Count ${pages}
/Kids [2 0 R]>>
endobj
5 0 obj
<</Type /Catalog
/Pages 4 0 R
${tags}/Outlines 7 0 R
/Lang (${language})>>
endobj
6 0 obj
<</Type /FontDescriptor
/FontName /AAAAAA+Inter-Regular
/FontFile2 8 0 R>>
endobj
xref
trailer
<</Size 6
/Root 5 0 R
/Info 1 0 R>>
startxref
100
%%EOF
`,
    'latin1',
  );
}
