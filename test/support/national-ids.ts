import type { CalendarDate } from '../../functions/core/time.ts';

/**
 * A synthetic national id number (month + 80, right check digits) of somebody born on `birthDate`, the `n`th such one.
 * Belongs to nobody: the population register gives out no such number.
 */
export function syntheticNationalId(birthDate: CalendarDate, n = 0): string {
  return nationalIdOf(birthDate, { monthOffset: 80, n });
}

/** As {@link syntheticNationalId}, with the offsets of other series; `dNumber` adds 40 to the day. */
export function nationalIdOf(
  birthDate: CalendarDate,
  { monthOffset = 80, dNumber = false, n = 0 }: { monthOffset?: 0 | 40 | 80; dNumber?: boolean; n?: number } = {},
): string {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const date = [day + (dNumber ? 40 : 0), month + monthOffset, year % 100].map(twoDigits).join('');
  let left = n;
  for (let individual = year >= 2000 ? 500 : 0; individual <= 999; individual += 1) {
    const digits = withCheckDigits(`${date}${String(individual).padStart(3, '0')}`);
    if (digits === undefined) continue;
    if (left === 0) return digits;
    left -= 1;
  }
  throw new RangeError(`No number left for ${birthDate}`);
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** Modulo 11; about one in six series of nine digits has no check digits. */
function withCheckDigits(nine: string): string | undefined {
  const first = checkDigit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  if (first === undefined) return undefined;
  const second = checkDigit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return second === undefined ? undefined : `${nine}${first}${second}`;
}

function checkDigit(digits: string, weights: readonly number[]): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}
