import { randomBytes } from 'node:crypto';
import { s3Client } from '../clients/letters.ts';
import { readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { createUploads } from './s3.ts';
import type { Uploads } from './uploads.ts';

/** The uploads of this function: UPLOADS_BUCKET and PUBLIC_URL (access word `uploads`). */
export const uploads: () => Uploads = once(() => {
  const { UPLOADS_BUCKET, PUBLIC_URL, AWS_REGION } = readEnvironment(['UPLOADS_BUCKET', 'PUBLIC_URL', 'AWS_REGION']);
  return createUploads({
    client: s3Client(),
    bucket: UPLOADS_BUCKET,
    endpoint: process.env.AWS_ENDPOINT_URL,
    region: AWS_REGION,
    publicUrl: PUBLIC_URL,
    random: () => randomBytes(16),
  });
});
