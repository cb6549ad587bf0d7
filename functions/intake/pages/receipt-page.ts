import receiptTemplate from '../../../templates/pages/receipt.hbs';
import { formatDate, formatInstant } from '../../core/format.ts';
import type { PageLanguage } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import { openCase } from '../../identity/index.ts';
import { now, publicPageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import { attachmentsView } from '../../platform/uploads/index.ts';
import { copyOf } from '../application/copy.ts';
import { formTexts } from './form-texts.ts';
import type { IntakePages } from './ports.ts';

/**
 * `/:m/application/receipt/:caseId`: reference, time of receipt and a copy of what was sent (eFvf § 6). All that a
 * relative, health worker or hospital gets to see.
 */
export async function receiptPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const opened = await openCase(c, pages);
  if (opened instanceof Response) return opened;
  const { municipality, file, access, actor, reader } = opened;
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'receipt-viewed', actor });
  const language = publicPageLanguage(c, file.case.language);
  const texts = formTexts[language];
  const report = file.case.origin !== 'application';
  const title = report ? texts.receipt.reportTitle : texts.receipt.title;
  const body = receiptTemplate({
    t: texts.receipt,
    title,
    caseNumber: file.case.caseNumber,
    receivedAt: formatInstant(file.case.receivedAt, language),
    answerBy: report ? '' : formatDate(file.case.dueOn, language),
    next: report ? texts.receipt.nextReport : texts.receipt.next,
    casePath: access === 'receipt' ? '' : `/${municipality.slug}/cases/${file.case.caseId}`,
    // Another may have applied for a person who now reads this; whoever only reported sees their own words alone.
    copy: [...copyOf(file.case, texts), ...filesOf(file, language)],
  });
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name } });
}

/** What was uploaded with the form: later files are not part of what was sent. */
function filesOf(file: CaseFile, language: PageLanguage) {
  const sent = { attachments: file.attachments.filter(({ purpose }) => purpose === 'mandate' || purpose === 'scan') };
  const { attachments } = attachmentsView(sent, '', language);
  const value = attachments.map(({ name, size }) => `${name}, ${size}`).join('\n');
  return value ? [{ label: formTexts[language].receipt.files, value }] : [];
}
