import { type Attribute, AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { tableIndexes, tableKeys, timeToLive } from '../../functions/platform/dynamo/names.ts';
import { accept } from './accept.ts';

/** The indexes of the table, by the store's own names for them. */
export const indexNames = Object.values(tableIndexes).map(({ name }) => name);

/** The case records and the letters. Nothing here goes away with the stack. */
export class Storage extends Construct {
  readonly table: Table;
  readonly letters: Bucket;

  constructor(scope: Construct, key: IKey) {
    super(scope, 'Storage');
    this.table = this.createTable(key);
    this.letters = this.createLetters(key, this.createAccessLogs());
  }

  private createTable(encryptionKey: IKey): Table {
    const table = new Table(this, 'Cases', {
      partitionKey: text(tableKeys.partition),
      sortKey: text(tableKeys.sort),
      timeToLiveAttribute: timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
    });
    for (const { name, partition, sort } of Object.values(tableIndexes)) {
      table.addGlobalSecondaryIndex({ indexName: name, partitionKey: text(partition), sortKey: text(sort) });
    }
    return table;
  }

  private createLetters(encryptionKey: IKey, serverAccessLogsBucket: IBucket): Bucket {
    return new Bucket(this, 'Letters', {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket,
      lifecycleRules: [
        {
          // Letters are written once. A version is noncurrent only when someone removed one by hand: a year to notice.
          noncurrentVersionExpiration: Duration.days(365),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        {
          // Files sent in with a form that was never sent; what is handed in is copied to `attachments/` and stays.
          prefix: 'uploads/',
          expiration: Duration.days(30),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    });
  }

  private createAccessLogs(): IBucket {
    const logs = new Bucket(this, 'AccessLogs', {
      ...closed,
      // S3 delivers access logs only to buckets encrypted with its own key.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(365), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    accept(logs, 'S1', 'This is the bucket the access logs go to; logging its own writes would never end.');
    // The CDK's own class misses its interface by an optional `policy` (exactOptionalPropertyTypes).
    return logs as IBucket;
  }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
};

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}
