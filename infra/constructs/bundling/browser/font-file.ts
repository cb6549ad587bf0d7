import { inflateSync } from 'node:zlib';

/**
 * A font as a system can install it, from a WOFF file (W3C, WOFF 1.0): the same tables, inflated, under a directory of
 * their own. Throws RangeError or TypeError when the file is something else.
 */
export function installable(woff: Buffer): Buffer {
  const tables = tablesOf(woff);
  const directory = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum, entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(content.length, entry + 12);
    // Tables begin at multiples of four bytes.
    const padding = Buffer.alloc(-content.length & 3);
    parts.push(content, padding);
    offset += content.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** A table of a font, e.g. `glyf`. */
export interface FontTable {
  readonly tag: string;
  readonly content: Buffer;
}

/** The tables of a WOFF file (W3C, WOFF 1.0), inflated. Throws RangeError or TypeError when it is something else. */
export function tablesOf(woff: Buffer): readonly (FontTable & { readonly checksum: number })[] {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('not a WOFF file');
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => tableAt(woff, 44 + 20 * index));
}

function tableAt(woff: Buffer, entry: number): FontTable & { readonly checksum: number } {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at));
  if (offset === undefined || packed === undefined || length === undefined || checksum === undefined) {
    throw new RangeError('a table is missing');
  }
  const raw = woff.subarray(offset, offset + packed);
  return {
    tag: woff.toString('latin1', entry, entry + 4),
    checksum,
    content: packed < length ? inflateSync(raw) : raw,
  };
}
