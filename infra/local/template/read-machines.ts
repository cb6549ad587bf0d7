import { readFileSync } from 'node:fs';
import { asObject, asString } from '../json.ts';
import { arnOf, physicalName, type Resource } from './identity.ts';
import type { LocalStateMachine } from './model.ts';
import type { CodeSources } from './read-functions.ts';

/**
 * Reads the state machines; `${name}` in a definition is replaced from `DefinitionSubstitutions`, as CloudFormation does.
 */
export function readStateMachines(resources: readonly Resource[], sources: CodeSources): LocalStateMachine[] {
  return resources
    .filter(({ type }) => type === 'AWS::StepFunctions::StateMachine')
    .map((resource) => ({
      name: physicalName(resource),
      arn: arnOf(resource, sources.account),
      roleArn: asString(resource.properties.RoleArn) ?? '',
      type: asString(resource.properties.StateMachineType) ?? 'STANDARD',
      definition: substitute(definitionOf(resource, sources), asObject(resource.properties.DefinitionSubstitutions)),
    }));
}

function definitionOf({ logicalId, properties }: Resource, { assets }: CodeSources): string {
  const text = asString(properties.DefinitionString);
  if (text !== undefined) return text;
  if (properties.Definition !== undefined) return JSON.stringify(properties.Definition);
  const file = assets.get(String(asObject(properties.DefinitionS3Location).Key));
  if (file === undefined) throw new Error(`${logicalId}: its definition is not an asset of the assembly`);
  return readFileSync(file, 'utf8');
}

function substitute(definition: string, values: Readonly<Record<string, unknown>>): string {
  return definition.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => {
    // What stands in a JSON string must stay one.
    return name in values ? JSON.stringify(String(values[name])).slice(1, -1) : whole;
  });
}
