import { z } from 'zod';
import type { BlankFormPages } from '../../intake/pages/blank-forms.ts';
import { askRenderer, type Renderer } from '../../platform/renderer.ts';

const rendered = z.object({ pdfBase64: z.base64().min(1) });

/**
 * Blank forms from the function that prints them. Each is asked for once in the life of this process, however many want
 * it: there are only a few dozen, and nobody can make the printer work by asking again.
 */
export function createBlankForms(renderer: Renderer): BlankFormPages['blankForm'] {
  const asked = new Map<string, Promise<Uint8Array>>();
  return (wanted) => {
    const key = `${wanted.municipality} ${wanted.form} ${wanted.language}`;
    const answer = asked.get(key) ?? fetchForm(renderer, wanted);
    asked.set(key, answer);
    // What failed is asked for anew.
    answer.catch(() => asked.delete(key));
    return answer;
  };
}

async function fetchForm(renderer: Renderer, wanted: Parameters<BlankFormPages['blankForm']>[0]): Promise<Uint8Array> {
  const parsed = rendered.safeParse(await askRenderer(renderer, wanted));
  if (!parsed.success) throw new Error('no form');
  return Buffer.from(parsed.data.pdfBase64, 'base64');
}
