import type { Appeal } from '../../core/appeal.ts';
import { canWithdrawAppeal, concernsDecision, isAppealOpen } from '../../core/appeal-state.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { radioChoices } from '../../platform/http/index.ts';
import type { CaseTexts } from './texts.ts';

/** One appeal on the case page: how it stands, and taking it back while the municipality has it. */
export function appealView(
  appeal: Appeal,
  page: { t: CaseTexts; language: Language; base: string; csrfToken: (path: string) => string },
) {
  const { appeals } = page.t;
  const path = `${page.base}/appeal/withdraw`;
  return {
    heading: appeals.received
      .replace('{n}', String(appeal.number))
      .replace('{date}', formatDate(appeal.receivedOn, page.language)),
    state: stateOf(appeal, appeals),
    deferral: deferralOf(appeal, appeals),
    forwardedNote: appeal.state === 'forwarded' ? appeals.forwardedNote : '',
    copy: { href: `${page.base}/appeals/${appeal.number}`, text: appeals.copy },
    withdraw: canWithdrawAppeal(appeal) && {
      path,
      csrf: page.csrfToken(path),
      number: String(appeal.number),
      button: appeals.withdraw,
      choice: radioChoices(
        { values: {}, errors: {} },
        {
          name: 'choice',
          id: `field-appeal-${appeal.number}`,
          label: appeals.withdrawLabel,
          options: [{ value: 'withdraw', label: appeals.withdrawChoice }],
        },
      ),
    },
  };
}

function stateOf(appeal: Appeal, t: CaseTexts['appeals']): string {
  if (appeal.state === 'concluded' && appeal.county && appeal.county.outcome !== 'withdrawn') return t.countyDone;
  if (concernsDecision(appeal)) return t.states[appeal.state];
  if (appeal.state === 'in-reassessment') return t.otherReassessment;
  return appeal.state === 'in-approval' ? t.otherApproval : t.states[appeal.state];
}

/** Whether the decision waits until the appeal is decided, while there is an appeal to wait for (fvl § 42). */
function deferralOf(appeal: Appeal, { deferral: t }: CaseTexts['appeals']): string {
  const { deferralWanted, review } = appeal;
  if (!isAppealOpen(appeal)) return '';
  if (review) return review.deferral ? t[review.deferral.granted ? 'granted' : 'refused'] : '';
  return deferralWanted ? t.asked : '';
}
