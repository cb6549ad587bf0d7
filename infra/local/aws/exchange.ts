import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to the pretended AWS, as far as it has been read. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /**
   * The service of the signature's scope (`s3`, `states` …), which a browser's form has inside; empty for an unsigned
   * request.
   */
  readonly service: string;
}

/** An AWS service on the endpoint: answers the exchange itself. */
export type Service = (exchange: Exchange) => Promise<void>;

/** An answer that a service gives for a mistake of the caller's. */
export class AwsError extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, string>>;
  override readonly name: string;

  constructor(name: string, message: string, { status = 400, details = {} }: AwsErrorOptions = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.details = details;
  }
}

interface AwsErrorOptions {
  readonly status?: number;
  /** Members that go into an XML error besides code and message. */
  readonly details?: Readonly<Record<string, string>>;
}

/** The answer to an operation that the local runtime does not have. */
export function notImplemented(operation: string): AwsError {
  return new AwsError('NotImplemented', `The local runtime does not have ${operation}`, { status: 501 });
}

/** Opens an exchange; the service comes from the signature's credential scope, in the header or in a presigned URL. */
export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const url = new URL(request.url ?? '/', 'http://local');
  const credential =
    /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ?? url.searchParams.get('X-Amz-Credential');
  // access key / date / region / service / aws4_request (Signature Version 4).
  const service = isBrowserPost(request) ? 's3' : (credential?.split('/').at(-2) ?? '');
  return { request, response, url, service };
}

/** Whether a browser posts a form with a file: of all services only S3 takes one. */
export function isBrowserPost({ headers }: IncomingMessage): boolean {
  return (headers['content-type'] ?? '').startsWith('multipart/form-data');
}

/** Reads a whole request body, within a limit. */
export async function readBody(request: IncomingMessage, maximum = 64 * 1024 * 1024): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximum) throw new AwsError('RequestEntityTooLarge', 'The request is too large', { status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
