import { expect, test, vi } from 'vitest';
import { LetterRenderingError } from '../../functions/core/errors.ts';
import { createPrinter, usualLimits } from '../../functions/letters/pdf/printer.ts';
import type { Sheet } from '../../functions/letters/pdf/sheet.ts';

const printed: Uint8Array = Buffer.from('%PDF');
const never = new Promise<never>(() => undefined);
const quick = { openMs: 50, printMs: 50, lettersPerBrowser: 3 };

function sheet(print: () => Promise<Uint8Array>): Sheet & { discard: ReturnType<typeof vi.fn<() => void>> } {
  return { print, discard: vi.fn<() => void>() };
}

test('one browser prints letter after letter', async () => {
  const open = vi.fn(async () => sheet(async () => printed));
  const printer = createPrinter(open, quick);
  await printer.print('a');
  await printer.print('b');
  expect(open).toHaveBeenCalledTimes(1);
});

test('letters asked for at the same time are printed one after the other', async () => {
  let inside = 0;
  const print = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await Promise.resolve();
    inside -= 1;
    return printed;
  };
  const printer = createPrinter(async () => sheet(print), quick);
  expect(await Promise.all(['a', 'b', 'c'].map((html) => printer.print(html)))).toHaveLength(3);
});

test.each([
  ['crashed', () => Promise.reject(new Error('Target closed'))],
  ['hangs', () => never],
])('a browser that %s is ended and replaced within the same call', async (_, print) => {
  const broken = sheet(print);
  const sheets = [broken, sheet(async () => printed)];
  const printer = createPrinter(async () => sheets.shift() ?? broken, quick);
  expect(await printer.print('a')).toBe(printed);
  expect(broken.discard).toHaveBeenCalled();
});

test('two browsers that fail are a letter that failed, and the next letter gets a third', async () => {
  const sheets = [sheet(() => never), sheet(() => never), sheet(async () => printed)];
  const printer = createPrinter(async () => sheets.shift() ?? sheet(() => never), quick);
  await expect(printer.print('a')).rejects.toThrow(LetterRenderingError);
  expect(await printer.print('b')).toBe(printed);
});

test('a browser that opens too late is ended when it comes', async () => {
  const late = sheet(async () => printed);
  let arrive: (sheet: Sheet) => void = () => undefined;
  const opening = [new Promise<Sheet>((resolve) => (arrive = resolve)), Promise.resolve(sheet(async () => printed))];
  const printer = createPrinter(() => opening.shift() ?? never, quick);
  await printer.print('a');
  arrive(late);
  await vi.waitFor(() => expect(late.discard).toHaveBeenCalled());
});

test('a browser is replaced after its share of letters', async () => {
  const open = vi.fn(async () => sheet(async () => printed));
  const printer = createPrinter(open, quick);
  for (let n = 0; n < 4; n += 1) await printer.print('a');
  expect(open).toHaveBeenCalledTimes(2);
});

test('the limits leave room for two tries within the function’s 60 seconds', () => {
  expect(2 * (usualLimits.openMs + usualLimits.printMs)).toBeLessThan(60_000);
});
