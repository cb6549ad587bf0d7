import { z } from 'zod';
import { askRenderer, type Renderer } from '../../platform/renderer.ts';
import type { TaskPagesCollaborators } from '../../tasks/pages/task-pages.ts';

const rendered = z.object({ pdfBase64: z.base64().min(1) });

/** The letter as it would be sent, from the same function that will render it: what is approved is what leaves. */
export function createPreview(renderer: Renderer): TaskPagesCollaborators['preview'] {
  return async ({ file, task, now }, letter) => {
    const { caseId, municipality } = file.case;
    const payload = { caseId, municipality, subject: task.subject, now, ...letter, preview: true };
    const parsed = rendered.safeParse(await askRenderer(renderer, payload));
    return parsed.success ? Buffer.from(parsed.data.pdfBase64, 'base64') : undefined;
  };
}
