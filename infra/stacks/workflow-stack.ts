import { CfnCondition, CfnOutput, Fn, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { createAlarmTopic } from '../constructs/alarm-topic.ts';
import { Alarms } from '../constructs/alarms.ts';
import { Overview } from '../constructs/dashboard.ts';
import { createKey } from '../constructs/encryption.ts';
import { Events } from '../constructs/events.ts';
import { Functions } from '../constructs/functions.ts';
import { Pages } from '../constructs/http-api.ts';
import { Mail } from '../constructs/mail.ts';
import { Parameters } from '../constructs/parameters.ts';
import { Secrets } from '../constructs/secrets.ts';
import { StateMachines } from '../constructs/state-machines.ts';
import { Storage } from '../constructs/storage.ts';
import type { FunctionSpec } from '../workflow/steps.ts';

/** What the stack is made of besides its parameters. */
export interface WorkflowStackProps {
  readonly specs: readonly FunctionSpec[];
  /** The asset directory of a function, by name. */
  readonly codeOf: (name: string) => string;
}

/** Everything a municipality's account needs for the workflow. */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, { specs, codeOf }: WorkflowStackProps) {
    super(scope, id, { description: 'Individuell plan: applications, decisions, letters and appeals.' });
    const parameters = new Parameters(this);
    const key = createKey(this);
    const storage = new Storage(this, key);
    const secrets = new Secrets(this, key);
    const mail = new Mail(this, { from: parameters.mailFrom, key });
    const pages = new Pages(this, key);
    const publicUrl = this.publicUrl(parameters, pages);
    const resources = { key, storage, secrets, mail, parameters, publicUrl };
    const functions = new Functions(this, { specs, resources, codeOf });
    pages.route(functions);
    const stateMachines = new StateMachines(this, { functions, key });
    const alarmTopic = createAlarmTopic(this, { key, email: parameters.operationsEmail });
    const events = new Events(this, { functions, deliveries: mail.deliveries, alarms: alarmTopic, key });
    const alarms = new Alarms(this, { functions, stateMachines, failedEvents: events.failed, topic: alarmTopic });
    new Overview(this, { alarms, functions, stateMachines });
    this.tellNames(storage, stateMachines);
    new CfnOutput(this, 'PagesUrl', { value: publicUrl, description: 'Where the pages are reached.' });
    new CfnOutput(this, 'ApiUrl', { value: pages.api.apiEndpoint, description: 'Where PublicUrl has to lead.' });
  }

  /** The names a program needs that looks at the deployed app: the demo, an operator's script. */
  private tellNames(storage: Storage, { machines }: StateMachines): void {
    const names = {
      TableName: storage.table.tableName,
      LettersBucketName: storage.letters.bucketName,
      ApplicationStateMachineArn: machines.application.stateMachineArn,
      AppealStateMachineArn: machines.appeal.stateMachineArn,
    };
    for (const [id, value] of Object.entries(names)) new CfnOutput(this, id, { value });
  }

  /** The address in mail: the parameter, or the API's own when there is none yet. */
  private publicUrl({ publicUrl }: Parameters, { api }: Pages): string {
    const given = new CfnCondition(this, 'HasPublicUrl', {
      expression: Fn.conditionNot(Fn.conditionEquals(publicUrl, '')),
    });
    return Fn.conditionIf(given.logicalId, publicUrl, api.apiEndpoint).toString();
  }
}
