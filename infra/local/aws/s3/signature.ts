import { createHash, createHmac } from 'node:crypto';
import { AwsError, type Exchange } from '../exchange.ts';

/** Checks a text's signature: on loopback an access key's secret is the key's own id. `credential` has the scope in it. */
export function checkSignature(
  text: string,
  { credential, signature }: { credential: string; signature: string },
): void {
  const [accessKeyId = '', ...scope] = credential.split('/');
  const key = scope.reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${accessKeyId}`,
  );
  if (scope.length === 4 && createHmac('sha256', key).update(text).digest('hex') === signature) return;
  const message = 'The request signature we calculated does not match the signature you provided.';
  throw new AwsError('SignatureDoesNotMatch', message, { status: 403 });
}

/**
 * Holds a presigned request to its signature and its time (S3 API reference, "Authenticating requests: query
 * parameters").
 */
export function checkPresigned({ request, url }: Exchange, now: number): void {
  const query = url.searchParams;
  const value = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  if (value('Signature') === '') return;
  const names = value('SignedHeaders').split(';');
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, text]) => `${encode(name)}=${encode(text)}`)
    .sort();
  const hashed = createHash('sha256')
    .update(
      [request.method, url.pathname, parameters.join('&'), headers, names.join(';'), 'UNSIGNED-PAYLOAD'].join('\n'),
    )
    .digest('hex');
  const scope = value('Credential').split('/').slice(1).join('/');
  const text = [value('Algorithm'), value('Date'), scope, hashed].join('\n');
  checkSignature(text, { credential: value('Credential'), signature: value('Signature') });
  checkTime(value('Date'), Number(value('Expires')), now);
}

/** AWS lets clocks differ by a quarter of an hour, and a signature live a week. */
const SKEW_MS = 15 * 60 * 1000;
const LONGEST_SECONDS = 7 * 24 * 60 * 60;

function checkTime(date: string, seconds: number, now: number): void {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const signed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!(seconds >= 1 && seconds <= LONGEST_SECONDS) || Number.isNaN(signed)) {
    throw new AwsError('AuthorizationQueryParametersError', 'X-Amz-Expires or X-Amz-Date is wrong');
  }
  if (signed - SKEW_MS > now) throw denied('Request is not yet valid');
  if (signed + seconds * 1000 < now) throw denied('Request has expired');
}

/** The error for what is not allowed. */
export function denied(message: string): AwsError {
  return new AwsError('AccessDenied', message, { status: 403 });
}

function encode(text: string): string {
  const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, hex);
}
