import { asList, asNumber, asObject, asString, isObject } from '../../json.ts';
import { AwsError } from '../exchange.ts';
import { checkSignature, denied } from './signature.ts';

/** A browser's post: the fields before the file, by name in lower case, and what the file holds. */
export interface Post {
  readonly bucket: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: number;
}

/** Fields that no condition has to name (S3 API reference, "Creating a POST policy"). */
const FREE = /^(x-amz-signature|file|policy|x-ignore-.*)$/;

/** Holds a post to its signed policy. Throws what S3 answers otherwise. */
export function checkPolicy(post: Post, now: number): void {
  const field = (name: string) => post.fields.get(name) ?? '';
  const encoded = field('policy');
  if (encoded === '') throw denied('Access Denied');
  checkSignature(encoded, { credential: field('x-amz-credential'), signature: field('x-amz-signature') });
  const policy = readPolicy(encoded);
  if (!(Date.parse(policy.expiration) > now)) throw invalid('Policy expired.');
  const named = new Set(policy.conditions.map((condition) => checkCondition(condition, post)));
  const extra = [...post.fields.keys()].filter((name) => !FREE.test(name) && !named.has(name));
  if (extra.length > 0) throw invalid(`Extra input fields: ${extra.join(', ')}`);
}

function readPolicy(encoded: string): { expiration: string; conditions: readonly unknown[] } {
  try {
    const policy = asObject(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
    return { expiration: asString(policy.expiration) ?? '', conditions: asList(policy.conditions) };
  } catch {
    throw new AwsError('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  }
}

/** Checks one condition, and gives the name of the field it is about. */
function checkCondition(condition: unknown, post: Post): string {
  const [kind, subject, value] = isObject(condition)
    ? ['eq', ...(Object.entries(condition)[0] ?? [])]
    : asList(condition);
  if (kind === 'content-length-range') {
    checkLength(post.bytes, asNumber(subject) ?? 0, asNumber(value) ?? 0);
    return '';
  }
  const name = String(subject).replace(/^\$/, '').toLowerCase();
  const given = name === 'bucket' ? post.bucket : (post.fields.get(name) ?? '');
  const holds = kind === 'eq' ? given === value : kind === 'starts-with' && given.startsWith(String(value));
  if (holds) return name;
  throw invalid(`Policy Condition failed: ["${kind}", "$${name}", "${value}"]`);
}

function checkLength(bytes: number, minimum: number, maximum: number): void {
  const sizes = (name: string, limit: number) => ({ details: { ProposedSize: String(bytes), [name]: String(limit) } });
  if (bytes < minimum) {
    const message = 'Your proposed upload is smaller than the minimum allowed size';
    throw new AwsError('EntityTooSmall', message, sizes('MinSizeAllowed', minimum));
  }
  if (bytes > maximum) {
    const message = 'Your proposed upload exceeds the maximum allowed size';
    throw new AwsError('EntityTooLarge', message, sizes('MaxSizeAllowed', maximum));
  }
}

function invalid(reason: string): AwsError {
  return denied(`Invalid according to Policy: ${reason}`);
}
