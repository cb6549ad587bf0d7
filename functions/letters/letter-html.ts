import appealDecidedNb from '../../templates/letters/appeal-decided/nb.hbs';
import appealDecidedNn from '../../templates/letters/appeal-decided/nn.hbs';
import appealForwardedNb from '../../templates/letters/appeal-forwarded/nb.hbs';
import appealForwardedNn from '../../templates/letters/appeal-forwarded/nn.hbs';
import appealForwardedCopyNb from '../../templates/letters/appeal-forwarded-copy/nb.hbs';
import appealForwardedCopyNn from '../../templates/letters/appeal-forwarded-copy/nn.hbs';
import appealReceiptNb from '../../templates/letters/appeal-receipt/nb.hbs';
import appealReceiptNn from '../../templates/letters/appeal-receipt/nn.hbs';
import consentRequestNb from '../../templates/letters/consent-request/nb.hbs';
import consentRequestNn from '../../templates/letters/consent-request/nn.hbs';
import coordinatorAppointedNb from '../../templates/letters/coordinator-appointed/nb.hbs';
import coordinatorAppointedNn from '../../templates/letters/coordinator-appointed/nn.hbs';
import decisionNb from '../../templates/letters/decision/nb.hbs';
import decisionNn from '../../templates/letters/decision/nn.hbs';
import deferralNb from '../../templates/letters/deferral/nb.hbs';
import deferralNn from '../../templates/letters/deferral/nn.hbs';
import delayNoticeNb from '../../templates/letters/delay-notice/nb.hbs';
import delayNoticeNn from '../../templates/letters/delay-notice/nn.hbs';
import informationRequestNb from '../../templates/letters/information-request/nb.hbs';
import informationRequestNn from '../../templates/letters/information-request/nn.hbs';
import receiptNb from '../../templates/letters/receipt/nb.hbs';
import receiptNn from '../../templates/letters/receipt/nn.hbs';
import withdrawalConfirmedNb from '../../templates/letters/withdrawal-confirmed/nb.hbs';
import withdrawalConfirmedNn from '../../templates/letters/withdrawal-confirmed/nn.hbs';
import style from '../../templates/styles/letter.css?text';
import type { Language } from '../core/language.ts';
import type { LetterKind } from '../core/letter-record.ts';
import { softHyphenated } from './hyphenation.ts';
import { armsOf } from './letterhead.ts';
import { appealDecidedView } from './views/appeal-decided.ts';
import { appealForwardedView } from './views/appeal-forwarded.ts';
import { appealForwardedCopyView } from './views/appeal-forwarded-copy.ts';
import { appealReceiptView } from './views/appeal-receipt.ts';
import { consentRequestView } from './views/consent-request.ts';
import { coordinatorAppointedView } from './views/coordinator-appointed.ts';
import { decisionView } from './views/decision.ts';
import { deferralView } from './views/deferral.ts';
import { delayNoticeView } from './views/delay-notice.ts';
import { informationRequestView } from './views/information-request.ts';
import type { LetterView, ViewInput } from './views/letter.ts';
import { receiptView } from './views/receipt.ts';
import { withdrawalConfirmedView } from './views/withdrawal-confirmed.ts';

interface Letter extends Readonly<Record<Language, (view: object) => string>> {
  readonly view: (input: ViewInput) => LetterView;
}

const letters: Readonly<Record<LetterKind, Letter>> = {
  receipt: { view: receiptView, nb: receiptNb, nn: receiptNn },
  'consent-request': { view: consentRequestView, nb: consentRequestNb, nn: consentRequestNn },
  'information-request': { view: informationRequestView, nb: informationRequestNb, nn: informationRequestNn },
  'delay-notice': { view: delayNoticeView, nb: delayNoticeNb, nn: delayNoticeNn },
  decision: { view: decisionView, nb: decisionNb, nn: decisionNn },
  'coordinator-appointed': { view: coordinatorAppointedView, nb: coordinatorAppointedNb, nn: coordinatorAppointedNn },
  'appeal-receipt': { view: appealReceiptView, nb: appealReceiptNb, nn: appealReceiptNn },
  deferral: { view: deferralView, nb: deferralNb, nn: deferralNn },
  'appeal-decided': { view: appealDecidedView, nb: appealDecidedNb, nn: appealDecidedNn },
  'appeal-forwarded': { view: appealForwardedView, nb: appealForwardedNb, nn: appealForwardedNn },
  'appeal-forwarded-copy': {
    view: appealForwardedCopyView,
    nb: appealForwardedCopyNb,
    nn: appealForwardedCopyNn,
  },
  'withdrawal-confirmed': { view: withdrawalConfirmedView, nb: withdrawalConfirmedNb, nn: withdrawalConfirmedNn },
};

/** The view model of a letter. Throws NotFoundError or WrongStateError when the file has not what the letter tells. */
export function viewOf(kind: LetterKind, input: ViewInput): LetterView {
  return letters[kind].view(input);
}

/** The whole page. Throws when the template asks for anything the view does not have. */
export function htmlOf(kind: LetterKind, view: LetterView): string {
  return keptTogether(
    letters[kind][view.language]({ ...view, style, arms: armsOf(view.sender.slug) }),
    view.caseNumber,
  );
}

/**
 * No line ends after «§», or within «§ 2-5 b», «ID-porten», a date, a telephone number or the case number; long words may be
 * broken where they are joined.
 */
export function keptTogether(html: string, caseNumber?: string): string {
  const [, head = '', bodyTag = '', body = ''] = /^([\s\S]*?)(<body[^>]*>)([\s\S]*)$/.exec(html) ?? [];
  const kept = softHyphenated(body).replaceAll(/<[^>]*>|[^<]+/g, (piece) => {
    if (piece.startsWith('<')) return piece;
    const text = textKeptTogether(piece);
    return caseNumber ? text.replaceAll(caseNumber, `<span class="keep">${caseNumber}</span>`) : text;
  });
  return `${head}${bodyTag}${kept}`;
}

function textKeptTogether(text: string): string {
  return text
    .replaceAll(/(§§?) /g, '$1&nbsp;')
    .replaceAll(/(?<![\w/=-])(\d{1,2}-\d{1,2})( [a-c])?(?![\w-])/g, '<span class="keep">$1$2</span>')
    .replaceAll(/(?<![\p{L}\d])(ID-porten|e-post\p{L}*)/gu, '<span class="keep">$1</span>')
    .replaceAll(/(\d{1,2}\.) ([a-z]{3,9} \d{4})/g, '$1&nbsp;$2')
    .replaceAll(/(\d) (?=\d)/g, '$1&nbsp;');
}
