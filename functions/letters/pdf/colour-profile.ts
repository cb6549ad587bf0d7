const gammaSteps = 1024;

/**
 * sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, made here from the standard's own numbers: a PDF/A tells with it
 * which colours its numbers mean, and no file can be mistaken for it.
 */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag('sRGB')],
    ['cprt', Buffer.concat([Buffer.from('text\0\0\0\0'), Buffer.from('CC0\0')])],
    ['wtpt', xyzTag([0.9642, 1, 0.8249])],
    // The primaries adapted to D50 (Bradford).
    ['rXYZ', xyzTag([0.43607, 0.22249, 0.01392])],
    ['gXYZ', xyzTag([0.38515, 0.71687, 0.09708])],
    ['bXYZ', xyzTag([0.14307, 0.06061, 0.7141])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return withHeader(tags);
}

function withHeader(tags: readonly (readonly [string, Buffer])[]): Buffer {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let end = 128 + table.length;
  for (const [index, [name, body]] of tags.entries()) {
    // The three curves are one and the same.
    const place = places.get(body) ?? end;
    if (!places.has(body)) {
      places.set(body, place);
      const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
      body.copy(padded);
      bodies.push(padded);
      end += padded.length;
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(place, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
  }
  return Buffer.concat([header(end), table, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // 1 January 2026, the day it was first made: a profile has a date.
  for (const [index, part] of [2026, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  xyz([0.9642, 1, 0.8249]).copy(bytes, 68);
  return bytes;
}

function descriptionTag(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  // No name in Unicode or for the Macintosh: 4 + 4 and 2 + 1 + 67 bytes of nothing.
  return Buffer.concat([Buffer.from('desc\0\0\0\0'), length, text, Buffer.alloc(78)]);
}

function xyzTag(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0'), xyz(values)]);
}

function xyz(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65_536), index * 4);
  return bytes;
}

function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + gammaSteps * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(gammaSteps, 8);
  for (let step = 0; step < gammaSteps; step += 1) {
    const signal = step / (gammaSteps - 1);
    const light = signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 65_535), 12 + step * 2);
  }
  return bytes;
}
