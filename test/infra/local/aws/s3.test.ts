import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../../../infra/local/runtime.ts';
import { startRuntime } from '../../../../infra/local/runtime.ts';
import { clientOptions, startFixture } from '../support.ts';

describe('S3 on loopback, spoken to by the SDK', () => {
  let runtime: Runtime;
  let restart: () => Promise<Runtime>;
  let s3: S3Client;
  let Bucket: string;

  beforeAll(async () => {
    const started = await startFixture();
    runtime = started.runtime;
    restart = () => startRuntime({ assembly: started.assembly, dataDir: started.dataDir });
    s3 = new S3Client(clientOptions(runtime));
    Bucket = String(runtime.outputs.bucket);
  }, 60_000);
  afterAll(() => runtime.stop());

  const put = (Key: string, more: Partial<PutObjectCommandInput> = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body: 'vedtak', ...more }));
  const text = async (Key: string, more: { Range?: string; VersionId?: string } = {}) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();

  it('keeps an object with its metadata, dated by the moved clock', async () => {
    const { ETag, VersionId } = await put('a/1.txt', { Metadata: { case: 'K1' }, ContentType: 'text/plain' });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/1.txt' }));
    expect(head).toMatchObject({
      ETag,
      VersionId,
      ContentLength: 6,
      ContentType: 'text/plain',
      Metadata: { case: 'K1' },
    });
    expect(head.LastModified?.toISOString().slice(0, 13)).toBe('2026-03-02T08');
    expect(await text('a/1.txt')).toBe('vedtak');
    expect(await text('a/1.txt', { Range: 'bytes=2-3' })).toBe('dt');
    expect(await text('a/1.txt', { Range: 'bytes=-3' })).toBe('tak');
  });

  it('writes once only where that is asked for', async () => {
    await put('once.txt', { IfNoneMatch: '*' });
    await expect(put('once.txt', { IfNoneMatch: '*', Body: 'other' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await text('once.txt')).toBe('vedtak');
  });

  it('lets exactly one of many writers be first', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => put('race.txt', { IfNoneMatch: '*', Body: `writer ${index}` })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('replaces only the version that was meant', async () => {
    const { ETag = '' } = await put('match.txt');
    await put('match.txt', { IfMatch: ETag, Body: 'second' });
    await expect(put('match.txt', { IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await text('match.txt')).toBe('second');
  });

  it('takes streams, which come in chunks with the checksum at the end', async () => {
    const Body = Readable.from([Buffer.from('første '), Buffer.from('andre')]);
    await put('stream.txt', { Body, ContentLength: 13 });
    expect(await text('stream.txt')).toBe('første andre');
  });

  it('refuses a body that does not have the checksum it says', async () => {
    await expect(put('bad.txt', { ChecksumSHA256: 'A'.repeat(43).concat('=') })).rejects.toMatchObject({
      name: 'BadDigest',
    });
  });

  it('keeps every version, and lays a marker over a deleted one', async () => {
    const first = await put('versions.txt');
    await put('versions.txt', { Body: 'new' });
    const deleted = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'versions.txt' }));
    expect(deleted.DeleteMarker).toBe(true);
    await expect(text('versions.txt')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await text('versions.txt', { VersionId: first.VersionId ?? '' })).toBe('vedtak');
  });

  it('copies, and lists in pages with common prefixes', async () => {
    await put('list/a/1 æ&.txt');
    await put('list/a/2.txt');
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'list/b.txt', CopySource: `${Bucket}/list/a/2.txt` }));
    const all = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 2 }));
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(['list/a/1 æ&.txt', 'list/a/2.txt']);
    const token = all.NextContinuationToken;
    const rest = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken: token }));
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['list/b.txt']);
    const folders = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }));
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'list/a/' }]);
  });

  it('names what is missing', async () => {
    await expect(text('none.txt')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const elsewhere = new PutObjectCommand({ Bucket: 'no-such-bucket', Key: 'x', Body: 'x' });
    await expect(s3.send(elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    const part = new UploadPartCommand({ Bucket, Key: 'x', UploadId: '1', PartNumber: 1, Body: 'x' });
    await expect(s3.send(part)).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  });

  it('makes a bucket on request, without versions', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'extra' }));
    await s3.send(new PutObjectCommand({ Bucket: 'extra', Key: 'x', Body: '1' }));
    await s3.send(new PutObjectCommand({ Bucket: 'extra', Key: 'x', Body: '22' }));
    await s3.send(new DeleteObjectCommand({ Bucket: 'extra', Key: 'x' }));
    const gone = s3.send(new HeadObjectCommand({ Bucket: 'extra', Key: 'x' }));
    await expect(gone).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  });

  it('has everything again after a restart', async () => {
    await put('kept.txt', { IfNoneMatch: '*' });
    await runtime.stop();
    runtime = await restart();
    s3 = new S3Client(clientOptions(runtime));
    expect(await text('kept.txt')).toBe('vedtak');
    await expect(put('kept.txt', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });
});
