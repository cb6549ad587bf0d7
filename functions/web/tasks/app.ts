import type { Hono } from 'hono';
import { createApp, type ShellOptions, type WebEnv } from '../../platform/http/index.ts';
import { createTaskPages, type TaskPagesCollaborators } from '../../tasks/pages/task-pages.ts';
import { taskPages } from './pages.ts';

/** The web function behind the links in mail: `/t/<task>/<secret>`. */
export function createTasksApp(
  shell: ShellOptions,
  collaborators: Omit<TaskPagesCollaborators, 'pages'>,
): Hono<WebEnv> {
  const app = createApp(shell);
  app.route('/t', createTaskPages({ ...collaborators, pages: taskPages }));
  return app;
}
