import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { z } from 'zod';
import type { TaskPagesCollaborators } from '../../tasks/pages/task-pages.ts';

const rendered = z.object({ pdfBase64: z.base64().min(1) });

/** The letter as it would be sent, from the same function that will render it: what is approved is what leaves. */
export function createPreview(options: {
  readonly client: Pick<LambdaClient, 'send'>;
  /** Name or ARN of the RenderLetter function. */
  readonly functionName: string;
}): TaskPagesCollaborators['preview'] {
  return async ({ file, task, now }, letter) => {
    const { caseId, municipality } = file.case;
    const payload = { caseId, municipality, subject: task.subject, now, ...letter, preview: true };
    const answer = await options.client.send(
      new InvokeCommand({ FunctionName: options.functionName, Payload: Buffer.from(JSON.stringify(payload)) }),
    );
    if (answer.FunctionError !== undefined || answer.Payload === undefined) return undefined;
    const parsed = rendered.safeParse(JSON.parse(Buffer.from(answer.Payload).toString('utf8')));
    return parsed.success ? Buffer.from(parsed.data.pdfBase64, 'base64') : undefined;
  };
}
