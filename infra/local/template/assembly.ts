import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { asObject, asString, isObject, type JsonObject } from '../json.ts';

/** One stack of a cloud assembly, as `cdk synth` wrote it. */
export interface AssemblyStack {
  readonly name: string;
  /** `aws://account/region`; both may be `unknown-…`. */
  readonly environment: string;
  readonly template: JsonObject;
}

/** A cloud assembly (the CDK's `cdk.out`): its stacks, and where the content of each asset lies on disk. */
export interface Assembly {
  readonly directory: string;
  readonly stacks: readonly AssemblyStack[];
  /** By object key, the name under which a template refers to an asset. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Reads `manifest.json`, the templates and the asset manifests, in nested assemblies (stages) too. */
export function loadAssembly(directory: string): Assembly {
  const root = resolve(directory);
  if (!existsSync(join(root, 'manifest.json'))) {
    throw new Error(`No cloud assembly in ${root}: manifest.json is missing. Synthesize the app first.`);
  }
  const stacks: AssemblyStack[] = [];
  const assets = new Map<string, string>();
  readInto(root, stacks, assets);
  return { directory: root, stacks, assets };
}

function readInto(directory: string, stacks: AssemblyStack[], assets: Map<string, string>): void {
  const artifacts = asObject(read(join(directory, 'manifest.json')).artifacts);
  for (const [id, value] of Object.entries(artifacts)) {
    const artifact = asObject(value);
    const properties = asObject(artifact.properties);
    if (artifact.type === 'aws:cloudformation:stack') {
      stacks.push({
        name: asString(properties.stackName) ?? id,
        environment: asString(artifact.environment) ?? 'aws://unknown-account/unknown-region',
        template: read(join(directory, String(properties.templateFile))),
      });
    } else if (artifact.type === 'cdk:asset-manifest') {
      readAssets(directory, join(directory, String(properties.file)), assets);
    } else if (artifact.type === 'cdk:cloud-assembly') {
      readInto(join(directory, String(properties.directoryName)), stacks, assets);
    }
  }
}

function readAssets(directory: string, file: string, assets: Map<string, string>): void {
  for (const value of Object.values(asObject(read(file).files))) {
    const asset = asObject(value);
    const path = asString(asObject(asset.source).path);
    if (path === undefined) continue;
    for (const destination of Object.values(asObject(asset.destinations))) {
      const key = asString(asObject(destination).objectKey);
      if (key !== undefined) assets.set(key, isAbsolute(path) ? path : join(directory, path));
    }
  }
}

function read(file: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(value)) throw new Error(`${file} is not a JSON object`);
  return value;
}
