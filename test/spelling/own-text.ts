import { globSync, readFileSync } from 'node:fs';
import type { Language } from '../../functions/core/language.ts';

/** A text of ours: where it stands and what it says. */
export interface OwnText {
  readonly file: string;
  readonly language: Language;
  readonly text: string;
}

/** Every text that we write to people in bokmål and nynorsk: letters, forms, mail and pages, in all their branches. */
export function ownTexts(root: string): readonly OwnText[] {
  const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
  const templates = globSync('templates/**/*.{hbs,json}', { cwd: root }).flatMap((file) => {
    const language = languageOf(file);
    return language ? [{ file, language, text: templateText(file, read(file)) }] : [];
  });
  const sources = globSync('functions/**/*.ts', { cwd: root }).flatMap((file) =>
    sourceTexts(read(file), languageOf(file)).map((each) => ({ file, ...each })),
  );
  return [...templates, ...sources];
}

/** `x.nb.txt.hbs`, `letter-help-nn.hbs`, `decision/nb.hbs`, `texts.nn.ts`. */
function languageOf(file: string): Language | undefined {
  const found = /[./-](nb|nn)\.(?:txt\.hbs|hbs|json|ts)$/.exec(file)?.[1];
  return found === 'nb' || found === 'nn' ? found : undefined;
}

function templateText(file: string, source: string): string {
  if (file.endsWith('.json')) return textsIn(JSON.parse(source)).map(plain).join('\n');
  return plain(source);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Without what is for the template engine and the browser. Between tags and braces a word ends, but for `{{…}}s`. */
function plain(text: string): string {
  return text
    .replaceAll(/\{\{[^}]*\}\}\}?/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&\w+;/g, ' ');
}

const token =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'[\w-]+':|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\b(nb|nn|en):(?=[\s'"`[{(])|[[\](){},;]/g;

/** The strings of a source file that stand under `nb` or `nn`, or all of a file that is in one language. */
function sourceTexts(source: string, own: Language | undefined): readonly Omit<OwnText, 'file'>[] {
  if (!own && !/\bn[bn]:/.test(source)) return [];
  const found: Omit<OwnText, 'file'>[] = [];
  let depth = 0;
  let inside: { readonly language: string; readonly depth: number } | undefined;
  for (const [written, key] of source.replaceAll(/^import [\s\S]*?;$/gm, '').matchAll(token)) {
    if (key) inside = { language: key, depth };
    else if ('[({'.includes(written)) depth += 1;
    else if ('])}'.includes(written)) depth -= 1;
    const ended = written === ';' || (written === ',' && depth === inside?.depth);
    if (inside && (depth < inside.depth || ended)) inside = undefined;
    const language = inside?.language ?? own;
    if ((language === 'nb' || language === 'nn') && /^(['"`])[\s\S]*\1$/.test(written)) {
      found.push({ language, text: plain(written.slice(1, -1).replaceAll(/\$\{[^}]*\}|\\n/g, ' ')) });
    }
  }
  return found;
}

/** The words of a text: not what belongs to an address, a code or a place in the pages. */
export function wordsOf(text: string): readonly string[] {
  const prose = text.replaceAll(/\S*(?:[/@_]|\.(?=[\p{L}\d]))\S*/gu, ' ');
  return prose.match(/(?<![\p{L}\d{])\p{L}+(?:[-’]\p{L}+)*(?![\p{L}\d}])/gu) ?? [];
}
