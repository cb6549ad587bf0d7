import type { Plugin } from 'vite';
import { resolveFile, stringImport, stringModule } from './imports.ts';
import { root, type TemplateSources, templateSources } from './paths.ts';
import { runtimeModule, runtimeSource, sharedFiles, templateModule } from './templates.ts';

// Vite would treat an id that ends in .css as a style sheet of its own, and vitest leaves an id with node_modules in it to
// Node, which cannot load it: these ids are opaque and end in .js.
const stringId = /^\0(text|font):(.*)\.js$/;
const opaque = (path: string) => Buffer.from(path).toString('base64url');
const clear = (id: string) => Buffer.from(id, 'base64url').toString();
const runtimeId = `\0${runtimeModule}.js`;

/** For vite and vitest: the same imports as {@link templatePlugin} gives esbuild. */
export function templateVitePlugin(sources: TemplateSources = templateSources): Plugin {
  return {
    name: 'templates',
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (specifier === runtimeModule) return runtimeId;
      const wanted = stringImport(specifier);
      if (!wanted) return undefined;
      return `\0${wanted.kind}:${opaque(resolveFile(wanted.file, importer ?? `${root}/index.ts`))}.js`;
    },
    async load(id) {
      if (id.endsWith('.hbs')) return templateModule(id, sources);
      if (id === runtimeId) {
        for (const file of await sharedFiles(sources)) this.addWatchFile(file);
        return runtimeSource(sources);
      }
      const [, kind, encoded] = stringId.exec(id) ?? [];
      if (!kind || !encoded) return undefined;
      const path = clear(encoded);
      this.addWatchFile(path);
      return stringModule(path, kind === 'text' ? 'text' : 'font');
    },
  };
}
