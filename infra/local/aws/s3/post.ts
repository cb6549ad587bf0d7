import { AwsError, type Exchange, readBody } from '../exchange.ts';
import { element, sendXml } from '../xml.ts';
import { checkPolicy } from './post-policy.ts';
import type { Bucket, ObjectVersion } from './store.ts';

/** Where a browser's post goes. */
interface PostRequest {
  readonly exchange: Exchange;
  readonly name: string;
  readonly bucket: Bucket;
  /** Epoch milliseconds, moved clock. */
  readonly now: number;
}

/** POST Object: a form with one file, sent by a browser (S3 API reference, "POST Object"). */
export async function postObject({ exchange, name, bucket, now }: PostRequest): Promise<void> {
  const { fields, file } = await readForm(exchange);
  checkPolicy({ bucket: name, fields, bytes: file.length }, now);
  const kept = [...fields].filter(([field]) =>
    /^(content-type|content-disposition|cache-control|x-amz-meta-.+)$/.test(field),
  );
  const headers = { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) };
  const version = bucket.put({ key: fields.get('key') ?? '', body: file, headers });
  answer(exchange, { name, fields, version });
}

/** The fields up to the file; S3 ignores what comes after it. */
async function readForm({ request }: Exchange): Promise<{ fields: Map<string, string>; file: Buffer }> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const fields = new Map<string, string>();
  for (const [name, value] of await parse(body, type)) {
    if (typeof value !== 'string') return { fields, file: Buffer.from(await value.arrayBuffer()) };
    if (name === 'file') return { fields, file: Buffer.from(value) };
    fields.set(name.toLowerCase(), value);
  }
  throw new AwsError('InvalidArgument', 'POST requires exactly one file upload per request.');
}

async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new AwsError('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
  }
}

interface Posted {
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly version: ObjectVersion;
}

function answer(exchange: Exchange, { name, fields, version }: Posted): void {
  const { response } = exchange;
  response.setHeader('etag', version.etag);
  const redirect = fields.get('success_action_redirect') ?? '';
  if (URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [key, value] of Object.entries({ bucket: name, key: version.key, etag: version.etag })) {
      target.searchParams.append(key, value);
    }
    response.writeHead(303, { location: target.href }).end();
    return;
  }
  const status = fields.get('success_action_status');
  if (status !== '201') {
    response.writeHead(status === '200' ? 200 : 204).end();
    return;
  }
  const location = element('Location', `/${name}/${version.key}`);
  const rest = element('Bucket', name) + element('Key', version.key) + element('ETag', version.etag);
  sendXml(exchange, 201, `<PostResponse>${location}${rest}</PostResponse>`);
}
