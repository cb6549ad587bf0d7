import logTemplate from '../../../templates/pages/case-log.hbs';
import { formatInstant } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseEvent } from '../../core/records.ts';
import { openCaseAsParty } from '../../identity/index.ts';
import { now, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import { logNb } from './log-texts.nb.ts';
import { logNn } from './log-texts.nn.ts';
import type { CasePages } from './ports.ts';

/** Words of the access log. */
const logTexts: Readonly<Record<Language, typeof logNb>> = { nb: logNb, nn: logNn };

/** Events on one page. */
const pageSize = 50;

/**
 * `/:m/cases/:caseId/log?page=n`: everything that happened and everybody who looked, newest first (pjl § 22; hol § 12-1).
 * A look at the log is a look at the case.
 */
export async function logPage(c: WebContext, pages: CasePages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality, reader, actor } = opened;
  const look: CaseEvent = { at: now(c), type: 'viewed', actor };
  await pages.store.appendEvent(file.case.caseId, look);
  const language = pageLanguage(c, file.case.language);
  const t = logTexts[language];
  const events = [...file.events, look].toReversed();
  const last = Math.ceil(events.length / pageSize);
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1), last);
  const body = logTemplate({
    t,
    casePath: `/${municipality.slug}/cases/${file.case.caseId}`,
    rows: events
      .slice((page - 1) * pageSize, page * pageSize)
      .map((event) => rowOf(event, { t, language, self: actor.id })),
    pageOf: last > 1 ? t.page.replace('{page}', String(page)).replace('{pages}', String(last)) : '',
    newer: page > 1 ? `?page=${page - 1}` : '',
    older: page < last ? `?page=${page + 1}` : '',
  });
  return renderPage(c, { title: t.title, language, municipality, body, user: { name: reader.name } });
}

function rowOf(
  { at, type, actor }: CaseEvent,
  { t, language, self }: { t: typeof logNb; language: Language; self: string },
) {
  const words: Readonly<Record<string, string>> = t.events;
  return { when: formatInstant(at, language), who: whoOf(actor, t, self), what: words[type] ?? t.other };
}

function whoOf({ kind, id, name }: CaseEvent['actor'], t: typeof logNb, self: string): string {
  if (kind === 'system') return t.system;
  if (id === self) return t.you;
  const roles: Readonly<Record<string, string>> = t.roles;
  return name || roles[id] || (kind === 'staff' ? t.staff : t.party);
}
