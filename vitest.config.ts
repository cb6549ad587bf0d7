import { defineConfig } from 'vitest/config';
import { templateVitePlugin } from './infra/constructs/bundling/vite-plugin.ts';

export default defineConfig({
  plugins: [templateVitePlugin()],
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: the local runtime's tests start servers and workers of their own.
    pool: 'forks',
    // The handlers' own log lines would bury a failure; the tests of the log set their own level.
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
