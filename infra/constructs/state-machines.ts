import { readFileSync } from 'node:fs';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { steps } from '../workflow/steps.ts';
import { accept } from './accept.ts';
import { stateMachineArn } from './access.ts';
import { keyActions } from './encryption.ts';
import type { Functions } from './functions.ts';
import { type StateMachineKind, stateMachineNames } from './names.ts';

/** The definition files: the same text is deployed, and played by the local runtime. */
export const definitionFiles: Readonly<Record<StateMachineKind, URL>> = {
  application: new URL('../workflow/application.asl.json', import.meta.url),
  appeal: new URL('../workflow/appeal.asl.json', import.meta.url),
};

/** The names a definition has `${…}` for. */
export function substitutionsIn(definition: string): string[] {
  return [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].flatMap(([, name]) => name ?? []))];
}

/** The two workflows, each with its own role that may invoke the functions its definition names. */
export class StateMachines extends Construct {
  readonly machines: Readonly<Record<StateMachineKind, StateMachine>>;
  private readonly functions: Functions;
  private readonly key: IKey;

  constructor(scope: Construct, { functions, key }: { readonly functions: Functions; readonly key: IKey }) {
    super(scope, 'StateMachines');
    this.functions = functions;
    this.key = key;
    this.machines = { application: this.create('application'), appeal: this.create('appeal') };
  }

  private create(kind: StateMachineKind): StateMachine {
    const place = new Construct(this, kind === 'application' ? 'Application' : 'Appeal');
    // Without the file's indentation, both together are a tenth of the megabyte a template may be.
    const definition = JSON.stringify(JSON.parse(readFileSync(definitionFiles[kind], 'utf8')));
    const logGroup = new LogGroup(place, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${stateMachineNames[kind]}`,
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const machine = new StateMachine(place, 'Machine', {
      stateMachineName: stateMachineNames[kind],
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: this.substitutions(definition),
      role: this.createRole(place, definition),
      tracingEnabled: true,
      // Execution data are references only, but a log is read by more people than a case.
      logs: { destination: logGroup, level: LogLevel.ERROR, includeExecutionData: false },
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(this.key, Duration.minutes(5)),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(
      place,
      'SF1',
      'ALL would log every state of every case. Errors are logged; the history is in the execution.',
    );
    accept(place, 'IAM5[Resource::*]', 'X-Ray and the delivery of logs have no resources to name.');
    return machine;
  }

  private substitutions(definition: string): Record<string, string> {
    return Object.fromEntries(substitutionsIn(definition).map((name) => [name, this.substitution(name)]));
  }

  private substitution(name: string): string {
    if (name === 'ApplicationStateMachine') return stateMachineArn(this, 'application');
    if (name === 'AppealStateMachine') return stateMachineArn(this, 'appeal');
    return this.step(name).functionArn;
  }

  private step(name: string) {
    const step = steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`A definition names \${${name}}, which is no step of infra/workflow/steps.ts`);
    return this.functions.named(step.name);
  }

  private createRole(scope: Construct, definition: string): Role {
    const functionArns = substitutionsIn(definition)
      .filter((name) => !name.endsWith('StateMachine'))
      .map((name) => this.step(name).functionArn);
    const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });
    return new Role(scope, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: {
        work: new PolicyDocument({
          statements: [
            allow(['lambda:InvokeFunction'], functionArns),
            // A case near a year goes on in a new execution; an appeal is an execution of its own, and may give back.
            allow(['states:StartExecution'], [stateMachineArn(this, 'application'), stateMachineArn(this, 'appeal')]),
            allow(keyActions, [this.key.keyArn]),
          ],
        }),
      },
    });
  }
}
