import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../core/time.ts';

/** Who signs, and when. The SDK's own presigners read the machine's clock; here time comes from the request. */
export interface Signer {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  readonly region: string;
  readonly now: Instant;
}

const algorithm = 'AWS4-HMAC-SHA256';

/** A condition of a POST policy: an exact field, or a range of lengths in bytes. */
export type PostCondition = Readonly<Record<string, string>> | readonly ['content-length-range', number, number];

/**
 * The fields that let a browser post one file to S3 until `seconds` from now, on these conditions (S3 API reference,
 * "Browser-based uploads using POST").
 */
export function signPost(
  conditions: readonly PostCondition[],
  { seconds, ...signer }: Signer & { readonly seconds: number },
): Record<string, string> {
  const own = {
    'x-amz-algorithm': algorithm,
    'x-amz-credential': `${signer.credentials.accessKeyId}/${scopeOf(signer)}`,
    'x-amz-date': basicTime(signer.now),
    ...(signer.credentials.sessionToken && { 'x-amz-security-token': signer.credentials.sessionToken }),
  };
  const expiration = new Date(Date.parse(signer.now) + seconds * 1000).toISOString();
  const all = [...conditions, ...Object.entries(own).map(([name, value]) => ({ [name]: value }))];
  const policy = Buffer.from(JSON.stringify({ expiration, conditions: all })).toString('base64');
  return { ...own, policy, 'x-amz-signature': signatureOf(policy, signer) };
}

/**
 * The address, signed for GET until `seconds` from now (S3 API reference, "Authenticating requests: using query
 * parameters"). Its path must need no encoding.
 */
export function signGet(
  address: URL,
  {
    parameters,
    seconds,
    ...signer
  }: Signer & { readonly parameters: Record<string, string>; readonly seconds: number },
): string {
  const query = Object.entries({
    ...parameters,
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${signer.credentials.accessKeyId}/${scopeOf(signer)}`,
    'X-Amz-Date': basicTime(signer.now),
    'X-Amz-Expires': String(seconds),
    ...(signer.credentials.sessionToken && { 'X-Amz-Security-Token': signer.credentials.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const request = ['GET', address.pathname, query, `host:${address.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const hash = createHash('sha256').update(request).digest('hex');
  const signature = signatureOf([algorithm, basicTime(signer.now), scopeOf(signer), hash].join('\n'), signer);
  return `${address.origin}${address.pathname}?${query}&X-Amz-Signature=${signature}`;
}

/** Signature Version 4 of a text, for S3, in hexadecimal. */
export function signatureOf(text: string, signer: Signer): string {
  const key = [...scopeOf(signer).split('/')].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${signer.credentials.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

function scopeOf({ region, now }: Signer): string {
  return `${basicTime(now).slice(0, 8)}/${region}/s3/aws4_request`;
}

/** ISO 8601 without separators or fractions: `20261124T090000Z`. */
function basicTime(now: Instant): string {
  return `${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 3986: everything but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
