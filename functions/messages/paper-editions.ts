import { z } from 'zod';
import { DeliveryError } from '../core/errors.ts';
import { type LetterFile, letterId } from '../core/letter-record.ts';
import { roundOf } from '../core/records.ts';
import { askRenderer, type Renderer } from '../platform/renderer.ts';
import type { Delivery } from './delivery.ts';

/** A letter made anew for the paper it goes on; asked again on that day, the same. Throws {@link DeliveryError}. */
export type PaperEditions = (delivery: Delivery) => Promise<LetterFile>;

const rendered = z.object({ file: z.object({ object: z.string(), sha256: z.string(), pages: z.int().positive() }) });

/** Paper editions from the function that renders letters. */
export function createPaperEditions(renderer: Renderer): PaperEditions {
  return async ({ file, letter, now }) => {
    const { caseId, municipality } = file.case;
    const { kind, subject, key } = letter;
    const payload = { caseId, municipality, subject, kind, round: roundOf(key), now, edition: 'paper' };
    const parsed = rendered.safeParse(await askRenderer(renderer, payload));
    if (!parsed.success) throw new DeliveryError(`letter ${letterId(letter)} of case ${caseId} was not made for paper`);
    return parsed.data.file;
  };
}
