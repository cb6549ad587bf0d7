import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asNumber, asObject, asString, type JsonObject } from '../json.ts';
import { type Account, arnOf, physicalName, type Resource } from './identity.ts';
import type { LocalFunction } from './model.ts';

/** Where the code of the functions is found. */
export interface CodeSources {
  readonly account: Account;
  /** Object key → path, from the assembly. */
  readonly assets: ReadonlyMap<string, string>;
  /** Code that stands in the template itself is written out below this directory. */
  readonly inlineDirectory: string;
}

/** Lambda tries a failed asynchronous invocation twice more unless told otherwise (Lambda developer guide). */
const DEFAULT_RETRIES = 2;

/** Reads the functions, each with its code directory, layers and environment. */
export function readFunctions(resources: readonly Resource[], sources: CodeSources): LocalFunction[] {
  const layers = new Map(
    resources
      .filter(({ type }) => type === 'AWS::Lambda::LayerVersion')
      .map(
        (layer) => [arnOf(layer, sources.account), assetDirectory(layer, layer.properties.Content, sources)] as const,
      ),
  );
  const retries = readRetries(resources);
  return resources
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map((resource) => readFunction(resource, { sources, layers, retries }));
}

interface Surroundings {
  readonly sources: CodeSources;
  readonly layers: ReadonlyMap<string, string>;
  readonly retries: ReadonlyMap<string, number>;
}

function readFunction(resource: Resource, { sources, layers, retries }: Surroundings): LocalFunction {
  const { properties } = resource;
  const name = physicalName(resource);
  const runtime = asString(properties.Runtime) ?? '';
  if (!runtime.startsWith('nodejs')) {
    throw new Error(`${resource.logicalId}: the local runtime runs Node.js functions only, not ${runtime || 'images'}`);
  }
  return {
    name,
    arn: arnOf(resource, sources.account),
    handler: asString(properties.Handler) ?? 'index.handler',
    codeDirectory: codeDirectory(resource, name, sources),
    layerDirectories: asList(properties.Layers).map((arn) => {
      const directory = layers.get(String(arn));
      if (directory === undefined) throw new Error(`${resource.logicalId}: no layer ${arn} in the assembly`);
      return directory;
    }),
    environment: strings(asObject(asObject(properties.Environment).Variables)),
    // Lambda's own defaults: 3 seconds and 128 MB.
    timeoutSeconds: asNumber(properties.Timeout) ?? 3,
    memoryMb: asNumber(properties.MemorySize) ?? 128,
    retries: retries.get(name) ?? DEFAULT_RETRIES,
  };
}

function codeDirectory(resource: Resource, name: string, sources: CodeSources): string {
  const inline = asString(asObject(resource.properties.Code).ZipFile);
  if (inline === undefined) return assetDirectory(resource, resource.properties.Code, sources);
  const directory = join(sources.inlineDirectory, name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.js'), inline);
  // Lambda reads inline code as CommonJS; without this, the checkout's own package.json would decide.
  writeFileSync(join(directory, 'package.json'), '{}\n');
  return directory;
}

function assetDirectory(resource: Resource, code: unknown, { assets }: CodeSources): string {
  const key = asString(asObject(code).S3Key);
  const directory = key === undefined ? undefined : assets.get(key);
  if (directory === undefined) throw new Error(`${resource.logicalId}: its code is not an asset of the assembly`);
  if (!statSync(directory).isDirectory()) {
    throw new Error(`${resource.logicalId}: its code is an archive; the local runtime needs a directory asset`);
  }
  return directory;
}

function readRetries(resources: readonly Resource[]): Map<string, number> {
  return new Map(
    resources
      .filter(({ type }) => type === 'AWS::Lambda::EventInvokeConfig')
      .map(({ properties }) => [
        functionNameOf(properties.FunctionName),
        asNumber(properties.MaximumRetryAttempts) ?? DEFAULT_RETRIES,
      ]),
  );
}

/** The function's name in whatever names it: a name, an ARN with or without version or alias, an integration URI. */
export function functionNameOf(reference: unknown): string {
  const text = String(reference);
  return /function:([\w-]+)/.exec(text)?.[1] ?? text.replace(/:[\w$-]+$/, '');
}

function strings(variables: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}
