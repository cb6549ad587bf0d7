import { idnr } from '@navikt/fnrvalidator';
import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from './result.ts';
import type { CalendarDate } from './time.ts';

/** Where the code runs: real people exist in production only, synthetic ones only outside it. */
export type AppEnvironment = 'local' | 'test' | 'production';

/** A validated national id number: secret (hol § 12-1). */
export interface NationalId {
  /** Eleven digits. */
  readonly value: string;
  /** From the population register's test series (month + 80); belongs to nobody. */
  readonly synthetic: boolean;
  readonly birthDate: CalendarDate;
}

/**
 * Why a number is not accepted. `format`: not eleven digits of a real date; `checksum`: mistyped; `type`: an auxiliary
 * number (month + 40) that identifies nobody in the population register; the other two: wrong for the environment.
 */
export type NationalIdProblem = 'format' | 'checksum' | 'real-outside-production' | 'synthetic-in-production' | 'type';

/**
 * Reads a fødselsnummer or D-number as typed (spaces allowed). Check digits follow the rule that also covers the number
 * series planned from 2032. The validator accepts every type and synthetic numbers, so type is judged here.
 */
export function parseNationalId(text: string, environment: AppEnvironment): Result<NationalId, NationalIdProblem> {
  const value = text.replaceAll(/\s/g, '');
  if (!/^\d{11}$/.test(value)) return err('format');
  const birthDate = birthDateOf(value);
  if (birthDate === undefined) return err('format');
  const checked = idnr(value);
  if (checked.status === 'invalid') return err('checksum');
  if (checked.type === 'hnr' || checked.type === 'dnr-and-hnr') return err('type');
  const synthetic = checked.type === 'tnr' || checked.type === 'dnr-and-tnr';
  if (synthetic && environment === 'production') return err('synthetic-in-production');
  if (!synthetic && environment !== 'production') return err('real-outside-production');
  return ok({ value, synthetic, birthDate });
}

/** The date of birth a national id number carries, or undefined when it carries none. Checks no digits. */
export function birthDateOf(nationalId: string): CalendarDate | undefined {
  if (!/^\d{11}$/.test(nationalId)) return undefined;
  const day = Number(nationalId.slice(0, 2)) % 40; // D-numbers add 40 to the day
  const month = Number(nationalId.slice(2, 4)) % 40; // auxiliary numbers add 40, synthetic ones 80
  const yearOfCentury = Number(nationalId.slice(4, 6));
  const century = centuryOf(Number(nationalId.slice(6, 9)), yearOfCentury);
  if (century === undefined) return undefined;
  try {
    return Temporal.PlainDate.from({ year: century + yearOfCentury, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined; // no such date: an answer here, not a failure
  }
}

/** The population register's series of individual numbers, each for its own years. */
function centuryOf(individual: number, yearOfCentury: number): number | undefined {
  if (individual <= 499) return 1900;
  if (yearOfCentury <= 39) return 2000;
  if (individual >= 900) return 1900;
  if (individual <= 749 && yearOfCentury >= 54) return 1800;
  return undefined;
}
