import { osloDate } from '../../core/calendar.ts';
import type { Case } from '../../core/case.ts';
import { submitterActsAs } from '../../core/representation.ts';
import type { CalendarDate } from '../../core/time.ts';
import { openCaseAsParty, type Party } from '../../identity/index.ts';
import { loadCaseFile } from '../../platform/case-file.ts';
import { checkBoxes, type FormState, now, type WebContext } from '../../platform/http/index.ts';
import type { ConsentPages } from './ports.ts';
import type { ConsentTexts } from './texts.ts';

/** Far more than a case is changed in one moment. */
const mostRounds = 20;

/**
 * May the person take back the mandate somebody acts under? A fullmakt or a fremtidsfullmakt that the person gave, at any
 * time (fvl § 12); not that of a guardian, which Statsforvalteren gave (vgml § 29).
 */
export function canWithdrawMandate(found: Case, access: Party, today: CalendarDate): boolean {
  const acts = submitterActsAs(found, today);
  const given = acts === 'attorney' || (acts === 'parent' && Boolean(found.submitter?.mandate));
  return access === 'person' && given;
}

/** View of the part of the consents page on the mandate. */
export function mandateView(
  found: Case,
  { t, path, csrf, state }: { t: ConsentTexts; path: string; csrf: string; state: FormState },
) {
  const { name = '', mandateUntil = '' } = found.submitter ?? {};
  const words = t.mandate;
  return {
    t: words,
    text: words.text.replace('{name}', name),
    until: mandateUntil,
    path,
    csrf,
    choice: checkBoxes(state, {
      name: 'choice-mandate',
      label: words.label,
      options: [{ name: 'choice-mandate', label: words.choice.replace('{name}', name) }],
    }),
  };
}

/** Takes the mandate back: from that moment its holder has no access and gets no letters. Once, however often it is sent. */
export async function withdrawMandate(c: WebContext, pages: ConsentPages): Promise<Response> {
  const opened = await openCaseAsParty(c, pages);
  if (opened instanceof Response) return opened;
  const { file, access, actor, municipality } = opened;
  const { caseId } = file.case;
  const at = now(c);
  const answer = (done: string) => c.redirect(`/${municipality.slug}/cases/${caseId}/consents?done=${done}`, 303);
  if (c.var.form['choice-mandate'] !== 'yes') return answer('mandate-unchanged');
  for (let round = 0; round < mostRounds; round += 1) {
    const { case: found } = await loadCaseFile(pages.store, caseId);
    const { submitter } = found;
    if (!submitter || !canWithdrawMandate(found, access, osloDate(at))) return answer('mandate-withdrawn');
    const written = await pages.store.update({
      caseId,
      changes: { submitter: { ...submitter, mandateWithdrawnAt: at } },
      event: { at, type: 'mandate-withdrawn', actor },
      expectVersion: found.version,
    });
    if (written.ok) return answer('mandate-withdrawn');
  }
  throw new Error(`case ${caseId} is changed without end`);
}
