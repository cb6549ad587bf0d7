import { createRequire } from 'node:module';
import { join } from 'node:path';
import { onDemand } from '../../support/on-demand.ts';
import type { Contender, Missing } from './contender.ts';
import { typstOf } from './typst-text.ts';

const packageName = '@myriaddreamin/typst-ts-node-compiler';
const version = '0.7.0';

/** What we use of the package, which is not installed where types are checked. */
interface Typst {
  readonly NodeCompiler: {
    create(options: { fontArgs: readonly { fontPaths: readonly string[] }[] }): {
      pdf(source: { mainFileContent: string }, options: { pdfStandard: string }): Buffer;
      evictCache(age: number): void;
    };
  };
}

/**
 * Typst in this process, on the same headings, paragraphs, lists and tables. Installed into the user's cache when it is
 * measured: 51 MB, and its builds for other platforms are not in every registry (infra/decisions/0010).
 */
export async function typst(folder: string): Promise<Contender | Missing> {
  const name = 'Typst';
  const module = await onDemand(packageName, version);
  if (module === undefined) return { name, missing: `npm could not install ${packageName}` };
  const { NodeCompiler }: Typst = createRequire(import.meta.url)(module);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] });
  return {
    name,
    note: `${packageName} ${version}, PDF/UA-1, in this process, with what it remembers of earlier letters; a plain layout, no archive, no checks`,
    share: 1,
    make: async (html) => {
      const pdf = compiler.pdf({ mainFileContent: typstOf(html) }, { pdfStandard: 'ua-1' });
      compiler.evictCache(10);
      return pdf;
    },
    close: () => undefined,
  };
}
