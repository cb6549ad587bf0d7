import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Access } from '../workflow/steps.ts';
import { keyActions } from './encryption.ts';
import type { Mail } from './mail.ts';
import { functionName, type StateMachineKind, stateMachineNames } from './names.ts';
import type { Parameters } from './parameters.ts';
import type { Secrets } from './secrets.ts';
import { indexNames, type Storage } from './storage.ts';

/** What functions can be given access to. */
export interface Resources {
  readonly key: IKey;
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly mail: Mail;
  readonly parameters: Parameters;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** One access word spelled out: what the function reads from its environment, and what it may do. */
export interface Grant {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  /** Wildcards in the statements' resources, as cdk-nag words them, with the reason they are as narrow as can be. */
  readonly wildcards?: readonly { readonly resource: string; readonly reason: string }[];
}

/** The grant of an access word, with everything an encrypted resource needs of the key. */
export function grantOf(access: Access, resources: Resources): Grant {
  const grant = grants[access](resources);
  if (grant.statements.length === 0) return grant;
  return { ...grant, statements: [...grant.statements, allow(keyActions, resources.key.keyArn)] };
}

/**
 * Where objects lie in the letters bucket: letters as sent, copies for the post room, appeals for Statsforvalteren, blank
 * forms.
 */
const objectPatterns = ['letters/*', 'outgoing/*', 'print/*', 'forms/*'];
/** Where files people send in lie: on their way, and with a case. */
const uploadPatterns = ['uploads/*', 'attachments/*'];
const machineNames = Object.values(stateMachineNames);

const grants: { readonly [A in Access]: (resources: Resources) => Grant } = {
  table: ({ storage: { table } }) => ({
    environment: { TABLE_NAME: table.tableName },
    statements: [
      // No Scan and no Delete: nothing scans, and a case record is not erased by the workflow.
      allow(
        ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
        table.tableArn,
        ...indexNames.map((index) => `${table.tableArn}/index/${index}`),
      ),
    ],
  }),
  letters: ({ storage: { letters } }) => ({
    environment: { LETTERS_BUCKET: letters.bucketName },
    statements: [
      allow(['s3:GetObject', 's3:PutObject'], ...objectPatterns.map((keys) => letters.arnForObjects(keys))),
      // Without it S3 answers a missing object with "access denied", and a fault looks like a missing permission.
      allow(['s3:ListBucket'], letters.bucketArn),
    ],
    wildcards: objectPatterns.map((keys) => ({
      resource: `<${Stack.of(letters).getLogicalId(letters.node.defaultChild as CfnBucket)}.Arn>/${keys}`,
      reason: 'Letters have a key per municipality, case and letter; no function may delete them.',
    })),
  }),
  uploads: ({ publicUrl, storage: { letters } }) => ({
    environment: { UPLOADS_BUCKET: letters.bucketName, PUBLIC_URL: publicUrl },
    statements: [
      allow(['s3:GetObject', 's3:PutObject'], ...uploadPatterns.map((keys) => letters.arnForObjects(keys))),
      // What was handed in with a case stays; only what is on its way there is taken back.
      allow(['s3:DeleteObject'], letters.arnForObjects('uploads/*')),
      allow(['s3:ListBucket'], letters.bucketArn),
    ],
    wildcards: uploadPatterns.map((keys) => ({
      resource: `<${Stack.of(letters).getLogicalId(letters.node.defaultChild as CfnBucket)}.Arn>/${keys}`,
      reason: 'Files have a random key per form, or per municipality and case.',
    })),
  }),
  attachments: ({ publicUrl, storage: { letters } }) => ({
    environment: { UPLOADS_BUCKET: letters.bucketName, PUBLIC_URL: publicUrl },
    statements: [allow(['s3:GetObject'], letters.arnForObjects('attachments/*'))],
    wildcards: [
      {
        resource: `<${Stack.of(letters).getLogicalId(letters.node.defaultChild as CfnBucket)}.Arn>/attachments/*`,
        reason: 'Files have a random key per municipality and case.',
      },
    ],
  }),
  mail: ({ mail: { configurationSet, from, identity }, publicUrl }) => ({
    environment: {
      MAIL_FROM: from,
      MAIL_CONFIGURATION_SET: configurationSet.configurationSetName,
      PUBLIC_URL: publicUrl,
    },
    statements: [
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          identity.emailIdentityArn,
          Stack.of(identity).formatArn({
            service: 'ses',
            resource: 'configuration-set',
            resourceName: configurationSet.configurationSetName,
          }),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': from } },
      }),
    ],
  }),
  contacts: ({ parameters, secrets }) => {
    const key = secretGrant({ MASKINPORTEN_KEY_SECRET_ID: secrets.maskinportenKey });
    return {
      environment: {
        ...key.environment,
        CONTACT_REGISTER_URL: parameters.contactRegisterUrl,
        MASKINPORTEN_ISSUER: parameters.maskinportenIssuer,
        MASKINPORTEN_CLIENT_ID: parameters.maskinportenClientId,
      },
      statements: key.statements,
    };
  },
  svarUt: ({ parameters, secrets }) => {
    const key = secretGrant({
      MASKINPORTEN_KEY_SECRET_ID: secrets.maskinportenKey,
      SVARUT_SECRET_ID: secrets.svarUtIntegration,
    });
    return {
      environment: {
        ...key.environment,
        SVARUT_URL: parameters.svarUtUrl,
        MASKINPORTEN_ISSUER: parameters.maskinportenIssuer,
        MASKINPORTEN_CLIENT_ID: parameters.maskinportenClientId,
      },
      statements: key.statements,
    };
  },
  publicUrl: ({ publicUrl }) => ({ environment: { PUBLIC_URL: publicUrl }, statements: [] }),
  links: ({ secrets }) => secretGrant({ LINK_SECRET_ID: secrets.link }),
  personKey: ({ secrets }) => secretGrant({ PERSON_KEY_SECRET_ID: secrets.personKey }),
  session: ({ secrets }) => secretGrant({ SESSION_SECRET_ID: secrets.session }),
  submissionKeys: ({ secrets }) => secretGrant({ SUBMISSION_KEYS_SECRET_ID: secrets.submissionKeys }),
  signIn: ({ parameters, publicUrl, secrets }) => {
    const keys = secretGrant({ APPLICANT_KEY_SECRET_ID: secrets.applicantKey, STAFF_KEY_SECRET_ID: secrets.staffKey });
    return {
      environment: {
        ...keys.environment,
        APPLICANT_ISSUER: parameters.applicantIssuer,
        APPLICANT_CLIENT_ID: parameters.applicantClientId,
        STAFF_ISSUER: parameters.staffIssuer,
        STAFF_CLIENT_ID: parameters.staffClientId,
        PUBLIC_URL: publicUrl,
      },
      statements: keys.statements,
    };
  },
  callback: ({ storage }) => ({
    environment: {},
    statements: [allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], ...machineArns(storage))],
  }),
  startExecutions: ({ storage }) => ({
    environment: machineEnvironment(storage),
    statements: [allow(['states:StartExecution'], ...machineArns(storage))],
  }),
  observeExecutions: ({ storage }) => ({
    environment: machineEnvironment(storage),
    statements: [
      allow(['states:ListExecutions'], ...machineArns(storage)),
      allow(
        [
          'states:DescribeExecution',
          'states:DescribeStateMachineForExecution',
          'states:GetExecutionHistory',
          'states:RedriveExecution',
        ],
        ...machineNames.map((name) => arn(storage, 'states', 'execution', `${name}:*`)),
      ),
    ],
    wildcards: machineNames.map((name) => ({
      resource: `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:*`,
      reason: 'Every execution of this one state machine: operations may look at any case and redrive it.',
    })),
  }),
  render: ({ storage }) => {
    const name = functionName('RenderLetter');
    return {
      environment: { RENDER_LETTER_FUNCTION: name },
      statements: [allow(['lambda:InvokeFunction'], arn(storage, 'lambda', 'function', name))],
    };
  },
};

/** Composed from the fixed name: the machine refers to functions, so functions cannot refer to the machine. */
export function stateMachineArn(scope: Construct, kind: StateMachineKind): string {
  return arn(scope, 'states', 'stateMachine', stateMachineNames[kind]);
}

function machineArns(scope: Construct): string[] {
  return [stateMachineArn(scope, 'application'), stateMachineArn(scope, 'appeal')];
}

function machineEnvironment(scope: Construct): Record<string, string> {
  return {
    APPLICATION_STATE_MACHINE_ARN: stateMachineArn(scope, 'application'),
    APPEAL_STATE_MACHINE_ARN: stateMachineArn(scope, 'appeal'),
  };
}

function secretGrant(secrets: Readonly<Record<string, Secret>>): Grant {
  return {
    environment: Object.fromEntries(Object.entries(secrets).map(([name, { secretArn }]) => [name, secretArn])),
    statements: [allow(['secretsmanager:GetSecretValue'], ...Object.values(secrets).map(({ secretArn }) => secretArn))],
  };
}

function allow(actions: readonly string[], ...resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

function arn(scope: Construct, ...[service, resource, resourceName]: [string, string, string]): string {
  return Stack.of(scope).formatArn({ service, resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
}
