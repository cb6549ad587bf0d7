import type { Plugin } from 'esbuild';
import { resolveFile, stringImport, stringModule } from './imports.ts';
import { root, type TemplateSources, templateSources } from './paths.ts';
import { runtimeModule, runtimeSource, templateModule } from './templates.ts';

/** For esbuild: `*.hbs`, `?text` and `?font` imports (see functions/templates.d.ts). */
export function templatePlugin(sources: TemplateSources = templateSources): Plugin {
  return {
    name: 'templates',
    setup(build) {
      build.onLoad({ filter: /\.hbs$/ }, async ({ path }) => ({ contents: await templateModule(path, sources) }));
      build.onResolve({ filter: new RegExp(`^${runtimeModule}$`) }, ({ path }) => ({ path, namespace: 'templates' }));
      build.onLoad({ filter: /.*/, namespace: 'templates' }, async () => ({
        contents: await runtimeSource(sources),
        resolveDir: root,
      }));
      build.onResolve({ filter: /\?(text|font)$/ }, ({ path, importer }) => {
        const wanted = stringImport(path);
        return wanted && { path: resolveFile(wanted.file, importer), namespace: wanted.kind };
      });
      for (const kind of ['text', 'font'] as const) {
        build.onLoad({ filter: /.*/, namespace: kind }, async ({ path }) => ({
          contents: await stringModule(path, kind),
        }));
      }
    },
  };
}
