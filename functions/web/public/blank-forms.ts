import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { z } from 'zod';
import type { BlankFormPages } from '../../intake/pages/blank-forms.ts';

const rendered = z.object({ pdfBase64: z.base64().min(1) });

/**
 * Blank forms from the function that prints them. Each is asked for once in the life of this process, however many want
 * it: there are only a few dozen, and nobody can make the printer work by asking again.
 */
export function createBlankForms(options: {
  readonly client: Pick<LambdaClient, 'send'>;
  /** Name or ARN of the RenderLetter function. */
  readonly functionName: string;
}): BlankFormPages['blankForm'] {
  const asked = new Map<string, Promise<Uint8Array>>();
  return (wanted) => {
    const key = `${wanted.municipality} ${wanted.form} ${wanted.language}`;
    const answer = asked.get(key) ?? fetchForm(options, wanted);
    asked.set(key, answer);
    // What failed is asked for anew.
    answer.catch(() => asked.delete(key));
    return answer;
  };
}

async function fetchForm(
  { client, functionName }: Parameters<typeof createBlankForms>[0],
  wanted: Parameters<BlankFormPages['blankForm']>[0],
): Promise<Uint8Array> {
  const answer = await client.send(
    new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(wanted)) }),
  );
  if (answer.FunctionError !== undefined || answer.Payload === undefined) throw new Error('no form');
  const { pdfBase64 } = rendered.parse(JSON.parse(Buffer.from(answer.Payload).toString('utf8')));
  return Buffer.from(pdfBase64, 'base64');
}
