import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Access, accessWords } from '../../infra/workflow/steps.ts';
import { functionOf, specs, statementsOf, synthesize } from './support/synthesized.ts';

const template = synthesize();
const code = globSync('functions/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** The variables each access word stands for, as steps.ts describes them. */
const variables: { readonly [A in Access]: readonly string[] } = {
  table: ['TABLE_NAME'],
  letters: ['LETTERS_BUCKET'],
  uploads: ['UPLOADS_BUCKET', 'PUBLIC_URL'],
  attachments: ['UPLOADS_BUCKET', 'PUBLIC_URL'],
  mail: ['MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'PUBLIC_URL'],
  contacts: ['CONTACT_REGISTER_URL', 'MASKINPORTEN_ISSUER', 'MASKINPORTEN_CLIENT_ID', 'MASKINPORTEN_KEY_SECRET_ID'],
  svarUt: [
    'SVARUT_URL',
    'SVARUT_SECRET_ID',
    'MASKINPORTEN_ISSUER',
    'MASKINPORTEN_CLIENT_ID',
    'MASKINPORTEN_KEY_SECRET_ID',
  ],
  publicUrl: ['PUBLIC_URL'],
  links: ['LINK_SECRET_ID'],
  personKey: ['PERSON_KEY_SECRET_ID'],
  session: ['SESSION_SECRET_ID'],
  submissionKeys: ['SUBMISSION_KEYS_SECRET_ID'],
  signIn: [
    'APPLICANT_ISSUER',
    'APPLICANT_CLIENT_ID',
    'APPLICANT_KEY_SECRET_ID',
    'STAFF_ISSUER',
    'STAFF_CLIENT_ID',
    'STAFF_KEY_SECRET_ID',
    'PUBLIC_URL',
  ],
  callback: [],
  startExecutions: ['APPLICATION_STATE_MACHINE_ARN', 'APPEAL_STATE_MACHINE_ARN'],
  observeExecutions: ['APPLICATION_STATE_MACHINE_ARN', 'APPEAL_STATE_MACHINE_ARN'],
  render: ['RENDER_LETTER_FUNCTION'],
};

/** The services each access word reaches; every function writes its log and its trace. */
const services: { readonly [A in Access]: readonly string[] } = {
  table: ['dynamodb', 'kms'],
  letters: ['s3', 'kms'],
  uploads: ['s3', 'kms'],
  attachments: ['s3', 'kms'],
  mail: ['ses', 'kms'],
  contacts: ['secretsmanager', 'kms'],
  svarUt: ['secretsmanager', 'kms'],
  publicUrl: [],
  links: ['secretsmanager', 'kms'],
  personKey: ['secretsmanager', 'kms'],
  session: ['secretsmanager', 'kms'],
  submissionKeys: ['secretsmanager', 'kms'],
  signIn: ['secretsmanager', 'kms'],
  callback: ['states', 'kms'],
  startExecutions: ['states', 'kms'],
  observeExecutions: ['states', 'kms'],
  render: ['lambda', 'kms'],
};

/** Where failed events go: these two are called by events that nobody else would repeat. */
const calledByEvents = ['WatchCases', 'RecordDelivery'];

describe.each(specs)('$name', ({ name, access }) => {
  const { properties } = functionOf(template, name);

  test('is given the environment its access words declare, and no more', () => {
    const declared = new Set(['APP_ENVIRONMENT', ...access.flatMap((word) => variables[word])]);
    expect(Object.keys(properties.Environment.Variables).sort()).toEqual([...declared].sort());
  });

  test('may reach what its access words say, and no more', () => {
    const statements = statementsOf(template, properties.Role['Fn::GetAtt'][0]);
    const reached = new Set(statements.flatMap(({ actions }) => actions.map((action) => action.split(':')[0])));
    const ownEvents = calledByEvents.includes(name) ? ['sqs'] : [];
    const declared = new Set(['logs', 'xray', ...ownEvents, ...access.flatMap((word) => services[word])]);
    expect([...reached].sort()).toEqual([...declared].sort());
  });
});

test('every access word is used by a function', () => {
  expect([...new Set(specs.flatMap(({ access }) => access))].sort()).toEqual([...accessWords].sort());
});

test('every place the functions give an object in the bucket is one they may use', () => {
  // A key begins with a word and a slash and goes on with ids. `faults/` is there in the local runtime only.
  const places = new Set([...code.matchAll(/`([a-z-]+)\/[^`]*\$\{[^`]*caseId/g)].map(([, place]) => place ?? ''));
  const bucket = JSON.stringify(
    template
      .ofType('AWS::IAM::Role')
      .flatMap(({ id }) => statementsOf(template, id).flatMap(({ resources }) => resources)),
  );
  expect(places.size).toBeGreaterThan(2);
  expect([...places].filter((place) => place !== 'faults' && !bucket.includes(`/${place}/*`))).toEqual([]);
});

test('every call the functions make of AWS is one that is granted', () => {
  const calls = new Set([...code.matchAll(/new (\w+)Command\(/g)].map(([, call]) => call ?? ''));
  const granted = new Set(
    template.ofType('AWS::IAM::Role').flatMap(({ id }) => statementsOf(template, id).flatMap(({ actions }) => actions)),
  );
  expect(calls.size).toBeGreaterThan(5);
  expect([...calls].filter((call) => !granted.has(actionOf[call] ?? `(unknown) ${call}`))).toEqual([]);
});

/** The IAM action behind each SDK command in use; an unknown one has to be looked up and added. */
const actionOf: Readonly<Record<string, string>> = {
  BatchGet: 'dynamodb:BatchGetItem',
  Get: 'dynamodb:GetItem',
  Put: 'dynamodb:PutItem',
  Query: 'dynamodb:Query',
  Update: 'dynamodb:UpdateItem',
  GetObject: 's3:GetObject',
  PutObject: 's3:PutObject',
  DeleteObject: 's3:DeleteObject',
  ListObjectsV2: 's3:ListBucket',
  GetSecretValue: 'secretsmanager:GetSecretValue',
  SendEmail: 'ses:SendEmail',
  SendTaskSuccess: 'states:SendTaskSuccess',
  SendTaskFailure: 'states:SendTaskFailure',
  StartExecution: 'states:StartExecution',
  ListExecutions: 'states:ListExecutions',
  DescribeExecution: 'states:DescribeExecution',
  DescribeStateMachineForExecution: 'states:DescribeStateMachineForExecution',
  GetExecutionHistory: 'states:GetExecutionHistory',
  RedriveExecution: 'states:RedriveExecution',
  Invoke: 'lambda:InvokeFunction',
};
