import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import type { WebEnv } from './environment.ts';

/** The Lambda handler of an app, for HTTP API events (payload format 2.0). Fonts and PDFs leave as base64. */
export function lambdaHandler(app: Hono<WebEnv>): ReturnType<typeof handle> {
  return handle(app);
}
