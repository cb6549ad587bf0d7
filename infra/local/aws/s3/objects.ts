import { AwsError, type Exchange, notImplemented } from '../exchange.ts';
import { element, sendXml } from '../xml.ts';
import { receiveBody } from './body.ts';
import { checkReadConditions, checkWriteConditions, noSuchKey } from './conditions.ts';
import type { Bucket, BucketStore, ObjectVersion } from './store.ts';

/** Where an object request goes. */
export interface ObjectRequest {
  readonly exchange: Exchange;
  readonly bucket: Bucket;
  readonly key: string;
  readonly buckets: BucketStore;
}

const KEPT_HEADER = /^(content-type|content-disposition|content-language|cache-control|expires|x-amz-meta-.+)$/;

/** The operations on one object. */
export async function objectOperation(request: ObjectRequest): Promise<void> {
  const { method, headers } = request.exchange.request;
  const { searchParams } = request.exchange.url;
  const unsupported = ['tagging', 'acl', 'uploads', 'uploadId', 'retention', 'legal-hold', 'attributes', 'select'];
  const parameter = unsupported.find((name) => searchParams.has(name));
  if (parameter !== undefined) throw notImplemented(`S3 ${method} ?${parameter}`);
  if (method === 'PUT' && headers['x-amz-copy-source'] !== undefined) copy(request);
  else if (method === 'PUT') await put(request);
  else if (method === 'GET' || method === 'HEAD') get(request);
  else if (method === 'DELETE') remove(request);
  else throw notImplemented(`S3 ${method} of an object`);
}

async function put({ exchange, bucket, key }: ObjectRequest): Promise<void> {
  const { request, response } = exchange;
  const { content, checksums } = await receiveBody(exchange);
  // Nothing waits between the condition and the write, so of two writers one wins.
  checkWriteConditions(request.headers, bucket.current(key));
  const version = bucket.put({ key, body: content, headers: { ...keptHeaders(exchange), ...checksums } });
  response.writeHead(200, { etag: version.etag, ...versionHeader(bucket, version), ...checksums }).end();
}

function keptHeaders({ request }: Exchange): Record<string, string> {
  const kept = Object.entries(request.headers).filter(([name]) => KEPT_HEADER.test(name));
  return {
    'content-type': 'application/octet-stream',
    ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    ...keptEncoding(request.headers['content-encoding']),
  };
}

/** `aws-chunked` is how the body travelled; what is left is the object's own encoding. */
function keptEncoding(encoding: string | undefined): Record<string, string> {
  const own = (encoding ?? '').split(',').filter((part) => part.trim() !== '' && part.trim() !== 'aws-chunked');
  return own.length > 0 ? { 'content-encoding': own.join(',') } : {};
}

function copy({ exchange, bucket, key, buckets }: ObjectRequest): void {
  const { request } = exchange;
  const [path = '', query] = String(request.headers['x-amz-copy-source']).replace(/^\//, '').split('?');
  const [sourceName = '', ...rest] = decodeURIComponent(path).split('/');
  const source = buckets.get(sourceName);
  if (source === undefined) throw noSuchBucket(sourceName);
  const version = find(source, rest.join('/'), new URLSearchParams(query).get('versionId'));
  checkWriteConditions(request.headers, bucket.current(key));
  const replaces = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const headers = replaces ? keptHeaders(exchange) : version.headers;
  const copied = bucket.put({ key, body: source.read(version), headers });
  for (const [name, value] of Object.entries(versionHeader(bucket, copied))) exchange.response.setHeader(name, value);
  const modified = element('LastModified', new Date(copied.modified).toISOString());
  sendXml(exchange, 200, `<CopyObjectResult>${modified}${element('ETag', copied.etag)}</CopyObjectResult>`);
}

function get({ exchange, bucket, key }: ObjectRequest): void {
  const { request, response, url } = exchange;
  const version = find(bucket, key, url.searchParams.get('versionId'));
  const headers = readHeaders(exchange, bucket, version);
  if (checkReadConditions(request.headers, version)) {
    response.writeHead(304, { etag: version.etag }).end();
    return;
  }
  const range = parseRange(request.headers.range, version.size);
  const whole = { start: 0, end: version.size - 1 };
  const { start, end } = range ?? whole;
  const partial = range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${version.size}` };
  // A checksum is of the whole object, so a part comes without it.
  const checksums =
    range === undefined ? [] : Object.keys(headers).filter((name) => name.startsWith('x-amz-checksum-'));
  for (const name of checksums) delete headers[name];
  const status = range === undefined ? 200 : 206;
  response.writeHead(status, { ...headers, ...partial, 'content-length': end - start + 1 });
  response.end(request.method === 'HEAD' ? undefined : bucket.read(version).subarray(start, end + 1));
}

function readHeaders({ request, url }: Exchange, bucket: Bucket, version: ObjectVersion): Record<string, string> {
  const wantsChecksums = request.headers['x-amz-checksum-mode'] === 'ENABLED';
  const kept = Object.entries(version.headers).filter(
    ([name]) => wantsChecksums || !name.startsWith('x-amz-checksum-'),
  );
  const overrides = ['content-type', 'content-disposition', 'cache-control'].flatMap((name) => {
    const value = url.searchParams.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(overrides),
    etag: version.etag,
    'last-modified': new Date(version.modified).toUTCString(),
    'accept-ranges': 'bytes',
    ...versionHeader(bucket, version),
  };
}

function parseRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start <= end) return { start, end };
  throw new AwsError('InvalidRange', 'The requested range is not satisfiable', { status: 416 });
}

function remove({ exchange, bucket, key }: ObjectRequest): void {
  const versionId = exchange.url.searchParams.get('versionId');
  const version = versionId === null ? undefined : bucket.version(key, versionId);
  if (version !== undefined) bucket.deleteVersion(version);
  const marker = versionId === null ? bucket.delete(key) : undefined;
  const headers = marker === undefined ? {} : { 'x-amz-delete-marker': 'true', ...versionHeader(bucket, marker) };
  exchange.response.writeHead(204, headers).end();
}

function find(bucket: Bucket, key: string, versionId: string | null): ObjectVersion {
  const version = versionId === null ? bucket.current(key) : bucket.version(key, versionId);
  if (version === undefined || version.deleteMarker) throw noSuchKey();
  return version;
}

function versionHeader(bucket: Bucket, version: ObjectVersion): Record<string, string> {
  return bucket.versioned ? { 'x-amz-version-id': version.versionId } : {};
}

/** The error for a bucket that is not there. */
export function noSuchBucket(name: string): AwsError {
  const options = { status: 404, details: { BucketName: name } };
  return new AwsError('NoSuchBucket', 'The specified bucket does not exist', options);
}
