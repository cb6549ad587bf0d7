import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { log } from '../../functions/platform/log.ts';
import { defineStep, stepInput } from '../../functions/platform/step.ts';

const payload = { caseId: 'case', municipality: '4635', subject: 'application', now: '2026-11-24T09:00:00.000Z' };

beforeEach(() => {
  vi.spyOn(log, 'info').mockImplementation(() => undefined);
  vi.spyOn(log, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a step', () => {
  it('is given its checked payload and gives its outcome', async () => {
    const step = defineStep('Test', stepInput.extend({ round: z.number() }), async (input) => ({
      outcome: 'done',
      input,
    }));

    expect(await step({ ...payload, round: 2, more: 'is left out' })).toEqual({
      outcome: 'done',
      input: { ...payload, round: 2 },
    });
    expect(log.info).toHaveBeenCalledWith('STEP_DONE', expect.objectContaining({ step: 'Test', outcome: 'done' }));
  });

  it.each([['2026-11-24T09:00:00Z'], ['2026-11-24T09:00:00.000000Z'], ['2026-11-24T10:00:00+01:00']])(
    'brings %s to the one form of instants',
    async (now) => {
      const step = defineStep('Test', stepInput, async (input) => input.now);

      expect(await step({ ...payload, now })).toBe(payload.now);
    },
  );

  it.each([
    ['subject', { subject: 'appeal-' }],
    ['municipality', { municipality: 'Gulen' }],
    ['now', { now: 'yesterday' }],
    ['caseId', { caseId: undefined }],
  ])('refuses a payload by the name of its field %s, not by what was in it', async (field, wrong) => {
    const step = defineStep('Test', stepInput, async () => undefined);

    const refused = step({ ...payload, ...wrong });

    await expect(refused).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: `payload of Test does not fit: ${field}`,
    });
  });

  it('logs references only, and throws on what is thrown', async () => {
    const step = defineStep('Test', stepInput, () => Promise.reject(new RangeError('Kari Testperson')));

    await expect(step({ ...payload, kind: 'receipt', comment: 'Kari' })).rejects.toThrow(RangeError);

    const { now: _, ...references } = payload;
    const fields = { step: 'Test', ...references, kind: 'receipt' };
    expect(log.info).toHaveBeenCalledWith('STEP_STARTED', fields);
    expect(log.error).toHaveBeenCalledWith('STEP_FAILED', { ...fields, error: 'RangeError' });
  });
});
