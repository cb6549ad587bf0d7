import { s3Client } from './clients/letters.ts';
import { readEnvironment } from './environment.ts';
import { createObjectStore, type ObjectStore } from './object-store.ts';
import { once } from './once.ts';

/** The letters bucket of this function: LETTERS_BUCKET (access word `letters`). */
export const objectStore: () => ObjectStore = once(() => {
  const { LETTERS_BUCKET } = readEnvironment(['LETTERS_BUCKET']);
  return createObjectStore({ client: s3Client(), bucket: LETTERS_BUCKET });
});
