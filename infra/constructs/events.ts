import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import { stateMachineArn } from './access.ts';
import type { Functions } from './functions.ts';
import { product } from './names.ts';

/** What the events are bound to. */
export interface EventsProps {
  readonly functions: Functions;
  readonly deliveries: ITopic;
  readonly alarms: ITopic;
  readonly key: IKey;
}

/** What starts without a person or a state machine: the daily watch, news of sent mail, and executions that ended badly. */
export class Events extends Construct {
  /** Events a function failed on three times; kept, because a lost bounce is a letter nobody got. */
  readonly failed: Queue;

  constructor(scope: Construct, { functions, deliveries, alarms, key }: EventsProps) {
    super(scope, 'Events');
    this.failed = this.createFailed(key);
    this.watchDaily(functions, key);
    this.recordDeliveries(functions, deliveries);
    this.tellOfFailedExecutions(alarms);
  }

  private createFailed(encryptionMasterKey: IKey): Queue {
    const queue = new Queue(this, 'Failed', {
      queueName: `${product}-failed-events`,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(queue, 'SQS3', 'This is where failed events end; an alarm tells of the first one.');
    return queue;
  }

  /**
   * Seen by its ARN only, or the CDK adds wildcard actions on the key; both functions may use the key already, with
   * their table.
   */
  private failedDestination(id: string): SqsDestination {
    return new SqsDestination(Queue.fromQueueArn(this, id, this.failed.queueArn));
  }

  private watchDaily(functions: Functions, key: IKey): void {
    const watch = functions.named('WatchCases');
    watch.configureAsyncInvoke({ onFailure: this.failedDestination('FailedWatch') });
    const role = new Role(this, 'WatchRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
      inlinePolicies: {
        watch: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [watch.functionArn] }),
            new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Watch', {
      name: `${product}-watch-cases`,
      description: 'Before the working day: what is overdue, late or held.',
      scheduleExpression: 'cron(30 6 * * ? *)',
      scheduleExpressionTimezone: 'Europe/Oslo',
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: key.keyArn,
      target: {
        arn: watch.functionArn,
        roleArn: role.roleArn,
        // The time the watch is for comes with the event, also when it runs late (design § 2.2).
        input: JSON.stringify({ now: '<aws.scheduler.scheduled-time>' }),
      },
    });
  }

  private recordDeliveries(functions: Functions, deliveries: ITopic): void {
    const record = functions.named('RecordDelivery');
    record.configureAsyncInvoke({ onFailure: this.failedDestination('FailedRecord') });
    deliveries.addSubscription(new LambdaSubscription(record));
  }

  private tellOfFailedExecutions(alarms: ITopic): void {
    const rule = new Rule(this, 'FailedExecutions', {
      ruleName: `${product}-failed-executions`,
      description: 'Names the execution that ended badly; the alarms only count them.',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [stateMachineArn(this, 'application'), stateMachineArn(this, 'appeal')],
        },
      },
    });
    const [status, execution] = [EventField.fromPath('$.detail.status'), EventField.fromPath('$.detail.executionArn')];
    const message = `${status}: ${execution}. What to do: infra/runbook.md#executions-that-ended-badly`;
    rule.addTarget(new SnsTopic(alarms, { message: RuleTargetInput.fromText(message) }));
  }
}
