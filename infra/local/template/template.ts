import { asObject, asString, isObject } from '../json.ts';
import type { Assembly, AssemblyStack } from './assembly.ts';
import { type Account, attributeOf, identifyingProperties, physicalName, type Resource, refOf } from './identity.ts';
import { isTrue, resolveValue, type Scope } from './intrinsics.ts';
import { refuseUnknownTypes } from './resource-types.ts';

/** What the templates are played with. */
export interface TemplateInputs {
  readonly account: Account;
  readonly pagesUrl: string;
  /** Values for the templates' parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** All resources of the assembly, with nothing left to resolve. */
export interface ResolvedTemplates {
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Resolves every stack of the assembly; unknown resource types and missing parameters are refused. */
export function resolveTemplates(assembly: Assembly, inputs: TemplateInputs): ResolvedTemplates {
  refuseUnknownTypes(
    assembly.stacks.flatMap(({ name, template }) =>
      Object.entries(asObject(template.Resources)).map(([logicalId, value]) => ({
        stack: name,
        logicalId,
        type: String(asObject(value).Type),
      })),
    ),
  );
  refuseMissingParameters(assembly, inputs.parameters);
  const stacks: StackScope[] = assembly.stacks.map(
    (stack) => new StackScope(stack, inputs, (name) => findExport(stacks, name)),
  );
  const resources = stacks.flatMap((stack) => stack.all());
  refuseDoubleNames(resources);
  return { resources, outputs: Object.assign({}, ...stacks.map((stack) => stack.outputs())) };
}

/** The names of all parameters that the assembly's templates have. */
export function parameterNames(assembly: Assembly): ReadonlySet<string> {
  return new Set(assembly.stacks.flatMap(({ template }) => Object.keys(asObject(template.Parameters))));
}

function refuseMissingParameters(assembly: Assembly, given: Readonly<Record<string, string>>): void {
  const missing = assembly.stacks.flatMap(({ name, template }) =>
    Object.entries(asObject(template.Parameters))
      .filter(([parameter, value]) => given[parameter] === undefined && asObject(value).Default === undefined)
      .map(([parameter]) => `${name}/${parameter}`),
  );
  if (missing.length > 0) {
    throw new Error(`These template parameters have no default and got no value: ${missing.join(', ')}`);
  }
}

function refuseDoubleNames(resources: readonly Resource[]): void {
  const seen = new Set<string>();
  for (const resource of resources) {
    if (!/^AWS::(Lambda::Function|DynamoDB::|S3::Bucket|StepFunctions::StateMachine)$/.test(resource.type)) continue;
    const name = `${resource.type} ${physicalName(resource)}`;
    if (seen.has(name)) throw new Error(`Two resources have the same name: ${name}`);
    seen.add(name);
  }
}

function findExport(stacks: readonly StackScope[], name: string): unknown {
  for (const stack of stacks) {
    const found = stack.exported(name);
    if (found !== undefined) return found;
  }
  throw new Error(`No stack exports ${name}`);
}

class StackScope implements Scope {
  readonly #stack: AssemblyStack;
  readonly #inputs: TemplateInputs;
  readonly importValue: (name: string) => unknown;
  readonly #identities = new Map<string, Resource>();

  constructor(stack: AssemblyStack, inputs: TemplateInputs, importValue: (name: string) => unknown) {
    this.#stack = stack;
    this.#inputs = inputs;
    this.importValue = importValue;
  }

  all(): Resource[] {
    return Object.entries(this.#section('Resources'))
      .filter(([, value]) => {
        const condition = asString(asObject(value).Condition);
        return condition === undefined || this.condition(condition);
      })
      .map(([logicalId, value]) => {
        const { Type, Properties } = asObject(value);
        const properties = asObject(resolveValue(Properties ?? {}, this));
        return { stack: this.#stack.name, logicalId, type: String(Type), properties };
      });
  }

  outputs(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.#section('Outputs')).map(([name, output]) => [
        name,
        resolveValue(asObject(output).Value, this),
      ]),
    );
  }

  exported(name: string): unknown {
    for (const output of Object.values(this.#section('Outputs'))) {
      const { Export, Value } = asObject(output);
      if (Export !== undefined && resolveValue(asObject(Export).Name, this) === name) return resolveValue(Value, this);
    }
    return undefined;
  }

  ref(name: string): unknown {
    const { accountId, region } = this.#inputs.account;
    const pseudo: Record<string, unknown> = {
      'AWS::AccountId': accountId,
      'AWS::Region': region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.#stack.name,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${this.#stack.name}/local`,
      'AWS::NotificationARNs': [],
    };
    if (name in pseudo) return pseudo[name];
    const parameter = this.#section('Parameters')[name];
    if (parameter !== undefined) return this.#parameter(name, asObject(parameter));
    return refOf(this.#identity(name), this.#inputs.account);
  }

  getAtt(logicalId: string, attribute: string): unknown {
    return attributeOf(this.#identity(logicalId), attribute, this.#inputs.account, this.#inputs.pagesUrl);
  }

  condition(name: string): boolean {
    const term = this.#section('Conditions')[name];
    if (term === undefined) throw new Error(`${this.#stack.name} has no condition ${name}`);
    return isTrue(term, this);
  }

  findInMap(map: string, first: string, second: string): unknown {
    const found = asObject(asObject(this.#section('Mappings')[map])[first])[second];
    if (found === undefined) throw new Error(`${this.#stack.name} has no mapping ${map}.${first}.${second}`);
    return found;
  }

  #parameter(name: string, { Type, Default }: Record<string, unknown>): unknown {
    const value = this.#inputs.parameters[name] ?? Default;
    const isList = typeof Type === 'string' && (Type === 'CommaDelimitedList' || Type.startsWith('List<'));
    return isList
      ? String(value)
          .split(',')
          .map((item) => item.trim())
      : value;
  }

  #identity(logicalId: string): Resource {
    const known = this.#identities.get(logicalId);
    if (known !== undefined) return known;
    const value = this.#section('Resources')[logicalId];
    if (!isObject(value)) throw new Error(`${this.#stack.name} has neither a parameter nor a resource ${logicalId}`);
    const type = String(value.Type);
    const all = asObject(value.Properties);
    const named = identifyingProperties(type).filter((key) => key in all);
    const properties = Object.fromEntries(named.map((key) => [key, resolveValue(all[key], this)]));
    const identity = { stack: this.#stack.name, logicalId, type, properties };
    this.#identities.set(logicalId, identity);
    return identity;
  }

  #section(name: string) {
    return asObject(this.#stack.template[name]);
  }
}
