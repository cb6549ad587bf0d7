import type { Exchange } from '../exchange.ts';
import { element, sendXml } from '../xml.ts';
import type { Bucket, ObjectVersion } from './store.ts';

/** ListObjectsV2: by prefix and delimiter, in pages. */
export function listObjects(exchange: Exchange, name: string, bucket: Bucket): void {
  const query = exchange.url.searchParams;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maximum = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString('utf8');
  const entries = group(bucket.list(prefix), prefix, delimiter).filter(({ name: entry }) => isAfter(entry, after));
  const page = entries.slice(0, maximum);
  const last = page.at(-1);
  const truncated = entries.length > page.length && last !== undefined;
  const next = truncated ? element('NextContinuationToken', Buffer.from(last.name).toString('base64url')) : '';
  const head = [
    element('Name', name),
    element('Prefix', prefix),
    element('KeyCount', page.length),
    element('MaxKeys', maximum),
    element('IsTruncated', truncated),
  ];
  sendXml(exchange, 200, `<ListBucketResult>${head.join('')}${next}${page.map(show).join('')}</ListBucketResult>`);
}

/** An object, or what several keys have in common up to the delimiter. */
interface Entry {
  readonly name: string;
  readonly object: ObjectVersion | undefined;
}

function group(objects: readonly ObjectVersion[], prefix: string, delimiter: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const object of objects) {
    const at = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = at < 0 ? object.key : object.key.slice(0, at + delimiter.length);
    entries.set(name, { name, object: at < 0 ? object : undefined });
  }
  return [...entries.values()];
}

function isAfter(name: string, after: string): boolean {
  return Buffer.compare(Buffer.from(name), Buffer.from(after)) > 0;
}

function show({ name, object }: Entry): string {
  if (object === undefined) return `<CommonPrefixes>${element('Prefix', name)}</CommonPrefixes>`;
  return `<Contents>${element('Key', object.key)}${describe(object)}</Contents>`;
}

function describe({ modified, etag, size }: ObjectVersion): string {
  const parts = [
    element('LastModified', new Date(modified).toISOString()),
    element('ETag', etag),
    element('Size', size),
    element('StorageClass', 'STANDARD'),
  ];
  return parts.join('');
}

/** ListObjectVersions, in one page. */
export function listVersions(exchange: Exchange, name: string, bucket: Bucket): void {
  const prefix = exchange.url.searchParams.get('prefix') ?? '';
  const rows = bucket.listVersions(prefix).map((version, index, all) => {
    const latest = all[index - 1]?.key !== version.key;
    const head = [
      element('Key', version.key),
      element('VersionId', version.versionId),
      element('IsLatest', latest),
    ].join('');
    const kind = version.deleteMarker ? 'DeleteMarker' : 'Version';
    return `<${kind}>${head}${describe(version)}</${kind}>`;
  });
  const head = element('Name', name) + element('Prefix', prefix) + element('IsTruncated', false);
  sendXml(exchange, 200, `<ListVersionsResult>${head}${rows.join('')}</ListVersionsResult>`);
}
