import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, bundleDirectory, bundlePlace } from '../../infra/constructs/bundling/bundle.ts';
import { functionOf, specs, synthesize } from './support/synthesized.ts';

const template = synthesize();
const given = (name: string): string[] => Object.keys(functionOf(template, name).properties.Environment.Variables);
const place = { ...bundlePlace, out: mkdtempSync(join(tmpdir(), 'bundles-')) };

beforeAll(() => bundle(specs, place), 120_000);
afterAll(() => rmSync(place.out, { recursive: true }));

/** Given with other words, where a word of its own would say more than it grants. */
const tolerated = ['APP_ENVIRONMENT', 'PUBLIC_URL'];

describe.each(specs)('$name', ({ name }) => {
  const sources = () => {
    const directory = bundleDirectory(name, place);
    const modules = readdirSync(directory).filter((file) => file.endsWith('.mjs'));
    return modules.map((file) => readFileSync(join(directory, file), 'utf8')).join('\n');
  };

  // What is left of the sources after bundling is what this function can run.
  test('has a use for every variable it is given', () => {
    const code = sources();
    expect(given(name).filter((variable) => !tolerated.includes(variable) && !code.includes(variable))).toEqual([]);
  });

  // Lambda's own limit of what a function may unzip to.
  test('is within 250 MB', () => {
    const directory = bundleDirectory(name, place);
    const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(bytes).toBeLessThan(262_144_000);
  });

  test('is small enough to start fast', () => {
    expect(sources().length).toBeLessThan(8_000_000);
  });
});
