import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** The RenderLetter function, for what is printed on request instead of by the workflow (access word `render`). */
export interface Renderer {
  readonly client: Pick<LambdaClient, 'send'>;
  /** Its name or ARN. */
  readonly functionName: string;
}

/** Its answer to a payload; undefined when it failed, which its own log tells of. */
export async function askRenderer({ client, functionName }: Renderer, payload: object): Promise<unknown> {
  const Payload = Buffer.from(JSON.stringify(payload));
  const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload }));
  if (answer.FunctionError !== undefined || answer.Payload === undefined) return undefined;
  return JSON.parse(Buffer.from(answer.Payload).toString('utf8'));
}
