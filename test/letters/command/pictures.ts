import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/**
 * Pictures of a PDF's own pages, by PDFium as WebAssembly: the engine of the browsers most people read letters in, and
 * nothing to be installed on the machine. Chromium without a window shows no PDF, and a picture of its page would be no
 * picture of the file.
 */
export async function openPictures(): Promise<{
  /** Writes `<stem>-1.png` and so on; gives the files. */
  readonly draw: (pdf: Uint8Array, stem: string) => Promise<readonly string[]>;
  readonly close: () => void;
}> {
  const library = await PDFiumLibrary.init();
  return { draw: (pdf, stem) => draw(library, pdf, stem), close: () => library.destroy() };
}

async function draw(library: PDFiumLibrary, pdf: Uint8Array, stem: string): Promise<readonly string[]> {
  const document = await library.loadDocument(Buffer.from(pdf));
  try {
    const files: string[] = [];
    for (const page of document.pages()) {
      // 72 points an inch: 1 is 595 × 842 pixels.
      const picture = await page.render({
        scale: 1,
        render: ({ data, width, height }) => png({ data, width, height }),
      });
      const file = `${stem}-${files.length + 1}.png`;
      await writeFile(file, picture.data);
      files.push(file);
    }
    return files;
  } finally {
    document.destroy();
  }
}

/** A bitmap of four bytes a pixel as a grey PNG: letters are black on white, and a gallery is a thousand of them. */
async function png(bitmap: { data: Uint8Array; width: number; height: number }): Promise<Uint8Array> {
  const { data, width, height } = bitmap;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const [a = 0, b = 0, c = 0] = data.subarray(at, at + 3);
      rows[y * (width + 1) + 1 + x] = (a + 2 * b + c) >> 2;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
