import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRuntime } from '../../infra/local/runtime.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import type { Cast } from '../journeys/driver/cast.ts';
import { texts } from '../journeys/stories/acts.ts';
import { command } from '../support/command.ts';
import { type AttackReport, attack } from './attack.ts';
import { prepareGround } from './ground.ts';
import { type ScanReport, scanLinks } from './scanners.ts';

const help = `Lays siege to the app on the embedded runtime: mail scanners at every mailed link, and generated bad requests.
Afterwards nothing may have changed, nothing may have leaked, nothing may have answered 500, and a human's answer works.

  npm run siege [-- options]

  --scans N      times each mailed link is opened by HEAD and by GET (default 100)
  --requests N   bad requests (default 10000)
  --seed N       what they are generated from (default 1)
  --json         the report as JSON on standard output
  --help         shows this

Exit codes: 0 the app held, 1 it did not, 2 wrong arguments.
`;

interface Arguments {
  readonly scans: number;
  readonly requests: number;
  readonly seed: number;
  readonly json: boolean;
}

const options = {
  scans: { type: 'string', default: '100' },
  requests: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;

async function besiege(args: Arguments, progress: (line: string) => void) {
  const place = await mkdtemp(join(tmpdir(), 'individuell-plan-siege-'));
  try {
    progress('Synthesizing the app …');
    await synthesize(join(place, 'assembly'));
    const assembly = join(place, 'assembly');
    const runtime = await startRuntime({ assembly, dataDir: join(place, 'data'), start: '2027-01-12T08:00:00.000Z' });
    try {
      const ground = await prepareGround(runtime);
      const scanned = await scanLinks(ground, args.scans, progress);
      const attacked = await attack(ground, { count: args.requests, seed: args.seed, progress });
      await answerAfresh(ground.open);
      const answered = (await ground.open.file()).decisions.length === 1;
      return { scanned, attacked, answered };
    } finally {
      await runtime.stop();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The bad words are in the caseworker's draft now, as typed text is never lost: a person clears them, and goes on. */
async function answerAfresh(cast: Cast): Promise<void> {
  const page = await cast.visitor(`${cast.slug}-caseworker`).open(await cast.taskLink('assessment'));
  const typed = page.html('form:has([name="facts"]) :is(textarea, input[type="text"])[name]').toArray();
  const blank = Object.fromEntries(typed.map((field) => [page.html(field).attr('name') ?? '', '']));
  await cast.answer('assessment', {
    ...blank,
    plan: 'granted',
    coordinator: 'granted',
    childCoordinator: 'not-applied',
    ...texts(cast),
  });
  await cast.answer('approval', { choice: 'approve' });
}

function failures({ scanned, attacked, answered }: { scanned: ScanReport; attacked: AttackReport; answered: boolean }) {
  return [
    ...scanned.faults.map((fault) => `scanner: ${fault}`),
    ...scanned.changed.map((part) => `the scanners changed the ${part}`),
    ...attacked.faults,
    ...attacked.leaks.map((leak) => `leak: ${leak}`),
    ...attacked.changed.map((part) => `the bad requests changed the ${part}`),
    ...(answered ? [] : ['the human answer did not work afterwards']),
  ];
}

async function main(args: Arguments): Promise<number> {
  const began = performance.now();
  const progress = (line: string) => console.error(line);
  const report = await besiege(args, progress);
  const failed = failures(report);
  if (args.json) console.log(JSON.stringify({ ...report, failed }, null, 2));
  else {
    const { scanned, attacked } = report;
    console.log(`${scanned.links} links: ${scanned.requests} requests and ${scanned.clicks} clicks by scanners.`);
    console.log(`${attacked.requests} bad requests at ${attacked.forms} forms and ${attacked.paths} paths:`);
    for (const [category, counts] of Object.entries(attacked.answers)) {
      console.log(
        `  ${category.padEnd(15)} ${Object.entries(counts)
          .map(([status, n]) => `${status}: ${n}`)
          .join('  ')}`,
      );
    }
    console.log(`A human's answer afterwards ${report.answered ? 'worked' : 'did not work'}.`);
    for (const line of failed.slice(0, 50)) console.log(`FAILED ${line}`);
    console.log(`${failed.length} failures; ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  }
  return failed.length === 0 ? 0 : 1;
}

function whole(option: string, typed: string): number {
  if (/^\d+$/.test(typed)) return Number(typed);
  throw new TypeError(`--${option} is a whole number, not ${typed}`);
}

await command({
  help,
  options,
  read({ scans, requests, seed, json }): Arguments {
    return {
      scans: whole('scans', scans),
      requests: whole('requests', requests),
      seed: whole('seed', seed),
      json,
    };
  },
  run: main,
});
