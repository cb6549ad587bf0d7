import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { AttachmentRecord } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import { judgeFile, largestFile, mostFiles } from './content-type.ts';
import { type Signer, signGet } from './signature.ts';
import { createTicket } from './ticket.ts';
import type { KeepInput, UploadedFile, Uploads } from './uploads.ts';

/** What uploads in a bucket are made from. */
export interface UploadsOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** In place of Amazon's own address; the SDK knows it as AWS_ENDPOINT_URL. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly publicUrl: string;
  /** 16 random bytes. */
  readonly random: () => Uint8Array;
}

/** See {@link Uploads}. */
export function createUploads(options: UploadsOptions): Uploads {
  const { client, bucket, publicUrl, random } = options;
  const signer = async (now: Instant): Promise<Signer> => {
    const credentials = await client.config.credentials();
    return { credentials, region: options.region, now };
  };
  return {
    origin: addressOf(options).origin,
    async ticket({ folder, returnTo, now }) {
      const key = uploadKey(folder, Buffer.from(random()).toString('hex'));
      const back = new URL(returnTo, publicUrl).href;
      return createTicket({ ...(await signer(now)), bucket, address: addressOf(options), key, returnTo: back });
    },
    list: (folder) => list(options, folder),
    async remove(folder, id) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: uploadKey(folder, id) }));
    },
    async keep(input) {
      const kept: AttachmentRecord[] = [];
      // One at a time: ten files at once are more than the function's memory holds well.
      for (const { id, problem } of await list(options, input.folder)) {
        const record = problem === undefined ? await keepOne(options, input, id) : undefined;
        if (record) kept.push(record);
      }
      return kept;
    },
    async download({ object, type }, { filename, now }) {
      const parameters = {
        'response-content-disposition': `attachment; filename="${filename}"`,
        'response-content-type': type,
        'response-cache-control': 'no-store',
      };
      return signGet(addressOf(options, object), { ...(await signer(now)), parameters, seconds: 60 });
    },
  };
}

function addressOf({ bucket, endpoint, region }: UploadsOptions, key = ''): URL {
  return new URL(endpoint ? `${endpoint}/${bucket}/${key}` : `https://${bucket}.s3.${region}.amazonaws.com/${key}`);
}

/** Throws RangeError when the folder or the id could lead elsewhere. */
function uploadKey(folder: string, id: string): string {
  if (![folder, id].every((part) => /^[\w-]{8,100}$/.test(part))) throw new RangeError('No folder or file of uploads');
  return `uploads/${folder}/${id}`;
}

async function list(options: UploadsOptions, folder: string): Promise<readonly UploadedFile[]> {
  const Prefix = uploadKey(folder, '00000000').slice(0, -8);
  const { Contents = [] } = await options.client.send(new ListObjectsV2Command({ Bucket: options.bucket, Prefix }));
  const inOrder = Contents.toSorted((one, other) => Number(one.LastModified) - Number(other.LastModified));
  return Promise.all(
    inOrder.map(async ({ Key = '', Size = 0 }, index) => {
      const file = { id: Key.slice(Prefix.length), bytes: Size };
      if (index >= mostFiles) return { ...file, problem: 'too-many' as const };
      return { ...file, ...(await judgeFile(Size, (start, end) => read(options, Key, { start, end }))) };
    }),
  );
}

/** What is kept is judged by the very bytes that are stored, as the file may have been replaced since it was listed. */
async function keepOne(options: UploadsOptions, input: KeepInput, id: string): Promise<AttachmentRecord | undefined> {
  const { folder, municipality, caseId, purpose, by, now } = input;
  const object = `attachments/${municipality}/${caseId}/${id}`;
  const sent = await read(options, uploadKey(folder, id));
  const judged = await judgeFile(sent.length, async (start, end) => sent.subarray(start, end));
  if (judged.type === undefined || judged.problem) return undefined;
  const stored = (await putOnce(options, { object, body: sent, type: judged.type }))
    ? sent
    : await read(options, object);
  const sha256 = createHash('sha256').update(stored).digest('hex');
  return { id, purpose, type: judged.type, bytes: stored.length, object, sha256, at: now, by };
}

async function putOnce(
  { client, bucket }: UploadsOptions,
  { object, body, type }: { object: string; body: Uint8Array; type: string },
): Promise<boolean> {
  const put = { Bucket: bucket, Key: object, Body: body, ContentType: type, ContentDisposition: 'attachment' };
  try {
    await client.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }));
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return false;
    throw error;
  }
}

/** The bytes of an object or of a part of it; none when it is not there any more. */
async function read(
  { client, bucket }: UploadsOptions,
  key: string,
  { start, end }: { start: number; end: number } = { start: 0, end: largestFile + 1 },
): Promise<Uint8Array> {
  try {
    const Range = `bytes=${start}-${end - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  } catch (error) {
    if (error instanceof NoSuchKey) return new Uint8Array();
    throw error;
  }
}
