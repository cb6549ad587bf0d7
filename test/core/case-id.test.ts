import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCaseNumber, newCaseId } from '../../functions/core/case-id.ts';

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('is 26 characters that need no escaping anywhere', () => {
  fc.assert(
    fc.property(sixteenBytes, (random) => {
      expect(newCaseId(random)).toMatch(/^[a-z2-7]{26}$/);
    }),
  );
});

it('keeps every bit: other bytes give another id', () => {
  fc.assert(
    fc.property(sixteenBytes, sixteenBytes, (one, other) => {
      expect(newCaseId(one) === newCaseId(other)).toBe(Buffer.compare(one, other) === 0);
    }),
  );
  const base = new Uint8Array(16);
  const ids = Array.from({ length: 128 }, (_, bit) =>
    newCaseId(base.map((_byte, index) => (index === bit >> 3 ? 1 << (bit & 7) : 0))),
  );
  expect(new Set(ids).size).toBe(128);
});

it('refuses too little randomness', () => {
  expect(() => newCaseId(new Uint8Array(15))).toThrow(RangeError);
});

it('numbers cases by municipality and year', () => {
  expect(formatCaseNumber('gulen', 2026, 12)).toBe('GULEN-2026-000012');
  expect(formatCaseNumber('alesund', 2027, 1_234_567)).toBe('ALESUND-2027-1234567');
});
