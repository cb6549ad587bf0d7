import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../infra/constructs/create-app.ts';
import { functionName } from '../../../infra/constructs/names.ts';
import { type FunctionSpec, otherFunctions, steps } from '../../../infra/workflow/steps.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template's properties are read as JSON.
type Properties = any;

/** A resource of the template, as CloudFormation gets it. */
export interface Resource {
  readonly id: string;
  readonly properties: Properties;
  readonly deletionPolicy: string | undefined;
}

/** The template as CloudFormation gets it. */
export interface Template {
  ofType(type: string): readonly Resource[];
  /** The resource's properties; throws when there is none of that type and id. */
  find(type: string, id: string): Properties;
  readonly text: string;
}

export const specs: readonly FunctionSpec[] = [...steps, ...otherFunctions];

/**
 * The app with its real functions and stand-ins for their bundles: a template does not depend on what the code does.
 * The CDK's own check of the template takes seconds, so one test file asks for it and the others do not.
 */
export function synthesize({ check = false } = {}): Template {
  process.env.CDK_VALIDATION = String(check);
  const directory = mkdtempSync(join(tmpdir(), 'synth-'));
  const codeOf = (name: string) => {
    const code = join(directory, 'code', name);
    mkdirSync(code, { recursive: true });
    writeFileSync(join(code, 'index.mjs'), 'export const handler = async () => undefined;\n');
    return code;
  };
  const { app, stack } = createApp({ specs, codeOf }, { outdir: join(directory, 'out') });
  const { template } = app.synth().getStackByName(stack.stackName);
  rmSync(directory, { recursive: true });
  return read(template.Resources);
}

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Properties;
  readonly DeletionPolicy?: string;
}

function read(resources: Readonly<Record<string, TemplateResource>>): Template {
  const ofType = (type: string) =>
    Object.entries(resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties, DeletionPolicy }]) => ({
        id,
        properties: Properties ?? {},
        deletionPolicy: DeletionPolicy,
      }));
  return {
    ofType,
    find(type, id) {
      const found = ofType(type).find((resource) => resource.id === id);
      if (!found) throw new Error(`No ${type} ${id} in the template`);
      return found.properties;
    },
    text: JSON.stringify(resources),
  };
}

/** The deployed function of a spec. */
export function functionOf(template: Template, name: string): Resource {
  const found = template
    .ofType('AWS::Lambda::Function')
    .find(({ properties }) => properties.FunctionName === functionName(name));
  if (!found) throw new Error(`No function ${name} in the template`);
  return found;
}

/** One statement of a policy, its lists always lists. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

/** What a role may do: its inline policies and the policies attached to it. */
export function statementsOf(template: Template, roleId: string): Statement[] {
  const inline = (template.find('AWS::IAM::Role', roleId).Policies ?? []).map(
    ({ PolicyDocument }: Properties) => PolicyDocument,
  );
  const attached = template
    .ofType('AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles.some(({ Ref }: Properties) => Ref === roleId))
    .map(({ properties }) => properties.PolicyDocument);
  return [...inline, ...attached]
    .flatMap(({ Statement }) => Statement)
    .map(({ Action, Resource }) => ({ actions: [Action].flat(), resources: [Resource].flat() }));
}
