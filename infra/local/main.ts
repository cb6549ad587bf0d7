import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataDirectoryInUseError, lockDataDirectory } from './data-lock.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { ListenError } from './servers.ts';
import { synthesize } from './synthesize.ts';

const HELP = `Plays the app on this machine.

  npm start -- [options]

  --port N          where the pages are (default 8080; the console, the AWS endpoint, the
                    OpenID provider and the contact register take the four ports after it;
                    0 takes free ones)
  --console-port N  where the console is
  --data DIR        where the state is kept (default .local/data)
  --start TIME      where time begins in a new data directory (ISO 8601)
  --no-synth        plays the templates of the last start instead of synthesizing them anew
  --assembly DIR    plays these templates
  --help            shows this

Exit codes: 0 stopped, 1 failed, 2 wrong arguments, 3 data directory in use.
`;

interface Arguments {
  readonly port: number;
  readonly consolePort: number;
  readonly dataDir: string;
  readonly assembly: string;
  readonly synth: boolean;
  readonly start: string | undefined;
}

function readArguments(args: string[]): Arguments | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h' },
      port: { type: 'string', default: '8080' },
      'console-port': { type: 'string' },
      data: { type: 'string', default: '.local/data' },
      start: { type: 'string' },
      assembly: { type: 'string' },
      'no-synth': { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = portNumber('--port', values.port);
  return {
    port,
    consolePort: portNumber('--console-port', values['console-port'] ?? String(after(port, 1))),
    dataDir: values.data,
    assembly: resolve(values.assembly ?? join(values.data, 'assembly')),
    synth: !values['no-synth'] && values.assembly === undefined,
    start: values.start,
  };
}

function portNumber(option: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== '') return port;
  throw new TypeError(`${option} must be a port number, not ${text}`);
}

/** The neighbours of a port; of a free one, free ones. */
function after(port: number, step: number): number {
  return port === 0 ? 0 : port + step;
}

async function run({ port, consolePort, dataDir, assembly, synth, start }: Arguments): Promise<Runtime> {
  if (synth) {
    // A directory in use is told at once, not after the synthesis, which would write over what the other one plays.
    lockDataDirectory(dataDir)();
    console.log('Synthesizing the app …');
    await synthesize(assembly);
  }
  console.log('Starting …');
  return await startRuntime({
    assembly,
    dataDir,
    port,
    consolePort,
    awsPort: after(port, 2),
    openIdPort: after(port, 3),
    peersPort: after(port, 4),
    ...(start === undefined ? {} : { start }),
    log: (line) => console.log(line),
  });
}

function announce({ urls, clock }: Runtime): void {
  const lines = [
    `Ready. It is ${new Date(clock.now()).toISOString()} here.`,
    `  pages    ${urls.pages}`,
    `  health   ${urls.pages}/healthz`,
    `  console  ${urls.console}`,
    `  aws      ${urls.aws}  (AWS_ENDPOINT_URL, any credentials)`,
    ...(urls.openId === undefined ? [] : [`  openid   ${urls.openId}`]),
    ...(urls.peers === undefined ? [] : [`  register ${urls.peers}  (stand-in for KRR and Maskinporten)`]),
  ];
  console.log(lines.join('\n'));
}

function stopOnSignal(runtime: Runtime): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The second signal, of an impatient person, ends the process as usual.
    process.once(signal, () => {
      console.log('Stopping …');
      runtime.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function fail(error: unknown): never {
  const isWrongArgument = error instanceof TypeError && ('code' in error || error.message.startsWith('--'));
  const isExpected = isWrongArgument || error instanceof DataDirectoryInUseError || error instanceof ListenError;
  console.error(isExpected ? error.message : error);
  process.exit(isWrongArgument ? 2 : error instanceof DataDirectoryInUseError ? 3 : 1);
}

async function main(): Promise<void> {
  // Lambda runs in UTC, and the functions' threads share this process's time zone.
  process.env.TZ = 'UTC';
  const args = readArguments(process.argv.slice(2));
  if (args === 'help') {
    console.log(HELP);
    return;
  }
  const runtime = await run(args);
  stopOnSignal(runtime);
  announce(runtime);
}

main().catch(fail);
