import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { FunctionName } from '../workflow/steps.ts';
import { accept } from './accept.ts';
import type { Functions } from './functions.ts';
import { product } from './names.ts';

/** Which function answers which paths; all others are WebPublic's. */
const routes: Readonly<Record<string, FunctionName>> = {
  '/t/{proxy+}': 'WebTasks',
  '/operations': 'WebOperations',
  '/operations/{proxy+}': 'WebOperations',
  '/assets/{proxy+}': 'WebAssets',
  '/api/{proxy+}': 'WebApi',
};

/**
 * Requests a second on the interface for other systems, of its own: whoever floods it without a key takes nothing from
 * the pages, and nothing of a municipality's quota, which counts signed requests only.
 */
const apiThrottle = { route: 'ANY /api/{proxy+}', rateLimit: 20, burstLimit: 40 };

/** The pages. The functions behind refer to its address, so it is made before them and gets its routes after. */
export class Pages extends Construct {
  readonly api: HttpApi;
  private readonly stage: HttpStage;

  constructor(scope: Construct, key: IKey) {
    super(scope, 'Pages');
    this.api = new HttpApi(this, 'Api', { apiName: product, createDefaultStage: false });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'Logs', {
            logGroupName: `/aws/vendedlogs/apis/${product}`,
            retention: RetentionDays.ONE_YEAR,
            encryptionKey: key,
            removalPolicy: RemovalPolicy.RETAIN,
          }),
        ),
        format: accessLogFormat,
      },
    });
  }

  /** Binds the routes to the web functions. */
  route(functions: Functions): void {
    for (const [path, name] of Object.entries(routes)) {
      this.bind(HttpRouteKey.with(path, HttpMethod.ANY), functions.named(name));
    }
    this.bind(HttpRouteKey.DEFAULT, functions.named('WebPublic'));
    this.throttle(apiThrottle);
    accept(
      this,
      'APIG4',
      'The pages are public; the functions sign people in (OpenID Connect) where a page asks for it, and judge the signature of a form vendor.',
    );
  }

  private throttle({ route, rateLimit, burstLimit }: typeof apiThrottle): void {
    const { defaultChild } = this.stage.node;
    if (!(defaultChild instanceof CfnStage)) throw new Error('The stage has no resource of its own');
    defaultChild.routeSettings = { [route]: { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit } };
    // A stage can set what is already there only.
    defaultChild.node.addDependency(this.node.findChild(`Route ${route}`));
  }

  private bind(routeKey: HttpRouteKey, handler: IFunction): void {
    const id = `Route ${routeKey.key}`;
    new HttpRoute(this, id, { httpApi: this.api, routeKey, integration: new HttpLambdaIntegration(id, handler) });
  }
}

// The route and not the path: a path has case ids, and in a task link the secret. No address of the visitor either.
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    error: '$context.integrationErrorMessage',
  }),
);
