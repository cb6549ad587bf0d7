import { z } from 'zod';
import type { ResourceNames } from './observer.ts';

const outputs = z.object({
  TableName: z.string(),
  LettersBucketName: z.string(),
  ApplicationStateMachineArn: z.string(),
  AppealStateMachineArn: z.string(),
});

/** The names of the resources, from the stack's outputs. Throws when the stack no longer tells one of them. */
export function resourceNames(stackOutputs: Readonly<Record<string, unknown>>): ResourceNames {
  const named = outputs.parse(stackOutputs);
  return {
    table: named.TableName,
    bucket: named.LettersBucketName,
    stateMachines: [named.ApplicationStateMachineArn, named.AppealStateMachineArn],
  };
}
