import type { WebContext } from '../../platform/http/index.ts';
import { sameStaff } from './access.ts';
import { type NoticeView, noticePage } from './notice-page.ts';
import type { TaskPage } from './task-page.ts';
import type { Visit } from './visit.ts';

/** A page instead of the form: the task is answered or passed on, or this very person must not answer it. */
export function settled(
  c: WebContext,
  { visit, page }: { readonly visit: Visit; readonly page: TaskPage },
): Response | Promise<Response> | undefined {
  const { task } = visit.context;
  if (visit.status === 'answered')
    return answeredNotice(c, visit, { notice: 'answered', by: task.answeredBy?.name ?? '', at: task.answeredAt ?? '' });
  if (visit.status === 'passed-on') {
    const { by, at } = visit.overtaken ?? { by: { name: '' }, at: '' };
    return answeredNotice(c, visit, { notice: 'passed-on', by: by.name, at });
  }
  const proposer = page.proposedBy?.(visit.context);
  if (!visit.signedIn || !proposer || !sameStaff(visit.actor, proposer)) return undefined;
  return noticePage(c, { ...common(visit), notice: 'four-eyes', status: 403 });
}

/** Who answered the task or passed it on, and when. */
export function answeredNotice(
  c: WebContext,
  visit: Visit,
  { notice, ...answered }: Pick<NoticeView, 'notice'> & NonNullable<NoticeView['answered']>,
): Response | Promise<Response> {
  return noticePage(c, { ...common(visit), notice, status: 200, answered });
}

/** The task ended between the look and the post. */
export function unavailableNotice(c: WebContext, visit: Visit): Response | Promise<Response> {
  const { municipality: _untold, ...view } = common(visit);
  return noticePage(c, { ...view, notice: 'unavailable', status: 404 });
}

/** The letter cannot be shown at the moment. */
export function letterNotice(c: WebContext, visit: Visit): Response | Promise<Response> {
  return noticePage(c, { ...common(visit), notice: 'letter-unavailable', status: 502 });
}

function common({ context: { language, municipality }, actor, signedIn }: Visit) {
  return { language, municipality, ...(signedIn && { user: actor }) };
}
