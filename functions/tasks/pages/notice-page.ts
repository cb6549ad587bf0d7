import nb from '../../../templates/pages/task-notice.nb.hbs';
import nn from '../../../templates/pages/task-notice.nn.hbs';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { type PageView, renderPage, type WebContext } from '../../platform/http/index.ts';
import { type Notice, noticeTitle } from './texts.ts';

/** A page that tells why there is no form to fill in. */
export interface NoticeView {
  readonly notice: Notice;
  readonly language: Language;
  readonly status: NonNullable<PageView['status']>;
  readonly municipality?: Municipality;
  readonly user?: { readonly name: string };
  /** Who answered or passed the task on, and when; only for `answered`, `thanks`, `passed-on` and `handed-on`. */
  readonly answered?: { readonly by: string; readonly at: string; readonly to?: string };
}

/** Renders it. Everything but the notice itself may be left out, and is then not told. */
export function noticePage(c: WebContext, view: NoticeView): Response | Promise<Response> {
  const { notice, language, municipality, user, status } = view;
  const title = noticeTitle(notice, language);
  const body = { nb, nn }[language]({
    title,
    language,
    notice,
    answered: view.answered,
  });
  return renderPage(c, { title, language, body, status, ...(municipality && { municipality }), ...(user && { user }) });
}
