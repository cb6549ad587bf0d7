import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type LetterRecord, letterFile } from '../../../functions/core/letter-record.ts';
import type { CaseFile } from '../../../functions/core/records.ts';
import { loadCaseFile } from '../../../functions/platform/case-file.ts';
import { createCaseStore } from '../../../functions/platform/dynamo/case-store.ts';

/** The names the template gave its resources. */
export interface ResourceNames {
  readonly table: string;
  readonly bucket: string;
  readonly stateMachines: readonly string[];
}

/** One execution of a case, as journeys.json tells it. */
export interface ExecutionRow {
  readonly name: string;
  readonly stateMachine: string;
  readonly status: string;
}

/**
 * Looks at a case through the AWS interfaces, as an operator with the right to read could; it changes nothing but faults.
 */
export function createObserver(endpoint: string, names: ResourceNames) {
  const client = { endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const sfn = new SFNClient(client);
  // Reading by case id needs no person key; a wrong one here only makes searches by person find nothing.
  const store = createCaseStore({
    tableName: names.table,
    client: DynamoDBDocumentClient.from(new DynamoDBClient(client)),
    personKey: async () => 'observer',
  });

  async function executionsOf(stateMachineArn: string): Promise<ExecutionRow[]> {
    const rows: ExecutionRow[] = [];
    for await (const page of paginateListExecutions({ client: sfn }, { stateMachineArn })) {
      for (const { name = '', status = '' } of page.executions ?? []) {
        rows.push({ name, stateMachine: stateMachineArn.split(':').at(-1) ?? '', status });
      }
    }
    return rows;
  }

  return {
    load: (caseId: string): Promise<CaseFile> => loadCaseFile(store, caseId),
    /** All executions, or those of one case: each begins with its id. */
    executions: async (caseId = ''): Promise<ExecutionRow[]> => {
      const rows = await Promise.all(names.stateMachines.map((arn) => executionsOf(arn)));
      return rows.flat().filter(({ name }) => name.startsWith(caseId));
    },
    letter: async (letter: LetterRecord): Promise<Uint8Array> => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: names.bucket, Key: letterFile(letter).object }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    /** The object that makes the local letters function fail for this case's decision letter. */
    setFault: async (caseId: string, broken: boolean): Promise<void> => {
      const at = { Bucket: names.bucket, Key: `faults/${caseId}` };
      await s3.send(broken ? new PutObjectCommand({ ...at, Body: 'decision' }) : new DeleteObjectCommand(at));
    },
  };
}
export type Observer = ReturnType<typeof createObserver>;
