import { z } from 'zod';
import { type AnswerOf, answerSchemas } from '../../core/answers.ts';
import type { TaskKind } from '../../core/records.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CalendarDate } from '../../core/time.ts';
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

/**
 * A parsed answer unless a rule beyond the schema finds something as well. Rules look at what was typed, so that
 * everything there is to mend is told in one round; one fault a field, the schema's first.
 */
export function withRules<A>(
  parsed: Result<A, readonly FieldError[]>,
  faults: readonly FieldError[],
): Result<A, readonly FieldError[]> {
  const found = parsed.ok ? [] : parsed.error;
  const told = new Set(found.map(({ field }) => field));
  const all = [...found, ...faults.filter(({ field }) => !told.has(field))];
  return all.length > 0 ? err(all) : parsed;
}

/** Approved or returned. What must be mended has no place in an approval: whoever wrote it meant to return. */
export function parseApproval<K extends 'approval' | 'appeal-approval'>(
  kind: K,
  { choice, comment = '' }: FormValues,
): Result<AnswerOf<K>, readonly FieldError[]> {
  const torn = choice === 'approve' && !isBlank(comment);
  const faults = torn ? [{ field: 'comment', code: 'not-approved' }] : [];
  return withRules(parseAnswer(kind, { choice, comment }, { choice: choice ?? '', comment }), faults);
}

/** `true` / `false` for a radio pair; undefined when nothing was chosen, so that the schema asks for it. */
export function yesOrNo(value: string | undefined): boolean | undefined {
  if (value === 'yes') return true;
  return value === 'no' ? false : undefined;
}

/** True when nothing was typed. */
export function isBlank(value: string | undefined): boolean {
  return (value ?? '').trim() === '';
}

/** The date that was typed; undefined when it is none, which is the schema's to tell. */
export function validDate(value: string | undefined): CalendarDate | undefined {
  return z.iso.date().safeParse(typedDate(value)).data;
}

/** A date as the browser's date field sends it, or typed as people write it: `21.11.2026`. */
export function typedDate(value: string | undefined): string {
  const text = (value ?? '').trim();
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!match) return text;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
