import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type MetricName, metricNamespace, metricService } from '../../functions/platform/metric-names.ts';
import type { Functions } from './functions.ts';
import { product } from './names.ts';
import type { StateMachines } from './state-machines.ts';

/** What the alarms watch, and where they tell. */
export interface AlarmsProps {
  readonly functions: Functions;
  readonly stateMachines: StateMachines;
  readonly failedEvents: IQueue;
  readonly topic: ITopic;
}

interface AlarmSpec {
  /** Name without the product: `letters-failed`. */
  readonly name: string;
  /** One sentence: what it means. */
  readonly meaning: string;
  /** Heading in the runbook, as an anchor. */
  readonly runbook: string;
  readonly metric: IMetric;
  readonly trigger?: Partial<Trigger>;
}

interface Trigger {
  readonly threshold: number;
  readonly comparisonOperator: ComparisonOperator;
  readonly evaluationPeriods: number;
  readonly treatMissingData: TreatMissingData;
}

/** Every alarm has a name, a sentence and a section of the runbook. No case id: an alarm counts, the pages name. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, { functions, stateMachines, failedEvents, topic }: AlarmsProps) {
    super(scope, 'Alarms');
    const specs = [
      ...executionAlarms(stateMachines),
      ...caseAlarms,
      ...functionAlarms(functions),
      failedEventsAlarm(failedEvents),
    ];
    this.all = specs.map((spec) => this.create(spec, topic));
  }

  private create({ name, meaning, runbook, metric, trigger }: AlarmSpec, topic: ITopic): Alarm {
    const alarm = new Alarm(this, name, {
      alarmName: `${product}-${name}`,
      alarmDescription: `${meaning} What to do: infra/runbook.md#${runbook}`,
      metric,
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...trigger,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    return alarm;
  }
}

/** The metric the functions count (functions/platform/metrics.ts), over all municipalities. */
export function caseMetric(metricName: MetricName, period: Duration, statistic: string = Stats.SUM): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: metricService },
    period,
    statistic,
  });
}

function executionAlarms({ machines }: StateMachines): AlarmSpec[] {
  const period = Duration.minutes(5);
  return Object.entries(machines).flatMap(([kind, machine]) => [
    {
      name: `${kind}-executions-failed`,
      meaning: `An execution of the ${kind} workflow failed: its lanes stand still and its legal clock is silent.`,
      runbook: 'executions-that-ended-badly',
      metric: machine.metricFailed({ period }),
    },
    {
      name: `${kind}-executions-timed-out`,
      meaning: `An execution of the ${kind} workflow ran into a time limit, which none should have.`,
      runbook: 'executions-that-ended-badly',
      metric: machine.metricTimedOut({ period }),
    },
    {
      name: `${kind}-executions-aborted`,
      meaning: `Somebody stopped an execution of the ${kind} workflow from outside.`,
      runbook: 'executions-that-ended-badly',
      metric: machine.metricAborted({ period }),
    },
  ]);
}

const soon = Duration.minutes(5);
const caseAlarms: readonly AlarmSpec[] = [
  {
    name: 'notices-late',
    meaning: 'A case has passed its promised date without an answer or a new notice (fvl § 11 a).',
    runbook: 'notices-late',
    metric: caseMetric('NoticesLate', soon),
  },
  {
    name: 'tasks-overdue',
    meaning: 'A human task went a whole round without an answer.',
    runbook: 'tasks-overdue',
    metric: caseMetric('TasksOverdue', soon),
  },
  {
    name: 'letters-failed',
    meaning: 'A letter could not be made or failed its checks, and was not sent.',
    runbook: 'letters-failed',
    metric: caseMetric('LettersFailed', soon),
  },
  {
    name: 'cases-held',
    meaning: 'A lane of a case stopped at a failed step and waits for operations.',
    runbook: 'cases-held',
    metric: caseMetric('CasesHeld', soon),
  },
  {
    name: 'mail-bounced',
    meaning: 'A mail bounced for good: someone was not told.',
    runbook: 'mail-bounced',
    metric: caseMetric('MailBounced', soon),
  },
  {
    name: 'heartbeat-missing',
    meaning: 'The daily watch did not run: nobody looks for what is overdue or late.',
    runbook: 'heartbeat-missing',
    // One beat at 06:30; 26 hours without one, as a day of 25 hours comes once a year.
    metric: caseMetric('Heartbeat', Duration.hours(1), Stats.SAMPLE_COUNT),
    trigger: {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 26,
      treatMissingData: TreatMissingData.BREACHING,
    },
  },
];

function functionAlarms({ all }: Functions): AlarmSpec[] {
  return all.flatMap(({ label, lambda }) => [
    {
      name: `${label}-errors`,
      meaning: `The function ${label} failed or timed out.`,
      runbook: 'function-errors',
      metric: lambda.metricErrors({ period: soon }),
    },
    {
      name: `${label}-throttles`,
      meaning: `The function ${label} was called more often at once than the account allows.`,
      runbook: 'function-throttles',
      metric: lambda.metricThrottles({ period: soon }),
    },
  ]);
}

function failedEventsAlarm(queue: IQueue): AlarmSpec {
  return {
    name: 'failed-events',
    meaning: 'An event (news of a mail, or the daily watch) failed three times and lies in the queue.',
    runbook: 'failed-events',
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: soon, statistic: Stats.MAXIMUM }),
  };
}
