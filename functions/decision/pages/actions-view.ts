import { appealTargetsOf } from '../../core/appeal-targets.ts';
import type { CaseFile } from '../../core/records.ts';
import type { CalendarDate } from '../../core/time.ts';
import type { OpenedCase } from '../../identity/index.ts';
import { canAddInformation } from './information.ts';
import type { CaseTexts } from './texts.ts';

/** True while there is anything to appeal that has no open appeal. */
export function offersAppeal(file: CaseFile, today: CalendarDate): boolean {
  return appealTargetsOf(file, today).length > 0;
}

/** What one can do from the case page, each a page of its own. */
export function actionsView(
  { file, municipality }: OpenedCase,
  { t, today, base }: { readonly t: CaseTexts; readonly today: CalendarDate; readonly base: string },
): readonly { readonly href: string; readonly text: string }[] {
  const { actions } = t;
  const asked = file.tasks.some(({ kind, state }) => kind === 'consent' && state === 'open');
  const over = file.case.state === 'withdrawn' || file.case.state === 'closed';
  const added = file.information.length + file.attachments.length > 0;
  const apply = `/${municipality.slug}/application`;
  return [
    ...(asked ? [{ href: `${base}/consents`, text: actions.consentAnswer }] : []),
    ...(canAddInformation(file) ? [{ href: `${base}/information`, text: actions.information }] : []),
    ...(added && !canAddInformation(file) ? [{ href: `${base}/information`, text: actions.informationRead }] : []),
    ...(asked ? [] : [{ href: `${base}/consents`, text: actions.consents }]),
    { href: `${base}/contact`, text: actions.contact },
    ...(offersAppeal(file, today) ? [{ href: `${base}/appeal`, text: actions.appeal }] : []),
    ...(file.case.origin === 'own-initiative'
      ? []
      : [{ href: `${apply}/receipt/${file.case.caseId}`, text: actions.copy }]),
    ...(over ? [{ href: apply, text: actions.again }] : []),
    { href: `${base}/log`, text: actions.log },
  ];
}
