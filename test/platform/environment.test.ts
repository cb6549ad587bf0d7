import { expect, it } from 'vitest';
import { appEnvironment, readEnvironment } from '../../functions/platform/environment.ts';

it('gives the variables asked for', () => {
  expect(readEnvironment(['A', 'B'], { A: 'a', B: 'b', C: 'c' })).toEqual({ A: 'a', B: 'b' });
});

it('tells all that are missing or empty at once', () => {
  expect(() => readEnvironment(['A', 'B', 'C'], { A: 'a', B: '' })).toThrow('missing environment: B, C');
});

it('knows its three environments only', () => {
  expect(appEnvironment({ APP_ENVIRONMENT: 'production' })).toBe('production');
  expect(() => appEnvironment({ APP_ENVIRONMENT: 'prod' })).toThrow('APP_ENVIRONMENT');
  expect(() => appEnvironment({})).toThrow('APP_ENVIRONMENT');
});
