import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, caseMetric } from './alarms.ts';
import type { Functions } from './functions.ts';
import { product } from './names.ts';
import type { StateMachines } from './state-machines.ts';

/** What the dashboard shows. */
export interface OverviewProps {
  readonly alarms: Alarms;
  readonly functions: Functions;
  readonly stateMachines: StateMachines;
}

/** One page that answers: is anyone waiting longer than the law allows, and is anything broken? */
export class Overview extends Construct {
  constructor(scope: Construct, { alarms, functions, stateMachines }: OverviewProps) {
    super(scope, 'Overview');
    const day = Duration.days(1);
    const latest = (name: Parameters<typeof caseMetric>[0]) => caseMetric(name, day, Stats.MAXIMUM);
    const { application, appeal } = stateMachines.machines;
    new Dashboard(this, 'Dashboard', {
      dashboardName: product,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms.all], width: 24, height: 6 })],
        [
          new SingleValueWidget({
            title: 'At the last daily look',
            metrics: [latest('NoticesLate'), latest('TasksOverdue'), latest('HoldsOpen')],
            width: 12,
          }),
          graph('Days from application to letter', [
            caseMetric('SubmitToLetterDays', day, Stats.p(50)),
            caseMetric('SubmitToLetterDays', day, Stats.p(95)),
          ]),
        ],
        [
          graph('Executions started', [application.metricStarted(), appeal.metricStarted()]),
          graph('What went wrong', [
            caseMetric('CasesHeld', day),
            caseMetric('LettersFailed', day),
            caseMetric('MailBounced', day),
          ]),
        ],
        [
          graph(
            'Errors of functions',
            each(functions, ({ lambda }) => lambda.metricErrors()),
          ),
          graph(
            'Time of functions',
            each(functions, ({ lambda }) => lambda.metricDuration({ statistic: Stats.p(95) })),
          ),
        ],
      ],
    });
  }
}

function graph(title: string, left: IMetric[]): IWidget {
  return new GraphWidget({ title, left, width: 12 });
}

function each({ all }: Functions, metric: (made: Functions['all'][number]) => IMetric): IMetric[] {
  return all.map(metric);
}
