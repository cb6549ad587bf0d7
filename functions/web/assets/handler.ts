import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { acceptedEncoding, compress } from '../../platform/http/compression.ts';
import type { StaticFile } from '../../platform/http/static-files.ts';

/** A year: the name changes whenever the content does. */
const longCache = 'public, max-age=31536000, immutable';

/** Answers GET for the style sheet and the fonts. Nothing else is here, and nothing of it is secret. */
export function createAssetsHandler(files: ReadonlyMap<string, StaticFile>) {
  const compressed = new Map<string, Uint8Array>();
  const smaller = (file: StaticFile, encoding: 'br' | 'gzip') => {
    const key = `${encoding}:${file.path}`;
    const known = compressed.get(key) ?? compress(file.content, encoding, 11);
    compressed.set(key, known);
    return known;
  };
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const file = files.get(event.rawPath);
    if (file === undefined) {
      return {
        statusCode: 404,
        headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
        body: 'Not found',
      };
    }
    const encoding = file.type.startsWith('text/') ? acceptedEncoding(event.headers['accept-encoding']) : undefined;
    const body = encoding === undefined ? file.content : smaller(file, encoding);
    return {
      statusCode: 200,
      headers: {
        'content-type': file.type,
        'cache-control': longCache,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        vary: 'accept-encoding',
        ...(encoding && { 'content-encoding': encoding }),
      },
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    };
  };
}
