import casesTemplate from '../../../templates/pages/cases.hbs';
import receiptTemplate from '../../../templates/pages/receipt.hbs';
import { formatDate, formatInstant } from '../../core/format.ts';
import { openCase } from '../../identity/index.ts';
import { municipalityOf, now, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import { copyOf } from '../application/copy.ts';
import type { IntakePages } from './ports.ts';
import { intakeTexts } from './texts.ts';

/**
 * `/:m/application/receipt/:caseId`: reference, time of receipt and a copy of what was sent (eFvf § 6). All that a
 * relative, health worker or hospital gets to see.
 */
export async function receiptPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const opened = await openCase(c, pages);
  if (opened instanceof Response) return opened;
  const { municipality, file, access, actor, reader } = opened;
  await pages.store.appendEvent(file.case.caseId, { at: now(c), type: 'receipt-viewed', actor });
  const language = pageLanguage(c, file.case.language);
  const texts = intakeTexts[language];
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
    copy: copyOf(file.case, texts),
  });
  return renderPage(c, { title, language, municipality, body, user: { name: reader.name } });
}

/** `/:m/cases`: the cases of whoever is signed in, newest first. */
export async function casesPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const person = await pages.sessions.requirePerson(c);
  if (person instanceof Response) return person;
  const language = pageLanguage(c, municipality.language);
  const t = intakeTexts[language].cases;
  const cases = await pages.store.listByPerson(municipality.number, person.nationalId);
  const body = casesTemplate({
    t,
    applyPath: `/${municipality.slug}/application`,
    cases: cases.map(({ caseId, caseNumber, receivedOn, submitter }) => ({
      // A relative's own report leads to its receipt, as the case is not theirs to see.
      href:
        submitter?.role === 'relative' && submitter.nationalId === person.nationalId
          ? `/${municipality.slug}/application/receipt/${caseId}`
          : `/${municipality.slug}/cases/${caseId}`,
      name: caseNumber || t.without,
      received: formatDate(receivedOn, language),
    })),
  });
  return renderPage(c, { title: t.title, language, municipality, body, user: { name: person.name } });
}
