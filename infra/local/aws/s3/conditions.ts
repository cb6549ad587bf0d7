import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../exchange.ts';
import type { ObjectVersion } from './store.ts';

/** Refuses a write whose condition does not hold (S3 user guide, "Conditional writes"). */
export function checkWriteConditions(headers: IncomingHttpHeaders, current: ObjectVersion | undefined): void {
  const none = headers['if-none-match'];
  const match = headers['if-match'];
  if (none === '*' && current !== undefined) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey();
  if (!names(match, current)) throw preconditionFailed('If-Match');
}

/** Refuses a read whose condition does not hold; true means "not modified". */
export function checkReadConditions(headers: IncomingHttpHeaders, version: ObjectVersion): boolean {
  const match = headers['if-match'];
  const none = headers['if-none-match'];
  if (match !== undefined && !names(match, version)) throw preconditionFailed('If-Match');
  return none !== undefined && names(none, version);
}

/** The error for a key that is not there. */
export function noSuchKey(): AwsError {
  return new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
}

function names(condition: string, { etag }: ObjectVersion): boolean {
  const bare = (tag: string) => tag.trim().replaceAll('"', '');
  return condition.trim() === '*' || condition.split(',').some((tag) => bare(tag) === bare(etag));
}

function preconditionFailed(condition: string): AwsError {
  const message = 'At least one of the pre-conditions you specified did not hold';
  return new AwsError('PreconditionFailed', message, { status: 412, details: { Condition: condition } });
}
