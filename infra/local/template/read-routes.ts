import { asNumber, asString } from '../json.ts';
import { physicalName, type Resource } from './identity.ts';
import type { LocalRoute } from './model.ts';
import { functionNameOf } from './read-functions.ts';

/** An HTTP API waits thirty seconds at most (API Gateway quotas for HTTP APIs). */
const MAXIMUM_TIMEOUT_MS = 30_000;

/** Reads the HTTP API's routes with the function behind each; what is not a plain Lambda integration is refused. */
export function readRoutes(resources: readonly Resource[]): LocalRoute[] {
  const integrations = new Map(
    resources
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Integration')
      .map((resource) => [physicalName(resource), resource] as const),
  );
  return resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
    .map(({ logicalId, properties }) => {
      const target = asString(properties.Target)?.replace(/^integrations\//, '') ?? '';
      const integration = integrations.get(target);
      if (integration === undefined) throw new Error(`${logicalId}: no integration ${target}`);
      refuseWhatIsNotPlayed(logicalId, properties, integration.properties);
      return {
        routeKey: String(properties.RouteKey),
        apiId: String(properties.ApiId),
        functionName: functionNameOf(integration.properties.IntegrationUri),
        timeoutMs: asNumber(integration.properties.TimeoutInMillis) ?? MAXIMUM_TIMEOUT_MS,
      };
    });
}

type Properties = Resource['properties'];

function refuseWhatIsNotPlayed(logicalId: string, route: Properties, integration: Properties): void {
  const authorization = asString(route.AuthorizationType) ?? 'NONE';
  if (authorization !== 'NONE') throw new Error(`${logicalId}: authorization ${authorization} is not played locally`);
  if (integration.IntegrationType !== 'AWS_PROXY' || integration.PayloadFormatVersion !== '2.0') {
    throw new Error(`${logicalId}: only Lambda integrations with payload format 2.0 are played locally`);
  }
}
