import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { templateVitePlugin } from './infra/constructs/bundling/vite-plugin.ts';

const journeys = 'test/journeys/**/*.test.ts';

export default defineConfig({
  plugins: [templateVitePlugin()],
  test: {
    // Processes, not threads: the local runtime's tests start servers and workers of their own.
    pool: 'forks',
    // One more than vitest's own choice on two cores: the tests that play the app wait for it most of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The handlers' own log lines would bury a failure; the tests of the log set their own level.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    globalSetup: ['test/support/own-temporary-folder.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The journeys play the real app: it is synthesized for them, and for no other run.
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          // Each file's own copy of every module was more than half of the time. No test mocks a module or leaves state
          // in one.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [journeys],
          globalSetup: ['test/support/browser-ready.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          globalSetup: ['test/journeys/support/synthesize-once.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
