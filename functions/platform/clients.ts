import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Makes something at its first use and keeps it for the life of the execution environment. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A stuck connection must fail well before a function's 30 seconds, so that the SDK's own retries get their turn. */
const patience = { maxAttempts: 3, requestHandler: { connectionTimeout: 2_000, requestTimeout: 7_000 } };

/** The table, speaking plain objects; fields that are undefined are left out. */
export const documentClient = once(() =>
  DynamoDBDocumentClient.from(new DynamoDBClient(patience), { marshallOptions: { removeUndefinedValues: true } }),
);
/** S3, for letters. */
export const s3Client = once(() => new S3Client(patience));
/** Secrets Manager. */
export const secretsClient = once(() => new SecretsManagerClient(patience));
/** Step Functions: callbacks, starts and looks. */
export const stepFunctionsClient = once(() => new SFNClient(patience));
/** Lambda, for the preview of a letter; rendering may take a minute. */
export const lambdaClient = once(
  () => new LambdaClient({ ...patience, requestHandler: { connectionTimeout: 2_000, requestTimeout: 65_000 } }),
);
/**
 * Mail. One attempt only and short: SES has no idempotency token, so a retry inside the SDK after a lost answer would
 * send the mail twice unseen. The mailer decides when to try again, and waits longer than this for a sender in flight.
 */
export const mailClient = once(
  () => new SESv2Client({ maxAttempts: 1, requestHandler: { connectionTimeout: 1_500, requestTimeout: 5_000 } }),
);
