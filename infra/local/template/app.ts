import type { Assembly } from './assembly.ts';
import type { Account } from './identity.ts';
import type { LocalApp } from './model.ts';
import { type CodeSources, readFunctions } from './read-functions.ts';
import { readStateMachines } from './read-machines.ts';
import { readRoutes } from './read-routes.ts';
import { readSchedules } from './read-schedules.ts';
import { readBuckets, readParameters, readSecrets, readTables } from './read-stores.ts';
import { readMailEvents, readSubscriptions } from './read-topics.ts';
import { resolveTemplates } from './template.ts';

/** What the app is read with, besides the assembly itself. */
export interface AppInputs {
  readonly pagesUrl: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly inlineDirectory: string;
}

/** Reads everything the runtime plays from the synthesized templates; there is no second wiring. */
export function readApp(assembly: Assembly, { pagesUrl, parameters, inlineDirectory }: AppInputs): LocalApp {
  const account = accountOf(assembly);
  const { resources, outputs } = resolveTemplates(assembly, { account, pagesUrl, parameters });
  const sources: CodeSources = { account, assets: assembly.assets, inlineDirectory };
  const { schedules, notes } = readSchedules(resources, account);
  return {
    account,
    functions: readFunctions(resources, sources),
    stateMachines: readStateMachines(resources, sources),
    tables: readTables(resources),
    buckets: readBuckets(resources),
    secrets: readSecrets(resources, account),
    parameters: readParameters(resources),
    routes: readRoutes(resources),
    schedules,
    subscriptions: readSubscriptions(resources),
    mailEvents: readMailEvents(resources),
    notes,
    outputs,
  };
}

/** The account and region the assembly was made for; where it leaves them open, an account of zeros in Stockholm. */
function accountOf({ stacks }: Assembly): Account {
  const [, account = '', region = ''] = /^aws:\/\/([^/]*)\/(.*)$/.exec(stacks[0]?.environment ?? '') ?? [];
  return {
    accountId: /^\d{12}$/.test(account) ? account : '000000000000',
    region: region === '' || region.startsWith('unknown') ? 'eu-north-1' : region,
  };
}
