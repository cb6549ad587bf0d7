import { describe, expect, it } from 'vitest';
import { RouteTable } from '../../../../infra/local/http/routes.ts';

const keys = ['$default', 'ANY /a/{x+}', 'GET /a/{x}', 'ANY /a/{x}', 'GET /a/b', 'GET /a/{x}/c', 'GET /'];
const table = new RouteTable(keys.map((routeKey) => ({ routeKey })));

describe('the choice of a route', () => {
  it.each([
    ['GET', '/a/b', 'GET /a/b', {}],
    ['GET', '/a/z', 'GET /a/{x}', { x: 'z' }],
    ['POST', '/a/b', 'ANY /a/{x}', { x: 'b' }],
    ['GET', '/a/b/c', 'GET /a/{x}/c', { x: 'b' }],
    ['GET', '/a/b/d', 'ANY /a/{x+}', { x: 'b/d' }],
    ['GET', '/', 'GET /', {}],
    ['GET', '/a/', '$default', {}],
    ['GET', '/other', '$default', {}],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(table.match(method, path)).toEqual({ route: { routeKey }, pathParameters });
  });

  it('finds nothing where nothing fits', () => {
    expect(new RouteTable([{ routeKey: 'GET /a' }]).match('POST', '/a')).toBeUndefined();
  });
});
