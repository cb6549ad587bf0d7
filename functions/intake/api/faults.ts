import type { z } from 'zod';
import type { FieldProblem } from '../application/application-fields.ts';

/** What is wrong with a member beyond what can be wrong with a field of the form. */
export const memberProblems = [
  'unknown-member',
  'type',
  'choice',
  'characters',
  'date-time',
  'future',
  'too-old',
  'not-asked',
  'shielded-address',
  'json',
  'duplicate-member',
  'too-deep',
] as const;
export type FaultCode = FieldProblem | (typeof memberProblems)[number];

/** One thing that is wrong with what was posted: where (RFC 6901) and what. Never the value. */
export interface Fault {
  readonly pointer: string;
  readonly code: FaultCode;
}

/** Longest name that is named back in a pointer; what is longer is no name but content. */
const longestName = 64;

/** A JSON pointer (RFC 6901). */
export function pointerOf(path: readonly PropertyKey[]): string {
  const names = path.map(String);
  const shown = names.findIndex((name) => name.length > longestName);
  return (shown < 0 ? names : names.slice(0, shown))
    .map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** What zod found, in our words. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], posted: unknown): Fault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown-member' as const }));
    return [{ pointer: pointerOf(issue.path), code: codeOf(issue, posted) }];
  });
}

function codeOf(issue: z.core.$ZodIssue, posted: unknown): FaultCode {
  if (valueAt(posted, issue.path) === undefined) return 'missing';
  if (issue.code === 'invalid_type') return 'type';
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'choice';
  return codes.find((code) => code === issue.message) ?? 'type';
}

/** The codes that schemas give as their message. */
const codes: readonly FaultCode[] = [
  'missing',
  'too-long',
  'characters',
  'date-time',
  'email',
  'phone',
  'postal-code',
  'national-id',
  'date',
];

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}
