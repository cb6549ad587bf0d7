import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  ConfigurationError,
  DeliveryError,
  errorNames,
  LetterRenderingError,
  NotFoundError,
  WrongStateError,
} from '../../functions/core/errors.ts';

const definitions = ['application', 'appeal'].map((name) =>
  readFileSync(new URL(`../../infra/workflow/${name}.asl.json`, import.meta.url), 'utf8'),
);

it('gives every error its name, message and cause', () => {
  const cause = new Error('inner');
  const thrown = [ConfigurationError, DeliveryError, LetterRenderingError, NotFoundError, WrongStateError].map(
    (Kind) => new Kind('why', { cause }),
  );
  // A stop by operations is told to the lane by name; nothing throws it.
  const names = Object.values(errorNames).filter((name) => name !== errorNames.stopped);
  expect(thrown.map(({ name }) => name).sort()).toEqual(names.sort());
  for (const error of thrown) expect(error).toMatchObject({ message: 'why', cause });
});

it('is known by name to the state machines: no Retry or Catch names an error that neither we nor AWS throw', () => {
  const known = new Set<string>(Object.values(errorNames));
  const named = definitions.flatMap((text) => [...text.matchAll(/"ErrorEquals": \[([^\]]*)\]/g)]);
  const names = named.flatMap(([, list = '']) => [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !known.has(name) && !/^(States|StepFunctions)\./.test(name))).toEqual([]);
});
