/** A route key of an HTTP API (`GET /cases/{id}`, `ANY /x/{proxy+}`, `$default`), ready to be compared. */
interface Pattern {
  readonly method: string;
  readonly segments: readonly string[];
  readonly greedy: boolean;
}

/** A route that fits, with the values of its path parameters. */
export interface Match<Route> {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Chooses routes as API Gateway does (developer guide, "Routes for HTTP APIs"): a full match first, then one with a greedy
 * variable, then `$default`; a literal segment before a variable, a named method before ANY.
 */
export class RouteTable<Route extends { readonly routeKey: string }> {
  readonly #routes: readonly { readonly route: Route; readonly pattern: Pattern }[];
  readonly #fallback: Route | undefined;

  constructor(routes: readonly Route[]) {
    this.#fallback = routes.find(({ routeKey }) => routeKey === '$default');
    this.#routes = routes
      .filter(({ routeKey }) => routeKey !== '$default')
      .map((route) => ({ route, pattern: parse(route.routeKey) }))
      .sort((one, other) => rank(one.pattern).localeCompare(rank(other.pattern)));
  }

  /** Finds the route for a method and a decoded path. */
  match(method: string, path: string): Match<Route> | undefined {
    const segments = split(path);
    for (const { route, pattern } of this.#routes) {
      if (pattern.method !== 'ANY' && pattern.method !== method) continue;
      const pathParameters = bind(pattern, segments);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return this.#fallback === undefined ? undefined : { route: this.#fallback, pathParameters: {} };
  }
}

function parse(routeKey: string): Pattern {
  const [method = '', path = ''] = routeKey.split(' ');
  const segments = split(path);
  return { method, segments, greedy: segments.at(-1)?.endsWith('+}') ?? false };
}

function split(path: string): string[] {
  return path.split('/').slice(1);
}

/** Sorts the more particular pattern first. */
function rank({ method, segments, greedy }: Pattern): string {
  const shape = segments
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'))
    .join('');
  return `${greedy ? 1 : 0}${shape}${method === 'ANY' ? 1 : 0}`;
}

function bind({ segments, greedy }: Pattern, path: readonly string[]): Record<string, string> | undefined {
  if (greedy ? path.length < segments.length : path.length !== segments.length) return undefined;
  const bound: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = path[index] ?? '';
    if (segment.endsWith('+}')) {
      const rest = path.slice(index).join('/');
      if (rest === '') return undefined;
      bound[segment.slice(1, -2)] = rest;
    } else if (segment.startsWith('{')) {
      if (value === '') return undefined;
      bound[segment.slice(1, -1)] = value;
    } else if (segment !== value) return undefined;
  }
  return bound;
}
