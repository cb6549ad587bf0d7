import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AssetHashType, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Access, FunctionName, FunctionSpec } from '../workflow/steps.ts';
import { accept } from './accept.ts';
import { grantOf, type Resources } from './access.ts';
import { assetHash } from './asset-hash.ts';
import { functionName, kebab } from './names.ts';

/** How the functions of an app are made. */
export interface FunctionsProps {
  readonly specs: readonly FunctionSpec[];
  readonly resources: Resources;
  /** The asset directory of a function, by name. */
  readonly codeOf: (name: string) => string;
}

/** Every function of `infra/workflow/steps.ts`, by name. */
export class Functions extends Construct {
  private readonly byName: ReadonlyMap<string, WorkflowFunction>;

  constructor(scope: Construct, { specs, resources, codeOf }: FunctionsProps) {
    super(scope, 'Functions');
    this.byName = new Map(
      specs.map((spec) => {
        const made = new WorkflowFunction(this, { spec, resources, code: codeOf(spec.name) });
        for (const access of spec.access) made.give(access);
        return [spec.name, made];
      }),
    );
  }

  get all(): readonly WorkflowFunction[] {
    return [...this.byName.values()];
  }

  /** Throws for a name that is not among the specs the functions were made from. */
  named(name: FunctionName): LambdaFunction {
    const found = this.byName.get(name);
    if (!found) throw new Error(`No function ${name} in infra/workflow/steps.ts`);
    return found.lambda;
  }
}

interface WorkflowFunctionProps {
  readonly spec: FunctionSpec;
  readonly resources: Resources;
  readonly code: string;
}

/** A function with its own role, which may do nothing but write its own log, until it is given access. */
export class WorkflowFunction extends Construct {
  readonly lambda: LambdaFunction;
  private readonly resources: Resources;

  constructor(scope: Construct, { spec, resources, code }: WorkflowFunctionProps) {
    super(scope, spec.name);
    this.resources = resources;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName(spec.name)}`,
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: resources.key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: functionName(spec.name),
      description: `functions/${spec.folder}`,
      code: Code.fromAsset(code, { assetHash: assetHash(code), assetHashType: AssetHashType.CUSTOM }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      // One architecture for all: the Chromium packs are x64 only.
      architecture: Architecture.X86_64,
      memorySize: spec.memoryMb ?? 256,
      timeout: Duration.seconds(spec.timeoutSeconds ?? 30),
      tracing: Tracing.ACTIVE,
      logGroup,
      role: this.createRole(logGroup),
      environment: { APP_ENVIRONMENT: resources.parameters.appEnvironment },
    });
  }

  /** Short name in alarms and the dashboard: `register-case`. */
  get label(): string {
    return kebab(this.node.id);
  }

  /** The one way to reach anything: the permission and the environment variables that name it come together. */
  give(access: Access): void {
    const { environment, statements, wildcards } = grantOf(access, this.resources);
    for (const [name, value] of Object.entries(environment)) this.lambda.addEnvironment(name, value);
    for (const statement of statements) this.lambda.addToRolePolicy(statement);
    for (const { resource, reason } of wildcards ?? []) accept(this, `IAM5[Resource::${resource}]`, reason);
  }

  private createRole(logGroup: LogGroup): Role {
    accept(this, 'IAM5[Resource::*]', 'X-Ray has no resources: traces can be sent to * only.');
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        log: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
          ],
        }),
      },
    });
  }
}
