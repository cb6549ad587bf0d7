import { brotliCompressSync, constants } from 'node:zlib';
import { type FontTable, tablesOf } from './browser/font-file.ts';

/**
 * A font for pages, as WOFF2 (W3C, WOFF 2.0), from a WOFF file with TrueType outlines: every character and the kerning,
 * but no stylistic alternates and no glyph names, a third of what it weighs. Glyphs keep their numbers, so the other
 * tables stay as they are. Throws RangeError or TypeError when the file is something else.
 */
export function leanFont(woff: Buffer): Buffer {
  const all = new Map(tablesOf(woff).map(({ tag, content }) => [tag, content]));
  const need = (tag: string) => all.get(tag) ?? missing(tag);
  const { glyf, loca } = keepOutlines(
    { glyf: need('glyf'), loca: need('loca'), wide: need('head').readInt16BE(50) === 1 },
    mappedGlyphs(need('cmap')),
  );
  const plain = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'gasp', 'GDEF', 'GPOS'];
  const post = Buffer.from(need('post').subarray(0, 32));
  // Version 3: no names of glyphs.
  post.writeUInt32BE(0x00030000, 0);
  const tables = plain.flatMap((tag): FontTable[] => {
    const content = all.get(tag);
    return content ? [{ tag, content }] : [];
  });
  return asWoff2(woff.readUInt32BE(4), [
    ...tables,
    { tag: 'post', content: post },
    { tag: 'glyf', content: glyf },
    { tag: 'loca', content: loca },
  ]);
}

/** The glyphs that characters have, by a subtable of format 4 (OpenType, cmap). */
function mappedGlyphs(cmap: Buffer): ReadonlySet<number> {
  const glyphs = new Set([0]);
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.readUInt32BE(8 + 8 * index);
    if (cmap.readUInt16BE(table) !== 4) throw new TypeError('a cmap of another format than 4');
    const segments = cmap.readUInt16BE(table + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const ends = table + 14 + 2 * segment;
      const starts = ends + 2 * segments + 2;
      const offsets = starts + 4 * segments;
      const delta = cmap.readInt16BE(starts + 2 * segments);
      const offset = cmap.readUInt16BE(offsets);
      const first = cmap.readUInt16BE(starts);
      for (let code = first; code <= cmap.readUInt16BE(ends) && code < 0xffff; code++) {
        const listed = offset === 0 ? code : cmap.readUInt16BE(offsets + offset + 2 * (code - first));
        if (listed !== 0) glyphs.add((listed + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}

interface Outlines {
  readonly glyf: Buffer;
  readonly loca: Buffer;
  /** Are offsets four bytes, not two? */
  readonly wide: boolean;
}

/** The outlines of these glyphs and of those they are put together from; every other glyph is left without one. */
function keepOutlines({ glyf, loca, wide }: Outlines, mapped: ReadonlySet<number>): Omit<Outlines, 'wide'> {
  const at = (glyph: number) => (wide ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const outline = (glyph: number) => glyf.subarray(at(glyph), at(glyph + 1));
  const kept = new Set(mapped);
  // A set that grows while it is walked: parts of parts are walked too.
  for (const glyph of kept) for (const part of partsOf(outline(glyph))) kept.add(part);
  const offsets = Buffer.alloc(loca.length);
  const outlines: Buffer[] = [];
  let end = 0;
  const last = loca.length / (wide ? 4 : 2) - 1;
  for (let glyph = 0; glyph < last; glyph++) {
    if (kept.has(glyph)) {
      outlines.push(outline(glyph));
      end += outline(glyph).length;
    }
    if (wide) offsets.writeUInt32BE(end, 4 * (glyph + 1));
    else offsets.writeUInt16BE(end / 2, 2 * (glyph + 1));
  }
  return { glyf: Buffer.concat(outlines), loca: offsets };
}

/** Glyphs a composite glyph is put together from (OpenType, glyf). */
function partsOf(outline: Buffer): readonly number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10; ; ) {
    const flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    if (!(flags & 0x20)) return parts;
  }
}

/** Tables in one compressed stream, none of them transformed; `loca` follows `glyf`. */
function asWoff2(flavour: number, tables: readonly FontTable[]): Buffer {
  // 63: the tag is written out. 3 in the upper bits: the outlines are as they are, for the two tables that have a transform.
  const directory = tables.map(({ tag, content }) =>
    Buffer.concat([
      Buffer.from([63 | (tag === 'glyf' || tag === 'loca' ? 0xc0 : 0)]),
      Buffer.from(tag, 'latin1'),
      base128(content.length),
    ]),
  );
  const stream = brotliCompressSync(Buffer.concat(tables.map(({ content }) => content)), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT, [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  const unpacked = tables.reduce((sum, { content }) => sum + 16 + Math.ceil(content.length / 4) * 4, 12);
  const header = Buffer.alloc(48);
  const body = Buffer.concat([...directory, stream]);
  const padding = Buffer.alloc(-body.length & 3);
  header.write('wOF2', 0, 'latin1');
  header.writeUInt32BE(flavour, 4);
  header.writeUInt32BE(header.length + body.length + padding.length, 8);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(unpacked, 16);
  header.writeUInt32BE(stream.length, 20);
  return Buffer.concat([header, body, padding]);
}

/** A number in groups of seven bits, the highest first (UIntBase128). */
function base128(value: number): Buffer {
  const groups = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(groups);
}

function missing(tag: string): never {
  throw new TypeError(`a font without the table ${tag}`);
}
