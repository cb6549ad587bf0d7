import receiptTemplate from '../../../templates/pages/receipt.hbs';
import { osloDate } from '../../core/calendar.ts';
import { formatDate, formatInstant } from '../../core/format.ts';
import type { PageLanguage } from '../../core/language.ts';
import type { CaseFile } from '../../core/records.ts';
import { accessTo, type OpenedCase, openCase } from '../../identity/index.ts';
import { errorPage, now, publicPageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
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
  // Nobody sent what the municipality saw itself.
  if (file.case.origin === 'own-initiative') return errorPage(c, 'not-found');
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'receipt-viewed', actor });
  const language = publicPageLanguage(c, file.case.language);
  const texts = formTexts[language];
  const report = file.case.origin !== 'application';
  const title = report ? texts.receipt.reportTitle : texts.receipt.title;
  const joined = await joinedCase(c, pages, opened);
  const next = report ? texts.receipt.nextReport : texts.receipt.next;
  const met = joined ? texts.receipt.joined : access !== 'receipt' && file.case.planIn ? texts.receipt.hasPlan : [];
  const caseId = joined ?? (access === 'receipt' ? '' : file.case.caseId);
  const body = receiptTemplate({
    t: texts.receipt,
    title,
    caseNumber: file.case.caseNumber,
    receivedAt: formatInstant(file.case.receivedAt, language),
    answerBy: report || joined ? '' : formatDate(file.case.dueOn, language),
    next: joined ? met : [...met, ...next],
    casePath: caseId && `/${municipality.slug}/cases/${caseId}`,
    // Another may have applied for a person who now reads this; whoever only reported sees their own words alone.
    copy: [...copyOf(file.case, texts), ...filesOf(file, language)],
  });
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name } });
}

/** The open case the request was added to, for whoever is a party there; nobody else is told that there is one. */
async function joinedCase(
  c: WebContext,
  pages: IntakePages,
  { file, reader }: OpenedCase,
): Promise<string | undefined> {
  const { joinedTo } = file.case;
  const open = joinedTo ? await pages.store.load(joinedTo) : undefined;
  if (open === undefined) return undefined;
  const { nationalId } = reader;
  const access = accessTo(open, { nationalId, personId: await pages.personId(nationalId) }, osloDate(now(c)));
  return access === 'none' || access === 'receipt' ? undefined : open.case.caseId;
}

/** What was uploaded with the form: later files are not part of what was sent. */
function filesOf(file: CaseFile, language: PageLanguage) {
  const sent = { attachments: file.attachments.filter(({ purpose }) => purpose === 'mandate' || purpose === 'scan') };
  const { attachments } = attachmentsView(sent, '', language);
  const value = attachments.map(({ name, size }) => `${name}, ${size}`).join('\n');
  return value ? [{ label: formTexts[language].receipt.files, value }] : [];
}
