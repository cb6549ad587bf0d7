import { isJsonObject, type Json } from '../json.ts';
import { compile, describeError } from './compile.ts';
import { expressionSource, isExpression, isHalfDelimited } from './delimiters.ts';

/** The parts of `$states` that an expression in some field may read. */
export interface Visible {
  result: boolean;
  errorOutput: boolean;
}

type Report = (path: string, message: string) => void;

const STATES_FIELDS = new Set(['input', 'result', 'errorOutput', 'context']);

/** Reports every expression in a value of the definition that does not parse or reads what is not there. */
export function checkTemplate(value: Json, path: string, visible: Visible, report: Report): void {
  if (typeof value === 'string') checkString(value, path, visible, report);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkTemplate(item, `${path}[${index}]`, visible, report);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) checkTemplate(item, `${path}/${key}`, visible, report);
  }
}

function checkString(text: string, path: string, visible: Visible, report: Report): void {
  if (isHalfDelimited(text)) report(path, "an expression must start with '{%' and end with '%}'");
  if (!isExpression(text)) return;
  try {
    const ast: unknown = compile(expressionSource(text)).ast();
    new AstCheck(visible, (message) => report(path, message)).walk(ast, false);
  } catch (error) {
    report(path, `JSONata does not parse: ${describeError(error)}`);
  }
}

/** Keys of an AST node that are evaluated with an item of the path as context, not with the (empty) root. */
const CONTEXT_KEYS = new Set(['stages', 'predicate', 'group', 'terms', 'pattern', 'update', 'delete']);

/** One pass over jsonata's syntax tree, which is documented only by its shape: hence the generic walk. */
class AstCheck {
  readonly #visible: Visible;
  readonly #report: (message: string) => void;
  readonly #seen = new Set<object>();

  constructor(visible: Visible, report: (message: string) => void) {
    this.#visible = visible;
    this.#report = report;
  }

  walk(node: unknown, inContext: boolean): void {
    if (typeof node !== 'object' || node === null || node instanceof RegExp || this.#seen.has(node)) return;
    this.#seen.add(node);
    if (Array.isArray(node)) {
      for (const item of node) this.walk(item, inContext);
      return;
    }
    this.#checkNode(node, inContext);
    for (const [key, child] of Object.entries(node)) {
      if (key === 'steps' && Array.isArray(child)) this.#walkSteps(child, inContext);
      else this.walk(child, inContext || CONTEXT_KEYS.has(key));
    }
  }

  #walkSteps(steps: unknown[], inContext: boolean): void {
    this.#checkStatesPath(steps);
    for (const [index, step] of steps.entries()) this.walk(step, inContext || index > 0);
  }

  #checkNode(node: object, inContext: boolean): void {
    const type = 'type' in node ? node.type : undefined;
    const value = 'value' in node ? node.value : undefined;
    if (type === 'variable' && value === 'eval') this.#report('$eval is not supported by Step Functions; use $parse');
    if (type === 'variable' && value === '$') this.#report("'$$' has no value: a state's input is $states.input");
    if (inContext) return;
    if (type === 'variable' && value === '') this.#report("'$' has no value here: a state's input is $states.input");
    if (type === 'name')
      this.#report(`'${String(value)}' is a bare field name: it must start from a variable, as $states.input`);
    if (type === 'wildcard' || type === 'descendant')
      this.#report('a wildcard must start from a variable, as $states.input');
  }

  #checkStatesPath(steps: unknown[]): void {
    const [root, member] = steps.map((step) => (typeof step === 'object' && step !== null ? step : {}));
    if (root === undefined || !('value' in root) || root.value !== 'states') return;
    if (!('type' in root) || root.type !== 'variable') return;
    if (member === undefined || !('value' in member) || !('type' in member) || member.type !== 'name') return;
    const field = String(member.value);
    if (!STATES_FIELDS.has(field)) this.#report(`$states.${field} does not exist`);
    if (field === 'result' && !this.#visible.result) this.#report('$states.result is not available in this field');
    if (field === 'errorOutput' && !this.#visible.errorOutput) {
      this.#report('$states.errorOutput is available in Catch only');
    }
  }
}
