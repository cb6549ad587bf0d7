import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ConfigurationError } from '../core/errors.ts';
import { type LogFields, log } from './log.ts';

/** An instant in any ISO 8601 form, brought to the one form the records compare as text: UTC with milliseconds. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));

/** `application` or `appeal-<n>`. */
const subject = z.union([z.literal('application'), z.templateLiteral(['appeal-', z.int()])]);

/** What every step of the state machines is given: references and the moment the state was entered. Extend it. */
export const stepInput = z.object({
  caseId: z.string().min(1),
  municipality: z.string().regex(/^\d{4}$/),
  subject,
  now: instant,
});

/**
 * The Lambda handler of one step: checks the payload, runs, and logs start and outcome with ids only. A payload that
 * does not fit is a ConfigurationError, which the state machine holds at once instead of retrying. What `run` throws is
 * thrown on: its name decides between retry and hold.
 */
export function defineStep<S extends z.ZodType>(
  name: string,
  schema: S,
  run: (input: z.output<S>) => Promise<unknown>,
): (event: unknown) => Promise<unknown> {
  return async (event) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) {
      // Paths only: a value could be something a person wrote.
      const paths = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw new ConfigurationError(`payload of ${name} does not fit: ${paths}`);
    }
    const fields = { step: name, ...references(event) };
    log.info('STEP_STARTED', fields);
    try {
      const result = await run(parsed.data);
      log.info('STEP_DONE', { ...fields, ...outcomeOf(result) });
      return result;
    } catch (error) {
      log.error('STEP_FAILED', { ...fields, error: error instanceof Error ? error.name : 'unknown' });
      throw error;
    }
  };
}

const loggable = z.object({
  caseId: z.string().optional(),
  municipality: z.string().optional(),
  subject: z.string().optional(),
  kind: z.string().optional(),
});

function references(event: unknown): LogFields {
  const { data = {} } = loggable.safeParse(event);
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function outcomeOf(result: unknown): LogFields {
  const parsed = z.object({ outcome: z.string() }).safeParse(result);
  return parsed.success ? { outcome: parsed.data.outcome } : {};
}
