import { type IncomingMessage, request } from 'node:http';
import fc from 'fast-check';
import { type BadRequest, badRequest, type Category } from './bad-requests.ts';
import { canaries, changedBetween, type Ground } from './ground.ts';
import { findTargets } from './targets.ts';

/** What the bad requests met. */
export interface AttackReport {
  readonly requests: number;
  /** How many of each category, and with which answers. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly forms: number;
  readonly paths: number;
  /** Answers of 500 and above, and connections that broke. */
  readonly faults: readonly string[];
  /** Answers to strangers that held words of somebody's case. */
  readonly leaks: readonly string[];
  readonly changed: readonly string[];
}

/** How many are on their way at once. */
const atOnce = 12;

/** Sends `count` generated bad requests, the same for the same seed, and looks what became of the app. */
export async function attack(
  ground: Ground,
  { count, seed, progress = () => {} }: { count: number; seed: number; progress?: (line: string) => void },
): Promise<AttackReport> {
  const targets = await findTargets(ground);
  const before = await ground.standing();
  const requests = fc.sample(badRequest(targets), { numRuns: count, seed });
  const answers = new Map<Category, Map<string, number>>();
  const faults: string[] = [];
  const leaks: string[] = [];
  let done = 0;
  const queue = requests.values();
  const work = async () => {
    for (const bad of queue) {
      const cookie = bad.who && targets.visitorOf(bad.who).cookiesFor(ground.open.pagesUrl);
      const { status, body } = await send(ground.open.pagesUrl, bad, cookie);
      const counts = answers.get(bad.category) ?? new Map<string, number>();
      answers.set(bad.category, counts.set(status, (counts.get(status) ?? 0) + 1));
      const what = `${bad.category} ${bad.method} ${bad.path.slice(0, 120)} as ${bad.who ?? 'nobody'}: ${status}`;
      if (!/^[234]/.test(status)) faults.push(what);
      const mayShow = bad.own || targets.opensByLink(bad.path, bad.who);
      if (!mayShow && canaries.some((canary) => body.includes(canary))) leaks.push(what);
      done += 1;
      if (done % 1000 === 0) progress(`sent ${done} of ${count}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await ground.runtime.idle();
  return {
    requests: done,
    answers: Object.fromEntries([...answers].map(([category, counts]) => [category, Object.fromEntries(counts)])),
    forms: targets.forms.length,
    paths: targets.paths.length,
    faults,
    leaks,
    changed: changedBetween(before, await ground.standing()),
  };
}

/** One request as it stands, without anybody tidying its path; the answer's status, or the error's code. */
function send(base: string, bad: BadRequest, cookie = ''): Promise<{ status: string; body: string }> {
  const { hostname, port } = new URL(base);
  const { method, path, headers, body } = bad;
  const withCookie = cookie && !headers.cookie ? { ...headers, cookie } : headers;
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }) => resolve({ status: error.code ?? error.name, body: '' });
    try {
      const length = { 'content-length': Buffer.byteLength(body) };
      const options = { hostname, port, method, path: sendable(path), headers: { ...withCookie, ...length } };
      const outgoing = request(options, (answer) => void read(answer).then(resolve, fail));
      outgoing.on('error', fail);
      outgoing.end(body);
    } catch (error) {
      fail(error instanceof Error ? error : new Error('unknown'));
    }
  });
}

/** Bytes that no client can put into a request line are sent in their escaped form. */
function sendable(path: string): string {
  return path.replaceAll(/[^\u0021-\u00ff]/g, (character) => encodeURIComponent(character));
}

async function read(answer: IncomingMessage): Promise<{ status: string; body: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: String(answer.statusCode), body: Buffer.concat(chunks).toString('utf8') };
}
