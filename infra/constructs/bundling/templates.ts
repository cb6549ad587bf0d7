import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import Handlebars from 'handlebars';
import type { TemplateSources } from './paths.ts';

/** The module that all compiled templates share: one Handlebars runtime with helpers and partials registered. */
export const runtimeModule = 'individuell-plan:template-runtime';

/** Compiled at build; the Lambda carries the small runtime only, and needs no `eval`. */
export async function templateModule(path: string, sources: TemplateSources): Promise<string> {
  const spec = await precompile(path, sources);
  return `import { template } from '${runtimeModule}';\nconst render = template(${spec});\nexport default (view) => render(view);\n`;
}

/** Source of {@link runtimeModule}. */
export async function runtimeSource(sources: TemplateSources): Promise<string> {
  const partials = await Promise.all(
    (await partialNames(sources)).map(async (name) => {
      const spec = await precompile(`${sources.partials}/${name}.hbs`, sources);
      return `handlebars.registerPartial(${JSON.stringify(name)}, template(${spec}));`;
    }),
  );
  return `import runtime from 'handlebars/runtime.js';
import { helpers } from ${JSON.stringify(sources.helpers)};
const handlebars = runtime.create();
handlebars.registerHelper({ ...helpers });
${printNothingBlank}
${partials.join('\n')}
`;
}

// Handlebars' strict mode throws when a field does not exist, but prints null and undefined as a blank. A letter must
// not have blanks either, so the escaping of this one runtime refuses them.
const printNothingBlank = `const escape = runtime.Utils.escapeExpression;
function escapePresent(value) {
  if (value === null || value === undefined) throw new TypeError('A template prints a value that is ' + value + '.');
  return escape(value);
}
export function template(spec) {
  const main = spec.main;
  spec.main = (container, ...rest) => {
    container.escapeExpression = escapePresent;
    return main(container, ...rest);
  };
  return handlebars.template(spec);
}`;

/** Files a change in which changes every template. */
export async function sharedFiles(sources: TemplateSources): Promise<string[]> {
  return [sources.helpers, ...(await partialNames(sources)).map((name) => `${sources.partials}/${name}.hbs`)];
}

async function partialNames({ partials }: TemplateSources): Promise<string[]> {
  const files = await readdir(partials).catch(() => []);
  return files
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => basename(file, '.hbs'))
    .sort();
}

async function precompile(path: string, sources: TemplateSources): Promise<string> {
  const text = await readFile(path, 'utf8');
  const ast = Handlebars.parse(text, { srcName: path });
  const missing = new Partials().missing(ast, await partialNames(sources));
  if (missing.length > 0) throw new Error(`${path} uses unknown partials: ${missing.join(', ')} (templates/partials)`);
  return String(
    Handlebars.precompile(ast, {
      strict: true,
      preventIndent: true,
      noEscape: path.endsWith('.txt.hbs'),
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries((await helperNames(sources)).map((name) => [name, true])),
    }),
  );
}

async function helperNames(sources: TemplateSources): Promise<string[]> {
  const { helpers } = await import(pathToFileURL(sources.helpers).href);
  return Object.keys(helpers);
}

/** Collects the partials a template names, so that a misspelt one fails the build and not a letter. */
class Partials extends Handlebars.Visitor {
  private readonly used = new Set<string>();
  private readonly inline = new Set<string>(['@partial-block']);

  missing(ast: hbs.AST.Program, known: readonly string[]): string[] {
    this.accept(ast);
    return [...this.used].filter((name) => !known.includes(name) && !this.inline.has(name));
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.note(partial.name);
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.note(partial.name);
    super.PartialBlockStatement(partial);
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    const [name] = decorator.params;
    if (name?.type === 'StringLiteral') this.inline.add((name as hbs.AST.StringLiteral).value);
    super.DecoratorBlock(decorator);
  }

  private note(name: hbs.AST.PathExpression | hbs.AST.SubExpression): void {
    if (name.type === 'PathExpression') this.used.add((name as hbs.AST.PathExpression).original);
  }
}
