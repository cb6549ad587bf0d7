import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bundle, bundleDirectory, bundlePlace } from '../../../infra/constructs/bundling/bundle.ts';
import { steps } from '../../../infra/workflow/steps.ts';
import { type Statistics, statisticsOf } from '../statistics.ts';

/** Times of cold starts, each in a process and a temporary folder of its own. */
export interface ColdTimes {
  /** Until there is a program to start. */
  readonly unpack: Statistics;
  /** From the start of the process to the first finished document. */
  readonly first: Statistics;
}

const told = z.object({ unpackMs: z.number(), firstMs: z.number(), bytes: z.number().positive() });

/** Starts both ways cold, in turns. Throws when one of them prints nothing. */
export async function coldStarts(runs: number, html: string): Promise<Record<'stock' | 'ours', ColdTimes>> {
  const home = await mkdtemp(join(tmpdir(), 'bench-cold-'));
  const place = { ...bundlePlace, out: join(home, 'bundles') };
  const directory = bundleDirectory('RenderLetter', place);
  const times = { stock: [] as z.output<typeof told>[], ours: [] as z.output<typeof told>[] };
  try {
    await bundle(
      steps.filter(({ name }) => name === 'RenderLetter'),
      place,
    );
    const given = { ...(await invented(directory)), APP_ENVIRONMENT: 'test' };
    const page = join(home, 'letter.html');
    await writeFile(page, html);
    for (let run = 0; run < runs; run += 1) {
      const temporary = async (name: string) => {
        const folder = join(home, `${name}-${run}`);
        await mkdir(folder);
        return folder;
      };
      times.stock.push(await start('cold-stock.ts', [page], { TMPDIR: await temporary('stock') }));
      const lambda = { ...given, LAMBDA_TASK_ROOT: directory, TMPDIR: await temporary('ours') };
      times.ours.push(await start('cold-ours.ts', [], lambda));
      await rm(join(home, `stock-${run}`), { recursive: true });
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  const summed = (all: readonly z.output<typeof told>[]) => ({
    unpack: statisticsOf(all.map(({ unpackMs }) => unpackMs)),
    first: statisticsOf(all.map(({ firstMs }) => firstMs)),
  });
  return { stock: summed(times.stock), ours: summed(times.ours) };
}

/** Names of things that are not there, for all that a function asks for: a blank form needs none of them. */
async function invented(directory: string): Promise<Record<string, string>> {
  const modules = (await readdir(directory)).filter((name) => name.endsWith('.mjs'));
  const sources = await Promise.all(modules.map((name) => readFile(join(directory, name), 'utf8')));
  const calls = sources.flatMap((source) => [...source.matchAll(/readEnvironment\(\[([^\]]*)\]/g)]);
  const names = calls.flatMap(([, listed = '']) => listed.match(/\w+/g) ?? []);
  return Object.fromEntries(names.map((name) => [name, /URL|ISSUER/.test(name) ? 'https://none.example' : 'none']));
}

const environment = {
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  // By this the stock package knows that it has to bring system libraries.
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
};

async function start(script: string, args: readonly string[], own: Record<string, string>) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), ...args],
    { env: { PATH: process.env.PATH, ...environment, ...own } },
  );
  return told.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{"unpackMs'))));
}
