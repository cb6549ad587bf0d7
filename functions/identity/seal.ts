import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { z } from 'zod';
import { deriveKey, type KeyPurpose } from '../platform/http/keys.ts';

/** Makes values that only we can read and that end by themselves: cookies, and the page to return to. */
export interface Sealer {
  /** Encrypts and authenticates `value` (A256GCM); it opens until `until`, in seconds since 1970. */
  seal(value: Record<string, unknown>, until: number): Promise<string>;
  /** The value, checked against `schema`; undefined when it is missing, changed, too old or of another shape. */
  open<T>(text: string | undefined, schema: z.ZodType<T>, nowSeconds: number): Promise<T | undefined>;
}

/** A sealer whose key is derived for one purpose from the session secret. */
export function createSealer(secret: () => Promise<string>, purpose: KeyPurpose): Sealer {
  return {
    seal: async (value, until) =>
      new EncryptJWT(value)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(until)
        .encrypt(deriveKey(await secret(), purpose)),
    open: async (text, schema, nowSeconds) => {
      if (text === undefined) return undefined;
      try {
        const { payload } = await jwtDecrypt(text, deriveKey(await secret(), purpose), {
          currentDate: new Date(nowSeconds * 1000),
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['exp'],
        });
        return schema.safeParse(payload).data;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
