import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Runtime, startRuntime } from '../../infra/local/runtime.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { command, municipalitiesNamed } from '../support/command.ts';
import { type Outcome, type Part, perform } from './driver/perform.ts';
import { resourceNames } from './driver/resource-names.ts';
import { stories } from './stories/index.ts';

/** The names in lines of the help's width. */
function listed(names: readonly string[]): string {
  const lines = names.join(', ').matchAll(/(.{1,70})(?:, |$)/g);
  return [...lines].map(([, line]) => `${' '.repeat(23)}${line}`).join(',\n');
}

const help = `Plays the journeys of an application on the embedded runtime, over HTTP, as their people would.

  npm run demo [-- options]

  --out DIR            where journeys.json, letters/ and mail/ are written (default out/demo)
  --municipality CODE  one municipality, by number or name (default: all)
  --journey NAMES      one journey or more, with commas between or the option repeated (default: all):
${listed(Object.keys(stories))}
  --assembly DIR       plays these templates instead of synthesizing them anew
  --help               shows this

Exit codes: 0 every journey came to its end, 1 one did not, 2 wrong arguments.
`;

/** Time begins on a Tuesday morning well clear of Easter, so that the journeys' months are ordinary ones. */
const start = '2027-01-12T08:00:00.000Z';

interface Arguments {
  readonly out: string;
  readonly parts: readonly Part[];
  readonly assembly: string | undefined;
}

const options = {
  out: { type: 'string', default: 'out/demo' },
  municipality: { type: 'string' },
  journey: { type: 'string', multiple: true },
  assembly: { type: 'string' },
} as const;

/** The names of journeys, in the order they are played. */
function journeysNamed(given: readonly string[]): readonly string[] {
  const all = Object.keys(stories);
  const named = given.flatMap((names) => names.split(',')).map((name) => name.trim());
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new TypeError(`no journey ${unknown}; there are ${all.join(', ')}`);
  return named.length === 0 ? all : all.filter((name) => named.includes(name));
}

async function run(args: Arguments): Promise<Outcome[]> {
  const progress = (line: string) => console.log(line);
  const place = await mkdtemp(join(tmpdir(), 'individuell-plan-demo-'));
  const assembly = args.assembly ?? join(place, 'assembly');
  let runtime: Runtime | undefined;
  try {
    if (args.assembly === undefined) {
      progress('Synthesizing the app …');
      await synthesize(assembly);
    }
    runtime = await startRuntime({ assembly, dataDir: join(place, 'data'), start });
    progress(`Playing ${args.parts.length} journeys from ${start.slice(0, 10)} …`);
    const names = resourceNames(runtime.outputs);
    return await perform({ ...args, runtime, names, progress });
  } finally {
    await runtime?.stop();
    await rm(place, { recursive: true, force: true });
  }
}

async function main(args: Arguments): Promise<number> {
  // Only what an earlier demo wrote is cleared: the folder may be anybody's.
  for (const old of ['journeys.json', 'letters', 'mail'])
    await rm(join(args.out, old), { recursive: true, force: true });
  await mkdir(args.out, { recursive: true });
  const began = performance.now();
  const outcomes = await run(args);
  const rows = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.row] : []));
  await writeFile(join(args.out, 'journeys.json'), `${JSON.stringify(rows, null, 2)}\n`);
  const failed = outcomes.filter((outcome) => !outcome.ok);
  for (const one of failed) if (!one.ok) console.error(`FAILED ${one.municipality} ${one.journey}: ${one.reason}`);
  const letters = rows.reduce((sum, row) => sum + row.letters.length, 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${rows.length} journeys came to their end, ${failed.length} did not; ${letters} letters; ${seconds} s.`);
  console.log(`Written: ${args.out}`);
  return failed.length === 0 ? 0 : 1;
}

await command({
  help,
  options,
  read({ out, municipality, journey, assembly }): Arguments {
    const journeys = journeysNamed(journey ?? []);
    const parts = municipalitiesNamed(municipality).flatMap((played) =>
      journeys.map((name) => ({ municipality: played, journey: name })),
    );
    return { out: resolve(out), parts, assembly };
  },
  run: main,
});
