import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createAwsServer, type Services } from './aws/endpoint.ts';
import type { MailEntry } from './aws/mailbox.ts';
import { type MovedClock, openClock } from './clock.ts';
import { type ConsoleBackend, createConsole } from './console/console.ts';
import { lockDataDirectory } from './data-lock.ts';
import { createGateway, type GatewayBackend } from './http/gateway.ts';
import { RouteTable } from './http/routes.ts';
import { type ClientKeys, type OpenIdProvider, startOpenId } from './openid-provider.ts';
import { type LocalUrls, localParameters, localSecrets, needsOpenId, needsPeers } from './parameters.ts';
import type { Peers } from './peers/index.ts';
import { play } from './play.ts';
import { closeServer, listen } from './servers.ts';
import type { StatesEngine } from './states/engine.ts';
import { readApp } from './template/app.ts';
import { type Assembly, loadAssembly } from './template/assembly.ts';
import { parameterNames } from './template/template.ts';

/** How a runtime is started. A port of 0, or none, takes a free one. */
export interface RuntimeOptions {
  /** The cloud assembly that the CDK app synthesized. */
  readonly assembly: string;
  readonly dataDir: string;
  readonly port?: number;
  readonly consolePort?: number;
  readonly awsPort?: number;
  readonly openIdPort?: number;
  readonly peersPort?: number;
  /** Template parameters by name, before the local ones. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** ISO 8601; where time begins in a new data directory. */
  readonly start?: string;
  readonly log?: (line: string) => void;
}

/** A running app. */
export interface Runtime {
  readonly urls: LocalUrls;
  readonly clock: MovedClock;
  readonly engine: StatesEngine;
  /** The stacks' outputs, resolved: the way to the names of tables, buckets and state machines. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Moves the clock to a time (epoch milliseconds or ISO 8601), or to the next timer, and waits until all has settled. */
  advance(to: number | string | 'next'): Promise<void>;
  /** Resolves when no function runs and no execution moves; what waits for a time or a person goes on waiting. */
  idle(): Promise<void>;
  /** The mail sent so far, oldest first. */
  mail(): MailEntry[];
  /** A mail as it was sent. */
  readMail(id: string): Buffer | undefined;
  stop(): Promise<void>;
}

/** Plays a synthesized app on loopback, with its state in a directory that the next run goes on from. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const log = options.log ?? (() => undefined);
  const dataDir = resolve(options.dataDir);
  const assembly = loadAssembly(options.assembly);
  const closers: (() => unknown)[] = [];
  const stop = once(async () => {
    for (const close of closers.toReversed()) await close();
  });
  try {
    closers.push(lockDataDirectory(dataDir));
    mkdirSync(dataDir, { recursive: true });
    return await start({ options, assembly, dataDir, log, closers, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Start {
  readonly options: RuntimeOptions;
  readonly assembly: Assembly;
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** What has been opened, in order; closed in the opposite one. */
  readonly closers: (() => unknown)[];
  readonly stop: () => Promise<void>;
}

async function start({ options, assembly, dataDir, log, closers, stop }: Start): Promise<Runtime> {
  const clock = openClock({ file: join(dataDir, 'clock.json'), start: startTime(options.start) });
  const front = await openFront({ options, clock, assembly, dataDir, log, closers });
  const app = readApp(assembly, {
    pagesUrl: front.urls.pages,
    parameters: parametersFor(assembly, { ...localParameters(front.urls), ...options.parameters }, log),
    inlineDirectory: join(dataDir, 'inline'),
  });
  for (const note of app.notes) log(`note: ${note}`);
  const secretValues = localSecrets(app, { clients: front.clientKeys, peer: front.peerKey });
  const awsUrl = front.urls.aws;
  const played = await play({ app, clock, dataDir, secretValues, awsUrl, log, closers, serve: front.serveAws });
  const { functions, engine, timeKeeper, idle, stores } = played;
  const { mailbox, dynamo } = stores;
  front.serveConsole({ app, clock, timeKeeper, engine, mailbox, dynamo, logs: played.logs });
  const { accountId } = app.account;
  front.servePages({ routes: new RouteTable(app.routes), functions, now: clock.now, accountId });
  const toMillis = (to: number | string) => (typeof to === 'number' ? to : Date.parse(to));
  return {
    urls: front.urls,
    clock,
    engine,
    outputs: app.outputs,
    advance: (to) => (to === 'next' ? timeKeeper.advanceToNext() : timeKeeper.advance(toMillis(to))),
    idle,
    mail: () => mailbox.list(),
    readMail: (id) => mailbox.read(id),
    stop,
  };
}

