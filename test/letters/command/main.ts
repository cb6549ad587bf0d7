import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { municipalities } from '../../../functions/municipalities/index.ts';
import { browserFolder } from '../../../infra/constructs/bundling/browser/browser-folder.ts';
import { bundled } from '../../support/bundled.ts';
import { command, municipalitiesNamed } from '../../support/command.ts';
import { galleryPage } from './gallery.ts';
import { openPictures } from './pictures.ts';
import type { Row } from './row.ts';
import { fileOf, type Specimen, specimenKinds, specimens } from './specimens.ts';
import { findVeraPdf, flavours, judge, type Verdict } from './verapdf.ts';

const help = `Prints every letter and form we have, through the pipeline that prints them for people, and checks each.

  npm run letters -- --out DIR [options]

  --out DIR            where DIR/<municipality>/<kind>.<language>.pdf, letters.json and index.html are written
                       (default out/letters)
  --verapdf            has veraPDF judge each by PDF/A-2a and PDF/UA-1 (needs Java and Maven)
  --municipality CODE  one municipality, by number or name (default: all)
  --kind KIND          one kind: ${specimenKinds.join(', ')}
  --help               shows this

Exit codes: 0 all is in order, 1 something is not, 2 wrong arguments.
`;

interface Arguments {
  readonly out: string;
  readonly verapdf: boolean;
  readonly specimens: readonly Specimen[];
}

const options = {
  out: { type: 'string', default: 'out/letters' },
  verapdf: { type: 'boolean', default: false },
  municipality: { type: 'string' },
  kind: { type: 'string' },
} as const;

type Drawn = Row & { readonly pictures: readonly string[] };

/** The pipeline imports templates, which Node alone cannot load. */
async function loadPress(): Promise<typeof import('./press.ts')> {
  const { file, remove } = await bundled(join(import.meta.dirname, 'press.ts'));
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await remove();
  }
}

async function printAll({ out, specimens: wanted }: Arguments): Promise<Drawn[]> {
  const { openPress } = await loadPress();
  const { press, close } = openPress(await browserFolder());
  const pictures = await openPictures();
  const rows: Drawn[] = [];
  try {
    for (const specimen of wanted) {
      const file = fileOf(specimen);
      const { pdf, ...told } = await press(specimen);
      await mkdir(dirname(join(out, file)), { recursive: true });
      if (pdf) await writeFile(join(out, file), pdf);
      const stem = join(out, 'pictures', file.replace(/\.pdf$/, ''));
      await mkdir(dirname(stem), { recursive: true });
      const drawn = pdf ? await pictures.draw(pdf, stem) : [];
      rows.push({
        municipality: specimen.municipality.slug,
        kind: specimen.kind,
        language: specimen.language,
        file,
        ...told,
        verapdf: { '2a': null, ua1: null },
        pictures: drawn.map((picture) => relative(out, picture)),
      });
      if (rows.length % 50 === 0) console.log(`${rows.length} of ${wanted.length} printed …`);
    }
  } finally {
    close();
    pictures.close();
  }
  return rows;
}

async function judged(rows: readonly Drawn[], out: string): Promise<Drawn[]> {
  const found = await findVeraPdf();
  if ('missing' in found) {
    console.log(`veraPDF was not run: ${found.missing}. Its checks are counted as not run.`);
    return [...rows];
  }
  const files = rows.filter(({ sha256 }) => sha256 !== null).map(({ file }) => join(out, file));
  console.log(`veraPDF judges ${files.length} files by ${flavours.join(' and ')} …`);
  const [archive, access] = await Promise.all(flavours.map((flavour) => judge(found.classPath, flavour, files)));
  const verdict = (verdicts: ReadonlyMap<string, Verdict> | undefined, { file }: Row) => {
    const said = verdicts?.get(join(out, file));
    for (const broken of said?.broken ?? []) console.error(`  ${file}: ${broken}`);
    return said?.compliant ?? false;
  };
  return rows.map((row) => ({ ...row, verapdf: { '2a': verdict(archive, row), ua1: verdict(access, row) } }));
}

async function main(args: Arguments): Promise<number> {
  const began = performance.now();
  const { out } = args;
  // Only what an earlier run wrote is cleared: the folder may be anybody's.
  const old = ['letters.json', 'index.html', 'pictures', ...municipalities.map(({ slug }) => slug)];
  for (const name of old) await rm(join(out, name), { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  console.log(`Printing ${args.specimens.length} documents …`);
  const printed = await printAll(args);
  const rows = args.verapdf ? await judged(printed, out) : printed;
  const told = rows.map(({ pictures, ...row }) => row);
  await writeFile(join(out, 'letters.json'), `${JSON.stringify(told, null, 2)}\n`);
  await writeFile(join(out, 'index.html'), galleryPage(rows));
  return summary(rows, { out, seconds: (performance.now() - began) / 1000 });
}

function summary(rows: readonly Drawn[], { out, seconds }: { out: string; seconds: number }): number {
  const faults = (row: Row) => [
    ...Object.entries(row.checks).flatMap(([name, ok]) => (ok ? [] : [name])),
    ...Object.entries(row.verapdf).flatMap(([name, ok]) => (ok === false ? [`veraPDF ${name}`] : [])),
  ];
  const failed = rows.filter((row) => faults(row).length > 0);
  for (const row of failed) console.error(`FAILED ${row.file}: ${faults(row).join(', ')}`);
  const notRun = rows.filter(({ verapdf }) => verapdf['2a'] === null).length;
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const pages = rows.reduce((sum, row) => sum + row.pages, 0);
  console.log(
    `${rows.length - failed.length} documents in order, ${failed.length} not; ${pages} pages; half within ${times[times.length >> 1]} ms each; ${seconds.toFixed(1)} s.`,
  );
  if (notRun > 0) console.log(`veraPDF: not run on ${notRun}.`);
  console.log(`Written: ${out} (index.html shows them)`);
  return failed.length === 0 && rows.length > 0 ? 0 : 1;
}

await command({
  help,
  options,
  read({ out, verapdf, municipality, kind }): Arguments {
    if (kind !== undefined && !specimenKinds.includes(kind)) {
      throw new TypeError(`no kind ${kind}; there are ${specimenKinds.join(', ')}`);
    }
    const wanted = municipalitiesNamed(municipality).flatMap(({ number }) =>
      specimens({ municipality: number, ...(kind !== undefined && { kind }) }),
    );
    return { out: resolve(out), verapdf, specimens: wanted };
  },
  run: main,
});
