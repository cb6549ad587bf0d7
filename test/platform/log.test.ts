import { expect, it, vi } from 'vitest';
import { logMessages } from '../../functions/platform/log.ts';

it.each(['info', 'warn', 'error'] as const)(
  'writes code, sentence and references as one line of JSON (%s)',
  async (level) => {
    // The library settles its level and its console when it is loaded.
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    vi.resetModules();
    const print = vi.spyOn(console, level).mockImplementation(() => undefined);

    const { log } = await import('../../functions/platform/log.ts');
    log[level]('MAIL_SENT', { caseId: 'case', kind: 'letter' });

    const [line] = print.mock.calls.flat();
    expect(JSON.parse(String(line))).toMatchObject({
      level: level.toUpperCase(),
      code: 'MAIL_SENT',
      message: logMessages.MAIL_SENT,
      caseId: 'case',
      kind: 'letter',
    });
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  },
);

it('has one sentence per code', () => {
  const sentences = Object.values(logMessages);

  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+[^.]$/);
});
