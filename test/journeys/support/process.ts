import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { inject } from 'vitest';
import { Mailbox } from '../../../infra/local/aws/mailbox.ts';
import { createObserver, type Observer } from '../driver/observer.ts';
import { createPost, type Post } from '../driver/post.ts';
import { start } from './theatre.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm start` in a process of its own, which can be killed. */
export interface AppProcess {
  readonly pagesUrl: string;
  readonly awsUrl: string;
  /** ARN of the application's state machine. */
  readonly application: string;
  readonly observer: Observer;
  readonly post: Post;
  /** The moved clock, ISO 8601. */
  now(): Promise<string>;
  /** Moves the clock by an ISO 8601 duration and waits for rest; `PT0S` only waits. Gives the clock. */
  move(duration: string): Promise<string>;
  /** SIGKILL: no word of farewell. */
  kill(): Promise<void>;
}

/** Five ports in a row that are free now: links in mail must lead to the next process too. */
export async function freePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 30_000);
    const taken = await Promise.all([0, 1, 2, 3, 4].map((step) => isFree(first + step)));
    if (taken.every(Boolean)) return first;
  }
  throw new Error('no five free ports in a row');
}

/** Starts the app on a data directory, new or left behind by a killed one. */
export async function startApp(dataDir: string, port: number): Promise<AppProcess> {
  const options = ['--assembly', inject('assembly'), '--data', dataDir, '--port', String(port), '--start', start];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'infra/local/main.ts', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const urls = await addresses(child);
  const mailbox = new Mailbox(join(dataDir, 'mailbox'), () => 0);
  const clock = async (init?: RequestInit): Promise<string> => {
    const response = await fetch(`${urls.console}/clock`, init);
    const { now } = (await response.json()) as { now: string };
    return now;
  };
  return {
    pagesUrl: urls.pages,
    awsUrl: urls.aws,
    ...(await observerOf(urls.aws)),
    post: createPost({ mail: () => mailbox.list(), readMail: (id) => mailbox.read(id) }),
    now: () => clock(),
    move: (advance) =>
      clock({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ advance }) }),
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The addresses the program prints when it is ready. */
async function addresses(child: ChildProcess): Promise<{ pages: string; console: string; aws: string }> {
  const { stdout } = child;
  if (!stdout) throw new Error('the app has no output');
  const lines: string[] = [];
  const found = (name: string) =>
    lines.map((line) => new RegExp(`^ +${name} +(http\\S+)`).exec(line)?.[1]).find(Boolean);
  for await (const line of createInterface(stdout)) {
    lines.push(line);
    const [pages, console, aws] = ['pages', 'console', 'aws'].map(found);
    // Read on, so that the pipe never fills.
    if (pages && console && aws) {
      stdout.resume();
      return { pages, console, aws };
    }
  }
  throw new Error(`the app did not start:\n${lines.join('\n')}`);
}

async function observerOf(endpoint: string): Promise<{ observer: Observer; application: string }> {
  const client = { endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const { TableNames = [] } = await new DynamoDBClient(client).send(new ListTablesCommand());
  const { stateMachines = [] } = await new SFNClient(client).send(new ListStateMachinesCommand());
  const arns = stateMachines.map(({ stateMachineArn }) => stateMachineArn ?? '');
  const observer = createObserver(endpoint, { table: TableNames[0] ?? '', bucket: '', stateMachines: arns });
  return { observer, application: arns.find((arn) => /application/i.test(arn)) ?? '' };
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    const listening = once(server, 'listening');
    server.listen(port, '127.0.0.1');
    await listening;
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
