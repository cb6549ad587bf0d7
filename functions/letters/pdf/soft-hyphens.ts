/**
 * Chromium writes every soft hyphen of a text, as a blank of no width, and at the end of a line an ordinary hyphen beside
 * it: copied or read aloud, a broken word has a hyphen in its middle, and a search misses a whole one. Here those within a
 * line are left out, and the one that is seen says that it is a soft one (ISO 32000-1, 14.8.2.2.3). Places are kept.
 */
export function settleSoftHyphens(content: string): string {
  return content.replaceAll(softHyphen, (_, move: string | undefined, next: string | undefined, hyphen: string) => {
    const moved = move === undefined ? '' : `${move}\n`;
    return next === undefined ? moved : `${moved}${next}${begin}${hyphen}EMC\n`;
  });
}

const begin = '/Span<</ActualText <feff00ad> >> BDC\n';
/** The blank, with the move before it; and the hyphen, when one follows as a text of its own. */
const softHyphen = new RegExp(
  `${begin}(?:([-\\d.]+ [-\\d.]+ Td) )?<[0-9a-f]+> Tj\\nEMC\\n(?:(ET\\nBT\\n/\\w+ [\\d.]+ Tf\\n[^\\n]+ Tm\\n)(<[0-9a-f]{4}> Tj\\n)(?=ET\\n))?`,
  'gi',
);
