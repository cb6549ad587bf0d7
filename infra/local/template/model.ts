import type { JsonObject } from '../json.ts';
import type { ScheduleExpression } from '../schedules/expression.ts';
import type { Account } from './identity.ts';

/** A Lambda function as the template describes it. */
export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  /** `file.export`, as in the template. */
  readonly handler: string;
  readonly codeDirectory: string;
  readonly layerDirectories: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** How often a failed asynchronous invocation is tried again (EventInvokeConfig). */
  readonly retries: number;
}

/** A state machine with its substitutions made. */
export interface LocalStateMachine {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly type: string;
  readonly definition: string;
}

/** A table, in the words of DynamoDB's CreateTable. */
export interface LocalTable {
  readonly name: string;
  readonly createTable: JsonObject;
}

/** A bucket. */
export interface LocalBucket {
  readonly name: string;
  readonly versioned: boolean;
}

/** A secret, and how its value is made the first time. */
export interface LocalSecret {
  readonly name: string;
  readonly arn: string;
  readonly value: string | undefined;
  readonly generate: JsonObject | undefined;
}

/** A parameter of Systems Manager's parameter store. */
export interface LocalParameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** A route of the HTTP API and the function that answers it. */
export interface LocalRoute {
  readonly routeKey: string;
  readonly apiId: string;
  readonly functionName: string;
  readonly timeoutMs: number;
}

/** Something that happens again and again. */
export interface LocalSchedule {
  readonly name: string;
  readonly arn: string;
  readonly expression: ScheduleExpression;
  readonly target: ScheduleTarget;
  /** EventBridge Scheduler gives its target a constant, an EventBridge rule describes itself unless told what to send. */
  readonly input: string | undefined;
  readonly describesItself: boolean;
}

/** What a schedule starts. */
export type ScheduleTarget =
  | { readonly kind: 'function'; readonly functionName: string }
  | { readonly kind: 'stateMachine'; readonly arn: string };

/** A function that listens to a topic. */
export interface LocalSubscription {
  readonly topicArn: string;
  readonly functionName: string;
}

/** Where SES tells what became of the mail sent with a configuration set. */
export interface LocalMailEvents {
  readonly configurationSet: string;
  readonly topicArn: string;
  /** `DELIVERY`, `BOUNCE`, `COMPLAINT` … */
  readonly types: readonly string[];
}

/** Everything the runtime plays, read from the templates. */
export interface LocalApp {
  readonly account: Account;
  readonly functions: readonly LocalFunction[];
  readonly stateMachines: readonly LocalStateMachine[];
  readonly tables: readonly LocalTable[];
  readonly buckets: readonly LocalBucket[];
  readonly secrets: readonly LocalSecret[];
  readonly parameters: readonly LocalParameter[];
  readonly routes: readonly LocalRoute[];
  readonly schedules: readonly LocalSchedule[];
  readonly subscriptions: readonly LocalSubscription[];
  readonly mailEvents: readonly LocalMailEvents[];
  /** What the template asks for that has no effect here, in a sentence each. */
  readonly notes: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
}
