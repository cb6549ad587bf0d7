import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Functions } from '../../../../infra/local/lambda/functions.ts';
import { FunctionLogs } from '../../../../infra/local/lambda/logs.ts';
import type { LocalFunction } from '../../../../infra/local/template/model.ts';

/** A function with the given code. */
function aFunction(code: string, more: Partial<LocalFunction> = {}): LocalFunction {
  const codeDirectory = mkdtempSync(join(tmpdir(), 'function-'));
  writeFileSync(join(codeDirectory, 'index.mjs'), code);
  const basics = { name: 'f', arn: 'arn:aws:lambda:eu-north-1:000000000000:function:f', handler: 'index.handler' };
  const limits = { timeoutSeconds: 5, memoryMb: 128, retries: 0 };
  return { ...basics, ...limits, codeDirectory, layerDirectories: [], environment: {}, ...more };
}

describe('the functions', () => {
  let logs: FunctionLogs;
  let functions: Functions;

  beforeEach(() => {
    logs = new FunctionLogs(mkdtempSync(join(tmpdir(), 'logs-')));
  });
  afterEach(async () => {
    await functions.close();
    await logs.close();
  });

  const start = (definition: LocalFunction) => {
    const place = { region: 'eu-north-1', endpointUrl: 'http://127.0.0.1:1', dynamoUrl: 'http://127.0.0.1:1' };
    functions = new Functions([definition], { place, logs, log: () => undefined });
  };
  const invoke = async (code: string, more: Partial<LocalFunction> = {}) => {
    start(aFunction(code, more));
    return await functions.invoke('f', '{"a":1}');
  };

  it('get the event and the context, and answer in JSON', async () => {
    const code = `export const handler = async (event, context) => ({
      event, name: context.functionName, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() })`;
    const outcome = await invoke(code);
    const payload = JSON.parse(outcome.ok ? outcome.payload : '{}');
    expect(payload).toMatchObject({ event: { a: 1 }, name: 'f', arn: expect.stringMatching(/:function:f$/) });
    expect(payload.left).toBeGreaterThan(3000);
    expect(payload.left).toBeLessThanOrEqual(5000);
  });

  it('answer null when they return nothing', async () => {
    expect(await invoke('export const handler = async () => undefined')).toEqual({ ok: true, payload: 'null' });
  });

  it.each([
    ['export const handler = async () => { throw new TypeError("bad"); }', 'TypeError', 'bad'],
    ['export const handler = async () => { throw "text"; }', 'string', 'text'],
    ['export const other = 1', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
    ['export const handler = (', 'Runtime.UserCodeSyntaxError', 'SyntaxError'],
    ['import "not-there"; export const handler = () => 1', 'Runtime.ImportModuleError', 'not-there'],
    ['export const handler = async () => process.exit(3)', 'Runtime.ExitError', 'exit status 3'],
    ['export const handler = async () => "x".repeat(7e6)', 'Function.ResponseSizeTooLarge', '6291556 bytes'],
    ['export const handler = () => new Promise(() => Promise.reject(new Error("lost")))', 'Runtime.ExitError', 'lost'],
  ])('fail in the words of Lambda: %s', async (code, errorType, errorMessage) => {
    expect(await invoke(code)).toMatchObject({
      ok: false,
      error: { errorType, errorMessage: expect.stringContaining(errorMessage) },
    });
  });

  it.each(['new Promise(() => setInterval(() => {}, 10))', '(() => { for (;;); })()'])(
    'are ended at their time limit: %s',
    async (body) => {
      const outcome = await invoke(`export const handler = async () => ${body}`, { timeoutSeconds: 1 });
      expect(outcome).toMatchObject({
        ok: false,
        error: { errorType: 'Sandbox.Timedout', errorMessage: expect.stringMatching(/timed out after 1.00 seconds$/) },
      });
      // The next invocation gets a new sandbox, and meets the same end.
      expect(await functions.invoke('f', '{}')).toMatchObject({ ok: false });
    },
  );

  it('keep their state while warm, and run side by side when busy', async () => {
    start(aFunction('let count = 0; export const handler = async () => { count += 1; return count; }'));
    const counts: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const outcome = await functions.invoke('f', '{}');
      counts.push(outcome.ok ? outcome.payload : '');
    }
    expect(counts).toEqual(['1', '2', '3']);
    const many = await Promise.all(Array.from({ length: 20 }, () => functions.invoke('f', '{}')));
    expect(many.every(({ ok }) => ok)).toBe(true);
    expect(functions.busy).toBe(0);
  });

  it('leave no process behind', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connect = `require('net').connect(${(server.address() as AddressInfo).port})`;
    start(
      aFunction(`import { spawn } from 'node:child_process';
      export const handler = async () => spawn(${JSON.stringify(process.execPath)}, ['-e', ${JSON.stringify(connect)}], { detached: true }).pid;`),
    );
    const connected = once(server, 'connection');
    expect(await functions.invoke('f', '{}')).toMatchObject({ ok: true });
    const [socket] = await connected;
    socket.on('error', () => undefined);
    const ended = once(socket, 'close');
    await functions.close();
    await ended;
    server.close();
  });

  it('log what they print', async () => {
    await invoke('export const handler = async () => { console.log("hei på deg"); console.error("au"); }');
    await expect.poll(() => logs.tail('f').join('\n')).toMatch(/START[\s\S]*(hei på deg[\s\S]*au|au[\s\S]*hei på deg)/);
  });
});
