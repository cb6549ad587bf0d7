import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('imports go in the direction of the design, without cycles (.dependency-cruiser.cjs)', {
  timeout: 120_000,
}, () => {
  const { summary } = cruise(['functions', 'infra', 'test']);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(100);
});

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

/** Violations make the command fail, but its report is on standard output all the same. */
function cruise(folders: readonly string[]): Report {
  const command = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...folders, '--output-type', 'json'];
  return JSON.parse(run(command));
}

function run(command: string[]): string {
  try {
    return execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && error.stdout) return String(error.stdout);
    throw error;
  }
}
