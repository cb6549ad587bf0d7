import { describe, expect, it } from 'vitest';
import { sessionFrom } from '../../functions/identity/claims.ts';
import { readApplication } from '../../functions/intake/application/application-form.ts';
import { nationalIdOf, syntheticNationalId } from '../support/national-ids.ts';
import { kari, relativesReport } from '../web/public/public-app.ts';

// Of the real series, and of a day so long ago that it is nobody's who is alive.
const real = nationalIdOf('1905-01-01', { monthOffset: 0 });
const synthetic = syntheticNationalId('1960-01-01');

describe('a real national id number outside production, and a synthetic one inside it', () => {
  it('signs nobody in', () => {
    const claims = (pid: string) => ({ pid, acr: 'idporten-loa-high' });
    for (const environment of ['local', 'test'] as const) {
      expect(sessionFrom('person', claims(real), environment)).toBeUndefined();
      expect(sessionFrom('person', claims(synthetic), environment)).toMatchObject({ nationalId: synthetic });
    }
    expect(sessionFrom('person', claims(synthetic), 'production')).toBeUndefined();
    expect(sessionFrom('person', claims(real), 'production')).toMatchObject({ nationalId: real });
  });

  it('is not taken when it is typed', () => {
    const typed = (personNationalId: string, environment: 'test' | 'production') => {
      const read = readApplication(
        { ...relativesReport, personNationalId },
        { nationalId: kari, environment, today: '2026-11-24' },
      );
      return read.ok ? undefined : read.error.personNationalId;
    };
    expect(typed(real, 'test')).toBeDefined();
    expect(typed(synthetic, 'test')).toBeUndefined();
    expect(typed(synthetic, 'production')).toBeDefined();
    expect(typed(real, 'production')).toBeUndefined();
  });
});
