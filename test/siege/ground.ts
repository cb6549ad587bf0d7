import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { CaseFile } from '../../functions/core/records.ts';
import { mustFindMunicipality } from '../../functions/municipalities/index.ts';
import type { Runtime } from '../../infra/local/runtime.ts';
import { type Cast, createCast } from '../journeys/driver/cast.ts';
import { createObserver } from '../journeys/driver/observer.ts';
import { createPost } from '../journeys/driver/post.ts';
import { resourceNames } from '../journeys/driver/resource-names.ts';
import { application, decide } from '../journeys/stories/acts.ts';

/** Words of other people's cases: in an answer to a stranger they are a leak. */
export const canaries = ['Kanarifugl Løyndom', 'Det eg fortel i løyndom'] as const;

/** A running app with cases in it, as it stood before anybody did anything bad. */
export interface Ground {
  readonly runtime: Runtime;
  /** A case that waits for its caseworker: a human must still be able to answer it afterwards. */
  readonly open: Cast;
  /** A case with mail of every sort behind it. */
  readonly told: Cast;
  /** Every link in the mailbox, each once. */
  links(): Promise<readonly string[]>;
  /** Everything that must not change: the cases but for looks at them, the mail, and how many cases there are. */
  standing(): Promise<Standing>;
}

/** What the app stands at, part by part: how many cases and mails, and a digest of each list of each case. */
export type Standing = ReadonlyMap<string, string>;

/** The parts that are not as they were. */
export function changedBetween(before: Standing, after: Standing): readonly string[] {
  return [...after].flatMap(([part, value]) => (before.get(part) === value ? [] : [part]));
}

/** Puts cases into a running app: one in each way of signing in staff. */
export async function prepareGround(runtime: Runtime): Promise<Ground> {
  const names = resourceNames(runtime.outputs);
  const observer = createObserver(runtime.urls.aws, names);
  const post = createPost(runtime);
  const castIn = (municipality: string, journey: string) =>
    createCast({
      pagesUrl: runtime.urls.pages,
      post,
      actor: { settle: runtime.idle, until: runtime.advance },
      municipality: mustFindMunicipality(municipality),
      journey,
      now: runtime.clock.now,
      observer,
    });
  const open = castIn('4635', 'open');
  await open.apply('applicant-1', application(open, { personName: canaries[0], needs: canaries[1] }));
  const told = castIn('1160', 'told');
  const relative = { submitterName: 'Liv Pårørende', submitterEmail: 'liv@innbygger.example' };
  const report = { role: 'relative', personNationalId: told.numberOf('subject'), ...relative };
  await told.apply('relative', application(told, { ...report, personName: canaries[0], needs: canaries[1] }));
  await told.answer('consent', { plan: 'yes', coordinator: 'yes', sharing: 'yes' });
  await decide(told, 'granted', 'granted');
  return {
    runtime,
    open,
    told,
    links: async () => {
      const mails = await post.all();
      return [...new Set(mails.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"')]+/g) ?? []))];
    },
    standing: async () => {
      const files = await Promise.all([open, told].map((cast) => cast.file()));
      return new Map([
        ['number of cases', String(await countCases(runtime.urls.aws, names.table))],
        ['number of mails', String((await post.all()).length)],
        ...files.flatMap(parts),
      ]);
    },
  };
}

/** Events that tell of a look: they belong in the log, and change nothing. */
const looks: ReadonlySet<string> = new Set(['viewed', 'receipt-viewed', 'letter-previewed', 'attachment-opened']);

function parts(file: CaseFile): [string, string][] {
  const events = file.events.filter(({ type }) => !looks.has(type)).map(({ type }) => type);
  return Object.entries({ ...file, events }).map(([part, content]) => [
    `${part} in ${file.case.municipality}`,
    part === 'events' ? events.join() : createHash('sha256').update(JSON.stringify(content)).digest('hex'),
  ]);
}

async function countCases(endpoint: string, TableName: string): Promise<number> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials }));
  let cases = 0;
  const filter = { FilterExpression: 'sk = :case', ExpressionAttributeValues: { ':case': 'case' } };
  for await (const page of paginateScan({ client }, { TableName, ...filter })) cases += page.Count ?? 0;
  return cases;
}
