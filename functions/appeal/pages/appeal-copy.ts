import template from '../../../templates/pages/appeal-copy.hbs';
import { formatDate, formatInstant } from '../../core/format.ts';
import { openCaseAsParty } from '../../identity/index.ts';
import { errorPage, now, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import type { AppealPages } from './ports.ts';
import { appealTexts } from './texts.ts';

/** `/:m/cases/:caseId/appeals/:number`: the receipt of an appeal and a copy of what was sent (eFvf § 6). */
export async function appealCopy(c: WebContext, pages: AppealPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, municipality, reader, actor, access } = opened;
  const appeal = file.appeals.find(({ number }) => String(number) === c.req.param('number'));
  if (appeal === undefined) return errorPage(c, 'not-found');
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'viewed', actor });
  const language = pageLanguage(c, file.case.language);
  const t = appealTexts[language];
  const words = access === 'person' ? t.targets : t.targetsOther;
  const answered = appeal.state === 'concluded' || appeal.state === 'withdrawn' || appeal.state === 'forwarded';
  const body = template({
    t: t.copy,
    times: t.times,
    toCase: t.toCase,
    casePath: `/${municipality.slug}/cases/${file.case.caseId}`,
    number: String(appeal.number),
    caseNumber: file.case.caseNumber,
    paper: appeal.channel === 'paper',
    receivedAt:
      appeal.channel === 'paper' ? formatDate(appeal.receivedOn, language) : formatInstant(appeal.receivedAt, language),
    by: t.copy.bys[appeal.by],
    answerBy: answered ? '' : formatDate(appeal.expectedOn, language),
    about: words[appeal.about ?? (appeal.decisionNumber > 0 ? 'decision' : 'service')],
    deferral: appeal.deferralWanted ? t.copy.deferralWanted : '',
    appeal: { text: appeal.text, wantedChange: appeal.wantedChange, lateReason: appeal.lateReason ?? '' },
  });
  return renderPage(c, { title: t.copy.title, language, municipality, body, user: { name: reader.name } });
}