interface Front {
  readonly urls: LocalUrls;
  readonly clientKeys: ClientKeys | undefined;
  readonly peerKey: object | undefined;
  serveAws(services: Services): void;
  serveConsole(backend: ConsoleBackend): void;
  servePages(backend: GatewayBackend): void;
}

/** Opens all addresses first, since the app is told them; they answer 503 until there is something behind them. */
async function openFront({
  options,
  clock,
  assembly,
  dataDir,
  log,
  closers,
}: Omit<Start, 'stop'> & { clock: MovedClock }): Promise<Front> {
  let services: Services = {};
  let consoleBackend: ConsoleBackend | undefined;
  let pagesBackend: GatewayBackend | undefined;
  const open = async (server: ReturnType<typeof createServer>, port: number | undefined, what: string) => {
    closers.push(() => closeServer(server));
    return await listen(server, port ?? 0, what);
  };
  const awsServer = createAwsServer(() => services, log);
  const aws = `http://127.0.0.1:${await open(awsServer, options.awsPort, 'AWS endpoint')}`;
  const consoleServer = createServer(getRequestListener(createConsole(() => consoleBackend).fetch));
  const consoleUrl = `http://localhost:${await open(consoleServer, options.consolePort, 'console')}`;
  const gateway = createGateway(() => pagesBackend, log);
  const pages = `http://localhost:${await open(gateway, options.port, 'pages')}`;
  const provider = await openProvider(assembly, {
    port: options.openIdPort ?? 0,
    dataDir,
    clock,
    publicUrl: pages,
  });
  if (provider !== undefined) closers.push(() => provider.stop());
  const peers = await openPeers(assembly, {
    port: options.peersPort ?? 0,
    dataDir: join(dataDir, 'peers'),
    now: clock.now,
  });
  if (peers !== undefined) closers.push(() => peers.stop());
  return {
    urls: { pages, console: consoleUrl, aws, openId: provider?.url, peers: peers?.url },
    clientKeys: provider?.clientKeys,
    peerKey: peers?.clientKey,
    serveAws: (ready) => {
      services = ready;
    },
    serveConsole: (ready) => {
      consoleBackend = ready;
    },
    servePages: (ready) => {
      pagesBackend = ready;
    },
  };
}

async function openProvider(
  assembly: Assembly,
  options: Parameters<typeof startOpenId>[0],
): Promise<OpenIdProvider | undefined> {
  return needsOpenId(parameterNames(assembly)) ? await startOpenId(options) : undefined;
}

/** The other systems' stand-ins; loaded only when a template asks for one. */
async function openPeers(
  assembly: Assembly,
  options: { readonly port: number; readonly dataDir: string; readonly now: () => number },
): Promise<Peers | undefined> {
  if (!needsPeers(parameterNames(assembly))) return undefined;
  const { startPeers } = await import('./peers/index.ts');
  return await startPeers(options);
}

/** The values that the templates have parameters for; the rest is named, since it may be a slip of the pen. */
function parametersFor(
  assembly: Assembly,
  given: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Record<string, string> {
  const names = parameterNames(assembly);
  const unused = Object.keys(given).filter((name) => !names.has(name));
  if (unused.length > 0) log(`note: the templates have no parameter ${unused.join(', ')}`);
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)));
}

function startTime(start: string | undefined): number | undefined {
  if (start === undefined) return undefined;
  const at = Date.parse(start);
  if (Number.isNaN(at)) throw new Error(`Not a time: ${start}`);
  return at;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
