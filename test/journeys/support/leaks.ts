import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetExecutionHistoryCommand, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import type { CaseFile } from '../../../functions/core/records.ts';
import { people } from '../../../infra/local/openid/people.ts';
import type { Theatre } from './theatre.ts';

/** A place where nothing about a person may be, with everything that is written there. */
export interface PublicPlace {
  readonly place: string;
  readonly text: string;
}

/** What a case knows that must not leave its records: names, numbers, addresses, and every text somebody typed. */
export function secretsOf({ case: found, decisions, notices, appeals, answers }: CaseFile): readonly string[] {
  const { person, submitter, account, coordinator, otherParent, consentOverride } = found;
  return [
    ...[person, submitter, account, coordinator, otherParent, consentOverride].flatMap(textsIn),
    ...decisions.flatMap(({ facts, reasons, assessedBy, approvedBy }) => [
      facts,
      reasons,
      assessedBy.name,
      approvedBy.name,
    ]),
    ...notices.map(({ reason }) => reason),
    ...appeals.flatMap(({ text, wantedChange }) => [text, wantedChange]),
    ...answers.flatMap(({ answer, by }) => [by.name, ...textsIn(answer)]),
  ];
}

/** The texts that tell something of somebody, whole and by each name in them. */
export function telling(secrets: readonly string[]): readonly string[] {
  const all = [...secrets, ...people.flatMap(({ pid }) => (pid ? [pid] : []))];
  const words = all.flatMap((text) => [text, ...text.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))]);
  return [...new Set(words)].filter((text) => text.length >= 4 && !isCode(text));
}

/** Every word that leaves a case's records on purpose: logs, histories, object keys. */
export async function publicPlaces(theatre: Theatre): Promise<readonly PublicPlace[]> {
  return [...logs(theatre.dataDir), ...(await histories(theatre)), await objectKeys(theatre)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * Codes such as `granted`, dates, postal codes, the word for a role, which the test staff are called by, and the
 * offices a case has: the municipality, and the one that decides appeals.
 */
function isCode(text: string): boolean {
  return /^([a-z-]+|\d{4}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?|Saksbehandler|Leder|Koordinerende|Drift|Statsforvalteren|Kommunen)$/.test(
    text,
  );
}

function logs(dataDir: string): PublicPlace[] {
  const directory = join(dataDir, 'logs');
  return readdirSync(directory).map((file) => ({
    place: `log ${file}`,
    text: readFileSync(join(directory, file), 'utf8'),
  }));
}

async function histories({ runtime, names }: Theatre): Promise<PublicPlace[]> {
  const client = new SFNClient(local(runtime.urls.aws));
  const places: PublicPlace[] = [];
  for (const stateMachineArn of names.stateMachines) {
    for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn })) {
      for (const { executionArn, name } of executions) {
        places.push({ place: `history ${name}`, text: await history(client, executionArn ?? '') });
      }
    }
  }
  return places;
}

async function history(client: SFNClient, executionArn: string): Promise<string> {
  const texts: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, nextToken, maxResults: 1000 }));
    texts.push(JSON.stringify(page.events));
    nextToken = page.nextToken;
  } while (nextToken);
  return texts.join('\n');
}

async function objectKeys({ runtime, names }: Theatre): Promise<PublicPlace> {
  const client = new S3Client({ ...local(runtime.urls.aws), forcePathStyle: true });
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: names.bucket, ContinuationToken: token }));
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ''));
    token = page.NextContinuationToken;
  } while (token);
  return { place: 'object keys', text: keys.join('\n') };
}

function local(endpoint: string) {
  return { endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
}
