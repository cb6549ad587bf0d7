import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../../functions/platform/uploads/content-type.ts';

const judge = (content: Uint8Array | string, bytes?: number) => {
  const file = Buffer.from(content);
  return judgeFile(bytes ?? file.length, async (start, end) => file.subarray(start, end));
};
const filling = 'x'.repeat(5000);

describe('a file is what its first bytes say', () => {
  test.each([
    ['application/pdf', '%PDF-1.7\n...'],
    ['application/pdf', `${' '.repeat(1000)}%PDF-2.0\n`],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ])('%s', async (type, content) => {
    expect(await judge(content)).toEqual({ type });
  });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a picture that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a program', 'MZ\u0090'],
    ['a zip file', 'PK\u0003\u0004'],
    ['a PDF header too far in', `${' '.repeat(1024)}%PDF-1.7`],
    ['half of a picture’s header', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ])('%s is refused', async (_, content) => {
    expect(await judge(content)).toEqual({ problem: 'type' });
  });
});

test('empty and too large files are refused', async () => {
  expect(await judge('')).toEqual({ problem: 'empty' });
  expect(await judge('%PDF-1.7', 10 * 1024 * 1024)).toEqual({ type: 'application/pdf' });
  expect(await judge('%PDF-1.7', 10 * 1024 * 1024 + 1)).toEqual({ type: 'application/pdf', problem: 'size' });
});

test('a PDF with a password is refused, whether its trailer is at the end or in a stream', async () => {
  const table = `%PDF-1.4\n${filling}\nxref\ntrailer\n<< /Size 5 /Encrypt 4 0 R >>\nstartxref\n5009\n%%EOF\n`;
  const stream = `%PDF-1.7\n7 0 obj << /Type /XRef /Encrypt 4 0 R >> stream\n${filling}\nstartxref\n9\n%%EOF\n`;
  const open = `%PDF-1.7\n7 0 obj << /Type /XRef >> stream\n${filling}\nstartxref\n9\n%%EOF\n`;
  const locked = { type: 'application/pdf', problem: 'locked' };
  expect([await judge(table), await judge(stream), await judge(open)]).toEqual([
    locked,
    locked,
    { type: 'application/pdf' },
  ]);
});
