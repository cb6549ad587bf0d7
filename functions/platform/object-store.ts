import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

/** The letters bucket: objects are written once and never changed (design § 5). */
export interface ObjectStore {
  /** Stores an object unless its key is taken; false when it is, and the object there is left as it is. */
  putOnce(key: string, body: Uint8Array, contentType: string): Promise<boolean>;
  /** The object's bytes; undefined when there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
}

/** The object store in an S3 bucket. */
export function createObjectStore({ client, bucket }: { client: S3Client; bucket: string }): ObjectStore {
  return {
    async putOnce(key, body, contentType) {
      try {
        await client.send(
          new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType, IfNoneMatch: '*' }),
        );
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return false;
        throw error;
      }
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
