import type { z } from 'zod';
import { type AnswerOf, answerSchemas } from '../../core/answers.ts';
import type { TaskKind } from '../../core/records.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { FieldError, FormValues } from './task-page.ts';

/** The kind's schema on what was typed; every issue becomes a fault of the field it names (`outcomes.plan` → `plan`). */
export function parseAnswer<K extends TaskKind>(
  kind: K,
  raw: unknown,
  values: FormValues,
): Result<AnswerOf<K>, readonly FieldError[]> {
  const parsed = answerSchemas[kind].safeParse(raw);
  // The schema was chosen by the same `kind`; TypeScript cannot follow a generic index through safeParse.
  if (parsed.success) return ok(parsed.data as AnswerOf<K>);
  const errors = new Map<string, FieldError>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path.at(-1) ?? 'choice');
    if (!errors.has(field)) errors.set(field, { field, code: codeOf(issue, values[field] ?? '') });
  }
  return err([...errors.values()]);
}

function codeOf(issue: z.core.$ZodIssue, value: string): string {
  if (value.trim() === '') return 'required';
  if (issue.code === 'too_big') return 'too-long';
  return 'invalid';
}

/** A parsed answer unless `faults` finds something; several faults are told at once. */
export function withRules<A>(
  parsed: Result<A, readonly FieldError[]>,
  faults: (answer: A) => readonly FieldError[],
): Result<A, readonly FieldError[]> {
  if (!parsed.ok) return parsed;
  const found = faults(parsed.value);
  return found.length > 0 ? err(found) : parsed;
}

/** `true` / `false` for a radio pair; undefined when nothing was chosen, so that the schema asks for it. */
export function yesOrNo(value: string | undefined): boolean | undefined {
  if (value === 'yes') return true;
  return value === 'no' ? false : undefined;
}

/** A date as the browser's date field sends it, or typed as people write it: `21.11.2026`. */
export function typedDate(value: string | undefined): string {
  const text = (value ?? '').trim();
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!match) return text;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
