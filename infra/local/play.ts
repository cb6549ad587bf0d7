import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Services } from './aws/endpoint.ts';
import type { MovedClock } from './clock.ts';
import { Functions } from './lambda/functions.ts';
import { FunctionLogs } from './lambda/logs.ts';
import { Schedules } from './schedules/schedules.ts';
import { createServices, openStores, type Stores } from './services.ts';
import { deployStateMachines } from './state-machines.ts';
import { createStatesEngine, type InvokeFunction, type StatesEngine } from './states/engine.ts';
import type { LocalApp, ScheduleTarget } from './template/model.ts';
import { TimeKeeper } from './time-keeper.ts';

/** What the back of the runtime is made from. */
export interface PlayInput {
  readonly app: LocalApp;
  readonly clock: MovedClock;
  readonly dataDir: string;
  readonly awsUrl: string;
  /** Values of secrets, by name. */
  readonly secretValues: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** What has been opened, in order; the runtime closes it in the opposite one. */
  readonly closers: (() => unknown)[];
  /** Puts the services behind the endpoint's address. */
  readonly serve: (services: Services) => void;
}

/** The back of a running app. */
export interface Played {
  readonly stores: Stores;
  readonly functions: Functions;
  readonly engine: StatesEngine;
  readonly timeKeeper: TimeKeeper;
  readonly logs: FunctionLogs;
  readonly idle: () => Promise<void>;
}

/** On a clean stop, what is under way gets this long to end. */
const GRACE_MS = 3000;

/** Opens the stores, the functions and the engine, and sets time going. */
export async function play(input: PlayInput): Promise<Played> {
  const { app, clock, dataDir, secretValues, awsUrl, log, closers, serve } = input;
  const stores = await openStores(app, { dataDir, now: clock.now, secretValues });
  closers.push(() => stores.dynamo.close());
  const logs = new FunctionLogs(join(dataDir, 'logs'));
  closers.push(() => logs.close());
  const place = { region: app.account.region, endpointUrl: awsUrl, dynamoUrl: stores.dynamo.url };
  const functions = new Functions(app.functions, { place, logs, log });
  closers.push(() => functions.close());
  const engine = createStatesEngine({
    databaseFile: join(dataDir, 'states.db'),
    clock,
    invoke: invokeFor(functions, log),
    ...app.account,
  });
  // Before the functions: an invocation that ends because they are closed must not fail its execution.
  closers.push(() => engine.close());
  const idle = () => settle(engine, functions);
  serve(createServices({ app, stores, functions, engine, now: clock.now, log }));
  await deployStateMachines(engine, app.stateMachines);
  const schedules = openSchedules(input, { functions, engine });
  const timeKeeper = new TimeKeeper({ clock, engine, schedules, idle, log });
  closers.push(async () => {
    const settled = timeKeeper.stop().then(idle);
    await Promise.race([settled.catch(() => undefined), wait(GRACE_MS, undefined, { ref: false })]);
  });
  await engine.resume();
  timeKeeper.start();
  return { stores, functions, engine, timeKeeper, logs, idle };
}

/** Invokes for the engine; an unknown function fails the task as it does in AWS. */
function invokeFor(functions: Functions, log: (line: string) => void): InvokeFunction {
  return async (name, payload) => {
    try {
      const outcome = await functions.invoke(name, JSON.stringify(payload ?? null));
      if (outcome.ok) return { ok: true, payload: JSON.parse(outcome.payload) };
      log(`${name} failed: ${outcome.error.errorType}: ${outcome.error.errorMessage}`);
      return { ok: false, ...outcome.error };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
      return { ok: false, errorType: `Lambda.${errorType}`, errorMessage };
    }
  };
}

interface Startables {
  readonly functions: Functions;
  readonly engine: StatesEngine;
}

function openSchedules({ app, clock, dataDir, log }: PlayInput, { functions, engine }: Startables): Schedules {
  const fire = (target: ScheduleTarget, input: string) => {
    if (target.kind === 'function') {
      functions.invokeLater(target.functionName, input);
      return;
    }
    const started = engine.api('StartExecution', { stateMachineArn: target.arn, input });
    started.catch((error: unknown) => log(`schedule: ${target.arn}: ${error}`));
  };
  const file = join(dataDir, 'schedules.json');
  return new Schedules(app.schedules, { file, now: clock.now(), ...app.account, fire });
}

/**
 * Waits until neither a function nor an execution moves. A function may start an execution and an execution a function,
 * so it looks again until a whole round began nothing new.
 */
async function settle(engine: StatesEngine, functions: Functions): Promise<void> {
  let seen: number;
  do {
    seen = functions.started;
    await functions.idle();
    await engine.idle();
  } while (functions.started !== seen || functions.busy > 0);
}
