import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { synthFixture } from './fixture/app.ts';
import { newDataDir } from './support.ts';

const player = fileURLToPath(new URL('./fixture/play.ts', import.meta.url));
const main = fileURLToPath(new URL('../../../infra/local/main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(
  file: string,
  args: readonly string[],
): { child: ChildProcess; ended: Promise<Ended>; line: Promise<string> } {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const line = new Promise<string>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      output += text;
      if (output.includes('\n')) resolve(output.split('\n')[0] ?? '');
    });
  });
  child.stderr.on('data', (text: Buffer) => {
    output += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once('exit', (code) => resolve({ code, output })));
  return { child, ended, line };
}

describe('the command', () => {
  it('explains itself', async () => {
    const { code, output } = await run(main, ['--help']).ended;
    expect(code).toBe(0);
    expect(output).toContain('--no-synth');
  });

  it.each([[['--port', 'x']], [['--unknown']], [['--port', '70000']]])('refuses %j', async (args) => {
    const { code, output } = await run(main, args).ended;
    expect(code).toBe(2);
    expect(output).not.toContain('    at ');
  });
});

describe('a runtime that is killed', () => {
  it('goes on where it was', async () => {
    const [assembly, dataDir] = [synthFixture(), newDataDir()];
    const first = run(player, [assembly, dataDir]);
    const urls = JSON.parse(await first.line) as { pages: string; console: string };
    const body = new URLSearchParams({ caseId: 'K1' });
    await fetch(`${urls.pages}/do/start`, { method: 'POST', body });
    await fetch(`${urls.console}/clock`, {
      method: 'POST',
      body: new URLSearchParams({ advance: 'P1D' }),
      redirect: 'manual',
    });
    const before = (await (await fetch(`${urls.console}/clock`)).json()) as { now: string };
    first.child.kill('SIGKILL');
    await first.ended;

    const second = run(player, [assembly, dataDir]);
    const again = JSON.parse(await second.line) as { console: string };
    const clock = (await (await fetch(`${again.console}/clock`)).json()) as { now: string };
    expect(Date.parse(clock.now) - Date.parse(before.now)).toBeLessThan(60_000);
    expect(Date.parse(clock.now)).toBeGreaterThanOrEqual(Date.parse(before.now));
    const third = await run(player, [assembly, dataDir]).ended;
    expect(third.output).toContain(`in use by process ${second.child.pid}`);
    const advance = { method: 'POST', body: new URLSearchParams({ advance: 'P1M' }), redirect: 'manual' } as const;
    await fetch(`${again.console}/clock`, advance);
    const executions = (await (await fetch(`${again.console}/executions`)).json()) as { status: string }[];
    expect(executions).toMatchObject([{ name: 'K1', status: 'SUCCEEDED' }]);
    expect(await (await fetch(`${again.console}/mail`)).json()).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  }, 60_000);
});
