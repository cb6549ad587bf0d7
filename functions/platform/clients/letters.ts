import { S3Client } from '@aws-sdk/client-s3';
import { once } from '../once.ts';
import { patience } from './patience.ts';

/** S3, for letters. */
export const s3Client = once(() => new S3Client(patience));
