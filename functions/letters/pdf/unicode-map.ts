/** Reads a font's ToUnicode map: which characters each glyph stands for. */
export function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, single = '', range = ''] of cmap.matchAll(
    /beginbfchar\n([\s\S]*?)endbfchar|beginbfrange\n([\s\S]*?)endbfrange/g,
  )) {
    for (const [, glyph = '', characters = ''] of single.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g)) {
      map.set(Number.parseInt(glyph, 16), decoded(characters));
    }
    for (const [, first = '', last = '', characters = ''] of range.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g,
    )) {
      const start = Number.parseInt(first, 16);
      const code = Number.parseInt(characters, 16);
      for (let glyph = start; glyph <= Number.parseInt(last, 16); glyph += 1) {
        map.set(glyph, String.fromCharCode(code + glyph - start));
      }
    }
  }
  return map;
}

function decoded(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
