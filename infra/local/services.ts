import { join } from 'node:path';
import { type LocalDynamo, openDynamo } from './aws/dynamodb.ts';
import type { Services } from './aws/endpoint.ts';
import { lambdaService } from './aws/lambda.ts';
import { MailEvents } from './aws/mail-events.ts';
import { Mailbox } from './aws/mailbox.ts';
import { s3Service } from './aws/s3/service.ts';
import { BucketStore } from './aws/s3/store.ts';
import { SecretStore, secretsService } from './aws/secrets.ts';
import { sesService } from './aws/ses.ts';
import { cloudWatchService, parameterService, snsService, stsService } from './aws/small-services.ts';
import { stepFunctionsService } from './aws/step-functions.ts';
import { Topics } from './aws/topics.ts';
import type { Functions } from './lambda/functions.ts';
import type { StatesEngine } from './states/engine.ts';
import type { LocalApp } from './template/model.ts';

/** What the app keeps, on disk. */
export interface Stores {
  readonly dynamo: LocalDynamo;
  readonly buckets: BucketStore;
  readonly secrets: SecretStore;
  readonly mailbox: Mailbox;
}

/** Where the stores are, and what they begin with. */
export interface StoresInput {
  readonly dataDir: string;
  readonly now: () => number;
  /** Values of secrets, by name, that the template leaves for operations to put in. */
  readonly secretValues: Readonly<Record<string, string>>;
}

/** Opens the stores in the data directory and makes the tables, buckets and secrets of the templates. */
export async function openStores(app: LocalApp, { dataDir, now, secretValues }: StoresInput): Promise<Stores> {
  const dynamo = await openDynamo(join(dataDir, 'dynamodb'));
  try {
    await dynamo.createTables(app.tables);
    const buckets = new BucketStore(join(dataDir, 's3'), now);
    for (const { name, versioned } of app.buckets) buckets.create(name, versioned);
    const secrets = new SecretStore(join(dataDir, 'secrets.json'), now);
    secrets.create(app.secrets, secretValues);
    return { dynamo, buckets, secrets, mailbox: new Mailbox(join(dataDir, 'mailbox'), now) };
  } catch (error) {
    await dynamo.close();
    throw error;
  }
}

/** What the services are made from. */
export interface ServicesInput {
  readonly app: LocalApp;
  readonly stores: Stores;
  readonly functions: Functions;
  readonly engine: StatesEngine;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** The services on the endpoint, under their names in a signature's scope. */
export function createServices({ app, stores, functions, engine, now, log }: ServicesInput): Services {
  const { dynamo, buckets, secrets, mailbox } = stores;
  const topics = new Topics(app.subscriptions, { functions, now });
  const mailEvents = new MailEvents(app, { topics, now });
  return {
    states: stepFunctionsService(engine),
    dynamodb: dynamo.service,
    s3: s3Service(buckets, now),
    ses: sesService({ mailbox, mailEvents, now, region: app.account.region }),
    secretsmanager: secretsService(secrets),
    lambda: lambdaService(functions),
    sts: stsService(app.account),
    sns: snsService(topics, log),
    monitoring: cloudWatchService(),
    ssm: parameterService(app.parameters),
  };
}
