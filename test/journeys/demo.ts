import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findMunicipality, type Municipality, municipalities } from '../../functions/municipalities/index.ts';
import { type Runtime, startRuntime } from '../../infra/local/runtime.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
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

function readArguments(): Arguments | 'help' {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'out/demo' },
      municipality: { type: 'string' },
      journey: { type: 'string', multiple: true },
      assembly: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const found = values.municipality === undefined ? undefined : findMunicipality(values.municipality);
  if (values.municipality !== undefined && !found) {
    throw new TypeError(
      `no municipality ${values.municipality}; there are ${municipalities.map((m) => m.slug).join(', ')}`,
    );
  }
  const named = (values.journey ?? []).flatMap((names) => names.split(',')).map((name) => name.trim());
  const unknown = named.find((name) => !Object.hasOwn(stories, name));
  if (unknown !== undefined) throw new TypeError(`no journey ${unknown}; there are ${Object.keys(stories).join(', ')}`);
  const journeys =
    named.length === 0 ? Object.keys(stories) : Object.keys(stories).filter((name) => named.includes(name));
  const played: readonly Municipality[] = found ? [found.municipality] : municipalities;
  return {
    out: resolve(values.out),
    parts: played.flatMap((municipality) => journeys.map((journey) => ({ municipality, journey }))),
    assembly: values.assembly,
  };
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

function readOrExplain(): Arguments | undefined {
  try {
    const args = readArguments();
    if (args !== 'help') return args;
    console.log(help);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${help}`);
    process.exitCode = 2;
  }
  return undefined;
}

const args = readOrExplain();
if (args) process.exitCode = await main(args);
