import { readFileSync } from 'node:fs';
import {
  DeleteTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { DescribeExecutionCommand, SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../../../infra/local/runtime.ts';
import { clientOptions, startFixture } from '../support.ts';

describe('AWS services on loopback, spoken to by the SDKs', () => {
  let runtime: Runtime;
  let dataDir: string;

  beforeAll(async () => {
    ({ runtime, dataDir } = await startFixture());
  }, 60_000);
  afterAll(() => runtime.stop());

  it('DynamoDB guards a write with its condition and reads an index', async () => {
    const dynamo = new DynamoDBClient(clientOptions(runtime));
    const TableName = String(runtime.outputs.table);
    const Item = { pk: { S: 'case#1' }, sk: { S: 'case' }, state: { S: 'open' } };
    const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    await dynamo.send(put);
    await expect(dynamo.send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    const found = await dynamo.send(
      new QueryCommand({
        TableName,
        IndexName: 'byState',
        KeyConditionExpression: '#state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': { S: 'open' } },
      }),
    );
    expect(found.Items).toEqual([Item]);
    const transaction = dynamo.send(new TransactWriteItemsCommand({ TransactItems: [] }));
    await expect(transaction).rejects.toMatchObject({
      message: 'The local runtime does not have DynamoDB TransactWriteItems',
    });
    await expect(dynamo.send(new DeleteTableCommand({ TableName: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('Step Functions answers with its own error types', async () => {
    const states = new SFNClient(clientOptions(runtime));
    const task = states.send(new SendTaskSuccessCommand({ taskToken: 'none', output: '{}' }));
    await expect(task).rejects.toMatchObject({ name: 'InvalidToken' });
    const executionArn = String(runtime.outputs.machine).replace('stateMachine', 'execution').concat(':none');
    const missing = states.send(new DescribeExecutionCommand({ executionArn }));
    await expect(missing).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });

  it('Secrets Manager gives the secret that was made once', async () => {
    const secrets = new SecretsManagerClient(clientOptions(runtime));
    const SecretId = String(runtime.outputs.secret);
    const { SecretString = '', Name = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
    expect(SecretString).toMatch(/^[\da-zA-Z]{48}$/);
    const again = await secrets.send(new GetSecretValueCommand({ SecretId: Name }));
    expect(again.SecretString).toBe(SecretString);
    expect((await secrets.send(new DescribeSecretCommand({ SecretId }))).Name).toBe(Name);
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'new' }));
    expect((await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('new');
    expect((await secrets.send(new ListSecretsCommand({}))).SecretList).toHaveLength(1);
    const missing = secrets.send(new GetSecretValueCommand({ SecretId: 'none' }));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('SES puts a mail in the mailbox for each recipient, dated by the moved clock', async () => {
    const ses = new SESv2Client(clientOptions(runtime));
    expect((await ses.send(new GetAccountCommand({}))).SendingEnabled).toBe(true);
    const { MessageId = '' } = await ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'Kommunen <kommune@example.test>',
        Destination: { ToAddresses: ['kari@example.test'], CcAddresses: ['ola@example.test'] },
        Content: { Simple: { Subject: { Data: 'Frist i dag – vær rask' }, Body: { Text: { Data: 'Hei på deg' } } } },
        ConfigurationSetName: 'set',
        EmailTags: [{ Name: 'kind', Value: 'reminder' }],
      }),
    );
    const mail = runtime.mail();
    expect(mail.map(({ to }) => to)).toEqual(['kari@example.test', 'ola@example.test']);
    const file = readFileSync(`${dataDir}/mailbox/${mail[0]?.id}.eml`);
    const read = await PostalMime.parse(file);
    expect(read.subject).toBe('Frist i dag – vær rask');
    expect(read.text?.trim()).toBe('Hei på deg');
    expect(read.messageId).toBe(`<${MessageId}@eu-north-1.amazonses.com>`);
    expect(read.date?.slice(0, 13)).toBe('2026-03-02T08');
    expect(Object.fromEntries(read.headers.map(({ key, value }) => [key, value]))).toMatchObject({
      'x-ses-configuration-set': 'set',
      'x-ses-message-tags': 'kind=reminder',
    });
  });

  it('SES takes a raw message as it is', async () => {
    const ses = new SESv2Client(clientOptions(runtime));
    const Data = Buffer.from('From: a@example.test\r\nTo: b@example.test\r\nSubject: Raw\r\n\r\nbody\r\n');
    await ses.send(new SendEmailCommand({ Content: { Raw: { Data } } }));
    const last = runtime.mail().at(-1);
    expect(last).toMatchObject({ to: 'b@example.test', subject: 'Raw' });
    expect(runtime.readMail(last?.id ?? '')?.toString()).toContain('Date: Mon, 02 Mar 2026 08:');
    await expect(ses.send(new SendEmailCommand({ Content: { Raw: undefined } }))).rejects.toMatchObject({
      name: 'BadRequestException',
    });
  });

  it.each([
    ['ola@example.test', ['Delivery']],
    ['bounce+1@simulator.amazonses.com', ['Bounce']],
    ['ooto@simulator.amazonses.com', ['Bounce', 'Delivery']],
  ])('SES tells the functions that listen what became of mail to %s', async (address, events) => {
    const ses = new SESv2Client(clientOptions(runtime));
    const { MessageId = '' } = await ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'kommune@example.test',
        Destination: { ToAddresses: [address] },
        Content: { Simple: { Subject: { Data: 'Hei' }, Body: { Text: { Data: 'Hei' } } } },
        ConfigurationSetName: String(runtime.outputs.configurationSet),
      }),
    );
    await runtime.idle();
    const { Items = [] } = await new DynamoDBClient(clientOptions(runtime)).send(
      new QueryCommand({
        TableName: String(runtime.outputs.table),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `mail#${MessageId}` } },
      }),
    );
    expect(Items.map(({ sk }) => sk?.S)).toEqual(events);
  });

  it('Lambda answers an invocation, its error and its environment', async () => {
    const lambda = new LambdaClient(clientOptions(runtime));
    const FunctionName = String(runtime.outputs.stepName);
    const invoke = async (kind: string) => {
      const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ kind }) }));
      return { error: answer.FunctionError, payload: JSON.parse(answer.Payload?.transformToString() ?? 'null') };
    };
    expect(await invoke('plain')).toEqual({ error: undefined, payload: { done: 'plain' } });
    expect(await invoke('fail')).toMatchObject({
      error: 'Unhandled',
      payload: {
        errorType: 'RangeError',
        errorMessage: 'out of range',
        trace: expect.arrayContaining(['RangeError: out of range']),
      },
    });
    const { payload: environment } = await invoke('environment');
    expect(environment).toMatchObject({
      AWS_LAMBDA_FUNCTION_NAME: FunctionName,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_REGION: 'eu-north-1',
      AWS_ENDPOINT_URL: runtime.urls.aws,
      PUBLIC_URL: runtime.urls.pages,
      HOME: '/tmp',
      TZ: ':UTC',
    });
    expect(environment).not.toHaveProperty('VITEST');
    await expect(lambda.send(new ListFunctionsCommand({}))).rejects.toMatchObject({
      message: expect.stringContaining('The local runtime does not have Lambda GET'),
    });
    const missing = lambda.send(new InvokeCommand({ FunctionName: 'none' }));
    await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('Lambda tries an asynchronous invocation again when it fails', async () => {
    const lambda = new LambdaClient(clientOptions(runtime));
    const FunctionName = String(runtime.outputs.stepName);
    await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: '{"kind":"fail"}' }));
    await runtime.idle();
    const log = () => readFileSync(`${dataDir}/logs/${FunctionName}.log`, 'utf8').split('step fail').length - 1;
    await expect.poll(log).toBe(4);
  });

  it('STS, CloudWatch and SNS take what is cheap to take, and the rest is named', async () => {
    const call = async (service: string, body: string) => {
      const authorization = `AWS4-HMAC-SHA256 Credential=a/20260302/eu-north-1/${service}/aws4_request, Signature=b`;
      const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(runtime.urls.aws, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text() };
    };
    expect((await call('sts', 'Action=GetCallerIdentity')).text).toContain('<Account>000000000000</Account>');
    expect((await call('sns', 'Action=Publish&Message=hei')).text).toContain('<MessageId>');
    expect((await call('monitoring', 'Action=PutMetricData')).status).toBe(200);
    expect(await call('sts', 'Action=AssumeRole')).toMatchObject({ status: 501 });
    expect((await call('kinesis', 'Action=X')).text).toContain('does not have kinesis');
  });
});
