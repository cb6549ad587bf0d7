import type { Hono } from 'hono';
import type { Desk } from '../../operations/pages/desk.ts';
import { createOperationsPages } from '../../operations/pages/operations-pages.ts';
import { createApp, type ShellOptions, type WebEnv } from '../../platform/http/index.ts';

/** The web function of the operations team: `/operations`. */
export function createOperationsApp(shell: ShellOptions, desk: Desk): Hono<WebEnv> {
  const app = createApp(shell);
  app.route('/operations', createOperationsPages(desk));
  return app;
}
