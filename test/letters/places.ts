import { openPdf, pagesOf } from '../../functions/letters/pdf/objects.ts';
import { pageReader } from '../../functions/letters/pdf/page-text.ts';

/** A text of a page and where it stands, in millimetres from the sheet's left and upper edge. */
export interface Placed {
  /** From 0. */
  readonly page: number;
  readonly text: string;
  readonly left: number;
  /** Where its last group of letters begins. */
  readonly right: number;
  /** Of its base line. */
  readonly baseLine: number;
}

const a4Height = 841.92;
const millimetres = (points: number) => (points * 25.4) / 72;

/** Every text of a PDF, in the order it is painted. */
export function placesIn(pdf: Uint8Array): readonly Placed[] {
  const objects = openPdf(Buffer.from(pdf));
  const reader = pageReader(objects);
  return pagesOf(objects).flatMap((number, page) => {
    const { runs } = reader.text(number);
    return placesOn(reader.content(number)).map((place, index) => ({
      page,
      text: runs[index]?.text ?? '',
      ...place,
    }));
  });
}

/** Scale and offset: Chromium turns nothing. */
type Matrix = readonly [scale: number, x: number, y: number];

function placesOn(content: string): readonly Pick<Placed, 'left' | 'right' | 'baseLine'>[] {
  const found: Pick<Placed, 'left' | 'right' | 'baseLine'>[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0];
  let [x, y, moved] = [0, 0, 0];
  for (const line of content.split('\n')) {
    const numbers = line.split(' ').map(Number);
    if (line === 'q') saved.push(matrix);
    else if (line === 'Q') matrix = saved.pop() ?? matrix;
    else if (line.endsWith(' cm')) {
      const [scale = 1, , , , right = 0, down = 0] = numbers;
      // The first one turns the page's upward axis downward; offsets after it count from the top.
      const [outer, left, top] = matrix;
      matrix =
        saved.length === 0 ? [scale, 0, a4Height - down] : [outer * scale, left + outer * right, top + outer * down];
    } else if (line.endsWith(' Tm')) [x, y, moved] = [numbers[4] ?? 0, numbers[5] ?? 0, 0];
    else if (line.includes(' Td')) moved += numbers[0] ?? 0;
    else if (line === 'ET') {
      const [scale, left, top] = matrix;
      found.push({
        left: millimetres(left + scale * x),
        right: millimetres(left + scale * (x + moved)),
        baseLine: millimetres(top + scale * y),
      });
    }
  }
  return found;
}
