import { type Exchange, isBrowserPost, notImplemented, readBody, type Service } from '../exchange.ts';
import { element, sendXml } from '../xml.ts';
import { listObjects, listVersions } from './listing.ts';
import { noSuchBucket, objectOperation } from './objects.ts';
import { postObject } from './post.ts';
import { checkPresigned } from './signature.ts';
import type { BucketStore } from './store.ts';

/**
 * S3 in path style (`/bucket/key`), which the SDKs choose by themselves for an IP address. What a browser sends is held
 * to its signature; the functions' own calls are not.
 */
export function s3Service(buckets: BucketStore, now: () => number): Service {
  return async (exchange) => {
    checkPresigned(exchange, now());
    const [, name = '', ...rest] = exchange.url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    if (name === '') listBuckets(exchange, buckets);
    else if (key === '') await bucketOperation(exchange, name, { buckets, now });
    else {
      const bucket = buckets.get(name);
      if (bucket === undefined) throw noSuchBucket(name);
      await objectOperation({ exchange, bucket, key, buckets });
    }
  };
}

function listBuckets(exchange: Exchange, buckets: BucketStore): void {
  if (exchange.request.method !== 'GET') throw notImplemented(`S3 ${exchange.request.method} /`);
  const rows = buckets.names().map((name) => `<Bucket>${element('Name', name)}</Bucket>`);
  sendXml(exchange, 200, `<ListAllMyBucketsResult><Buckets>${rows.join('')}</Buckets></ListAllMyBucketsResult>`);
}

/** A bucket made by hand lives as long as the process; its objects stay on disk. Those of the templates come back. */
async function bucketOperation(
  exchange: Exchange,
  name: string,
  { buckets, now }: { buckets: BucketStore; now: () => number },
): Promise<void> {
  const { request, response, url } = exchange;
  const query = url.searchParams;
  if (request.method === 'PUT' && query.size === 0) {
    await readBody(request);
    buckets.create(name, false);
    response.writeHead(200, { location: `/${name}` }).end();
    return;
  }
  const bucket = buckets.get(name);
  if (bucket === undefined) throw noSuchBucket(name);
  if (request.method === 'POST' && isBrowserPost(request)) await postObject({ exchange, name, bucket, now: now() });
  else if (request.method === 'HEAD') response.writeHead(200).end();
  else if (request.method === 'GET' && query.has('versions')) listVersions(exchange, name, bucket);
  else if (request.method === 'GET' && query.get('list-type') === '2') listObjects(exchange, name, bucket);
  else throw notImplemented(`S3 ${request.method} of a bucket ${url.search}`);
}
