import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { AwsError, type Exchange, readBody } from '../exchange.ts';

/** A body as it was meant, with the checksums that came with it, in headers or in a trailer. */
export interface ReceivedBody {
  readonly content: Buffer;
  readonly checksums: Readonly<Record<string, string>>;
}

const CHECKSUM = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

/** Reads a PutObject body: plain, or in the chunks that the SDKs send by default ("aws-chunked", with trailing checksum). */
export async function receiveBody({ request }: Exchange): Promise<ReceivedBody> {
  const raw = await readBody(request);
  const chunked = String(request.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { content, trailers } = chunked ? unchunk(raw) : { content: raw, trailers: {} };
  const checksums = { ...pickChecksums(request.headers), ...pickChecksums(trailers) };
  for (const [name, expected] of Object.entries(checksums)) verify(name, expected, content);
  verifyMd5(request.headers['content-md5'], content);
  return { content, checksums };
}

function pickChecksums(headers: IncomingHttpHeaders | Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => CHECKSUM.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/**
 * Takes the chunks apart: `size[;chunk-signature=…]\r\n bytes \r\n … 0\r\n name:value\r\n \r\n` (S3 API reference,
 * "Signature calculations: transferring payload in multiple chunks").
 */
function unchunk(raw: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const end = raw.indexOf('\r\n', position);
    const size = Number.parseInt(raw.toString('latin1', position, end), 16);
    if (end < 0 || Number.isNaN(size)) throw new AwsError('IncompleteBody', 'The chunked body ends too early');
    if (size === 0) return { content: Buffer.concat(chunks), trailers: readTrailers(raw.toString('latin1', end + 2)) };
    chunks.push(raw.subarray(end + 2, end + 2 + size));
    position = end + 2 + size + 2;
  }
}

function readTrailers(text: string): Record<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function verify(name: string, expected: string, content: Buffer): void {
  const actual = checksum(name.replace('x-amz-checksum-', ''), content);
  if (actual === undefined || actual === expected) return;
  throw new AwsError('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
}

/** The checksums Node can compute itself; the other two are kept as given. */
function checksum(algorithm: string, content: Buffer): string | undefined {
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm).update(content).digest('base64');
  if (algorithm !== 'crc32') return undefined;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return bytes.toString('base64');
}

function verifyMd5(expected: string | string[] | undefined, content: Buffer): void {
  if (expected === undefined || createHash('md5').update(content).digest('base64') === expected) return;
  throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}
