import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import { leanFont } from './lean-font.ts';

/** The import suffixes that give a file as a string; `font` a WOFF file as lean WOFF2 in base64. */
export type StringKind = 'text' | 'font';
const kinds: readonly StringKind[] = ['text', 'font'];

/** What an import such as `./x.css?text` asks for; undefined when it is an ordinary import. */
export function stringImport(specifier: string): { readonly kind: StringKind; readonly file: string } | undefined {
  const [, file, suffix] = /^(.*)\?(\w+)$/.exec(specifier) ?? [];
  const kind = kinds.find((each) => each === suffix);
  return file && kind ? { file, kind } : undefined;
}

/**
 * The file an import means, seen from `importer`: relative, or in a package. A package that hides the file behind its
 * `exports` is looked into by path, as fonts and style sheets often are not listed there.
 */
export function resolveFile(file: string, importer: string): string {
  if (isAbsolute(file)) return file;
  if (file.startsWith('.')) return resolve(dirname(importer), file);
  try {
    return createRequire(importer).resolve(file);
  } catch (error) {
    return inNodeModules(file, dirname(importer)) ?? raise(error, file, importer);
  }
}

function inNodeModules(file: string, folder: string): string | undefined {
  const candidate = `${folder}/node_modules/${file}`;
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : inNodeModules(file, parent);
}

function raise(cause: unknown, file: string, importer: string): never {
  throw new Error(`${importer} imports ${file}, which is in no package.`, { cause });
}

/** An ES module whose default export is the file's content. */
export async function stringModule(path: string, kind: StringKind): Promise<string> {
  const file = await readFile(path);
  const content = kind === 'text' ? file.toString('utf8') : leanFont(file).toString('base64');
  return `export default ${JSON.stringify(content)};\n`;
}
