import type { LocalFunction } from '../template/model.ts';

/** Where the functions find the AWS services. */
export interface LambdaPlace {
  readonly region: string;
  /** The loopback endpoint that plays every service. */
  readonly endpointUrl: string;
  /** DynamoDB has a thread of its own, and the functions go there directly: half of their calls. */
  readonly dynamoUrl: string;
}

/**
 * The environment of a function: what the template gives, and what Lambda itself sets (Lambda developer guide, "Defined
 * runtime environment variables"). Nothing of the machine's own environment comes in, so a missing variable shows here.
 */
export function lambdaEnvironment(definition: LocalFunction, place: LambdaPlace): Record<string, string> {
  const [layer] = definition.layerDirectories;
  return {
    ...definition.environment,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL: place.endpointUrl,
    AWS_ENDPOINT_URL_DYNAMODB: place.dynamoUrl,
    LAMBDA_TASK_ROOT: definition.codeDirectory,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: definition.handler,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: '/tmp',
    // Lambda unpacks layers to /opt, which a laptop's user cannot write. Not a variable of Lambda's.
    ...(layer === undefined ? {} : { LOCAL_LAYER_PATH: definition.layerDirectories.join(':') }),
  };
}
