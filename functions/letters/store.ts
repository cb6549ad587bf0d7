import { createHash } from 'node:crypto';
import { NotFoundError } from '../core/errors.ts';
import type { Language } from '../core/language.ts';
import type { ObjectStore } from '../platform/object-store.ts';

/** Where a letter lies in the bucket: ids and codes only (design § 2.3). */
export function letterObject(place: {
  readonly municipality: string;
  readonly caseId: string;
  readonly letterId: string;
  readonly language: Language;
}): string {
  return `letters/${place.municipality}/${place.caseId}/${place.letterId}.${place.language}.pdf`;
}

/**
 * Stores a letter once and gives back what is stored. After a step that died between the object and its record, the
 * object that is there is the letter: it may be dated earlier than the one just printed, and is never overwritten.
 */
export async function storeOnce(
  objects: ObjectStore,
  object: string,
  pdf: Uint8Array,
): Promise<{ readonly pdf: Uint8Array; readonly sha256: string }> {
  const isNew = await objects.putOnce(object, pdf, 'application/pdf');
  const stored = isNew ? pdf : await objects.get(object);
  if (!stored) throw new NotFoundError(`object of ${object.split('/').at(-1)} vanished`);
  return { pdf: stored, sha256: createHash('sha256').update(stored).digest('hex') };
}
