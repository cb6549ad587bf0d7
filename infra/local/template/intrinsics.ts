import { asList, asObject, isObject, type JsonObject } from '../json.ts';

/** What a template's functions are resolved against. */
export interface Scope {
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  importValue(name: string): unknown;
  condition(name: string): boolean;
  findInMap(map: string, first: string, second: string): unknown;
}

/** Stands for `AWS::NoValue`: the property it is given to is left out. */
const NO_VALUE = Symbol('AWS::NoValue');

/** Replaces every CloudFormation function in a value by what it stands for. */
export function resolveValue(value: unknown, scope: Scope): unknown {
  const resolved = evaluate(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

function evaluate(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluate(item, scope)).filter((item) => item !== NO_VALUE);
  if (!isObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    return call(name, value[name], scope);
  }
  return evaluateMembers(value, scope);
}

function evaluateMembers(value: JsonObject, scope: Scope): JsonObject {
  const members = Object.entries(value).map(([key, member]) => [key, evaluate(member, scope)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== NO_VALUE));
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? NO_VALUE : scope.ref(String(argument));
    case 'Fn::GetAtt':
      return getAtt(argument, scope);
    case 'Fn::Join':
      return join(argument, scope);
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Select':
      return select(argument, scope);
    case 'Fn::Split':
      return split(argument, scope);
    case 'Fn::If':
      return choose(argument, scope);
    case 'Fn::ImportValue':
      return scope.importValue(String(evaluate(argument, scope)));
    case 'Fn::FindInMap':
      return findInMap(argument, scope);
    case 'Fn::Base64':
      return Buffer.from(String(evaluate(argument, scope))).toString('base64');
    default:
      return callCondition(name, argument, scope);
  }
}

function callCondition(name: string, argument: unknown, scope: Scope): boolean {
  const terms = () => asList(argument).map((term) => isTrue(term, scope));
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = asList(evaluate(argument, scope));
      return String(left) === String(right);
    }
    case 'Fn::Not':
      return !terms().every(Boolean);
    case 'Fn::And':
      return terms().every(Boolean);
    case 'Fn::Or':
      return terms().some(Boolean);
    default:
      throw new Error(`The local runtime does not know the template function ${name}`);
  }
}

/** Whether a condition holds: a term is a function or `{"Condition": name}`. */
export function isTrue(term: unknown, scope: Scope): boolean {
  const name = asObject(term).Condition;
  return typeof name === 'string' ? scope.condition(name) : evaluate(term, scope) === true;
}

function getAtt(argument: unknown, scope: Scope): unknown {
  const [logicalId, ...path] = typeof argument === 'string' ? argument.split('.') : asList(argument);
  return scope.getAtt(String(logicalId), path.map((part) => String(evaluate(part, scope))).join('.'));
}

function join(argument: unknown, scope: Scope): string {
  const [separator, parts] = asList(argument);
  return asList(evaluate(parts, scope)).join(String(separator));
}

function substitute(argument: unknown, scope: Scope): string {
  const [text, given] = typeof argument === 'string' ? [argument, {}] : asList(argument);
  const values = evaluateMembers(asObject(given), scope);
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_whole, escaped: string, name: string) => {
    if (escaped) return `\${${name}}`;
    if (name in values) return String(values[name]);
    return String(name.includes('.') ? getAtt(name, scope) : scope.ref(name));
  });
}

function select(argument: unknown, scope: Scope): unknown {
  const [index, list] = asList(evaluate(argument, scope));
  const items = asList(list);
  if (!(Number(index) in items)) throw new Error(`Fn::Select has no item ${index} in a list of ${items.length}`);
  return items[Number(index)];
}

function split(argument: unknown, scope: Scope): string[] {
  const [separator, text] = asList(evaluate(argument, scope));
  return String(text).split(String(separator));
}

function choose(argument: unknown, scope: Scope): unknown {
  const [condition, yes, no] = asList(argument);
  return evaluate(scope.condition(String(condition)) ? yes : no, scope);
}

function findInMap(argument: unknown, scope: Scope): unknown {
  const [map, first, second] = asList(evaluate(argument, scope)).map(String);
  if (map === undefined || first === undefined || second === undefined)
    throw new Error('Fn::FindInMap needs three keys');
  return scope.findInMap(map, first, second);
}
