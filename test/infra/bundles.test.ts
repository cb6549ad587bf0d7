import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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

describe.each(specs)('$name', ({ name }) => {
  const file = join(bundleDirectory(name, place), 'index.mjs');

  // What is left of the sources after bundling is what this function can run.
  test('has a use for every variable it is given', () => {
    const code = readFileSync(file, 'utf8');
    const unused = given(name).filter((variable) => variable !== 'APP_ENVIRONMENT' && !code.includes(variable));
    expect(unused).toEqual([]);
  });

  test('is small enough to start fast', () => {
    expect(statSync(file).size).toBeLessThan(6_000_000);
  });
});
