import { osloDate } from '../../core/calendar.ts';
import type { Case, Consent, ConsentKind } from '../../core/case.ts';
import { consentGivers, hasOtherParent, newestConsent } from '../../core/consent-givers.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import type { CaseFile, TaskRecord } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { OpenedCase, Party } from '../../identity/index.ts';
import { checkBoxes, type FormState, radioChoices } from '../../platform/http/index.ts';
import { fieldText, optionTexts } from '../../tasks/pages/texts.ts';
import { consentsMatter, isGivenBy, isWithdrawal, kindsFor, mayConsent } from './change-consent.ts';
import { contactFields, ownParty, valuesOf } from './contact-fields.ts';
import { canWithdrawMandate, mandateView } from './mandate.ts';
import { type ConsentTexts, consentTexts } from './texts.ts';

/** What the consents page shows besides the case. */
export interface ConsentsMoment {
  readonly language: Language;
  readonly now: Instant;
  readonly state: FormState;
  readonly csrfToken: (path: string) => string;
  readonly done: string;
}

type Opened = OpenedCase & { readonly access: Party };

/** View of templates/pages/consents.hbs. */
export function consentsView(opened: Opened, moment: ConsentsMoment) {
  const { file, municipality, access } = opened;
  const t = consentTexts[moment.language];
  const base = `/${municipality.slug}/cases/${file.case.caseId}`;
  const done: Readonly<Record<string, string>> = t.done;
  const may = mayConsent(file.case, access, osloDate(moment.now));
  const open = may && consentsMatter(file.case);
  const question = open ? consentQuestion(file, access, moment.now) : undefined;
  return {
    t,
    casePath: base,
    done: done[moment.done] ?? '',
    readOnly: readOnlyNote(t, { may, open }),
    mandate: canWithdrawMandate(file.case, access, osloDate(moment.now))
      ? mandateView(file.case, {
          t,
          path: `${base}/consents/mandate`,
          csrf: moment.csrfToken(`${base}/consents/mandate`),
          state: moment.state,
        })
      : undefined,
    question: question && questionView(`${base}/consents/answer`, moment),
    consents: kindsFor(access).map((kind) =>
      consentView(opened, kind, { moment, open, asked: question !== undefined }),
    ),
  };
}

/**
 * The question about the consent to a plan that waits for its answer, by mail and on this page: one and the same. Not
 * for a parent who has answered already, while the other one has not.
 */
export function consentQuestion(file: CaseFile, access: Party, now: Instant): TaskRecord | undefined {
  const { given, declined } = consentGivers(file.case, osloDate(now));
  const answered = [...given, ...declined].some((giver) => giver === access);
  if (answered && hasOtherParent(file.case)) return undefined;
  return file.tasks.find(({ kind, state, expiresAt }) => kind === 'consent' && state === 'open' && now < expiresAt);
}

function readOnlyNote(t: ConsentTexts, { may, open }: { readonly may: boolean; readonly open: boolean }): string {
  if (open) return '';
  return may ? t.readOnlyWithdrawn : t.readOnlyChild;
}

function questionView(path: string, { state, language, csrfToken }: ConsentsMoment) {
  const fields = (['plan', 'coordinator', 'sharing'] as const).map((name) =>
    radioChoices(state, { name, ...fieldText('consent', name, language), options: optionTexts('yes-no', language) }),
  );
  return { path, csrf: csrfToken(path), fields };
}

function consentView(
  opened: Opened,
  kind: ConsentKind,
  { moment, open, asked }: { moment: ConsentsMoment; open: boolean; asked: boolean },
) {
  const { file, municipality, access } = opened;
  const t = consentTexts[moment.language];
  const who = access === 'person' ? t.you : file.case.person.name;
  const tool = municipality.planTool.name ? ` (${municipality.planTool.name})` : '';
  const words = t.kinds[kind];
  const inQuestion = asked && (kind === 'plan' || kind === 'sharing');
  return {
    id: kind,
    title: words.title,
    meaning: words.meaning.replaceAll('{who}', who).replace('{tool}', tool),
    state: stateText(file, kind, moment.language),
    below: inQuestion ? t.asked.below : '',
    form: open && !inQuestion ? formView(opened, kind, moment) : undefined,
  };
}

function stateText({ case: found }: CaseFile, kind: ConsentKind, language: Language): string {
  const t = consentTexts[language];
  if (kind === 'digitalContact') return t.state[found.contact];
  const answers = newestOfEach(found, kind);
  if (answers.length === 0) return t.state.none;
  const missing = hasOtherParent(found) && answers.length < 2 && kind === 'plan' ? [t.state.otherMissing] : [];
  return [...answers.map((answer) => answerText(found, answer, language)), ...missing].join(' ');
}

/** The newest answer; where two parents answer, the newest of each. */
function newestOfEach(found: Case, kind: ConsentKind): readonly Consent[] {
  const newest = newestConsent(found, kind);
  if (!hasOtherParent(found) || newest === undefined) return newest ? [newest] : [];
  const each = (['parent', 'other-parent'] as const).flatMap(
    (author) => newestConsent(found, kind, ({ by }) => by === author) ?? [],
  );
  return each.some((consent) => consent === newest) ? each : [newest, ...each];
}

function answerText(found: Case, newest: Consent, language: Language): string {
  const t = consentTexts[language];
  const own = found.consents.filter(({ by }) => !hasOtherParent(found) || by === newest.by);
  const declined = isWithdrawal(own, newest.kind) ? t.state.withdrawn : t.state.declined;
  return (newest.given ? t.state.given : declined)
    .replace('{date}', formatDate(osloDate(newest.at), language))
    .replace('{by}', t.by[newest.by])
    .replace('{how}', t.how[newest.how]);
}

function formView({ file, municipality, access }: Opened, kind: ConsentKind, moment: ConsentsMoment) {
  const t = consentTexts[moment.language];
  const given = isGivenBy(file.case, kind, access);
  const words = t.kinds[kind];
  const path = `/${municipality.slug}/cases/${file.case.caseId}/consents`;
  const channel = kind === 'digitalContact';
  const withdraw = file.case.decisionNumber > 0 ? words.withdrawAfter : words.withdrawBefore;
  const name = `choice-${kind}`;
  const label = given ? t.withdrawLabel : t.giveLabel;
  return {
    path,
    csrf: moment.csrfToken(path),
    kind,
    isOpen: moment.state.values.kind === kind && Object.keys(moment.state.errors).length > 0,
    change: given ? 'withdraw' : 'give',
    title: channel ? titleOfChannel(t, given) : given ? t.withdrawTitle : t.giveTitle,
    effect: given ? withdraw : words.give,
    choice: checkBoxes(moment.state, {
      name,
      label: channel ? t.contactLabel : label,
      options: [{ name, label: given ? words.withdrawChoice : words.giveChoice }],
    }),
    contact: channel ? channelFields(moment.state, { given, t, stored: valuesOf(ownParty(file, access)) }) : [],
    shielded: channel && given ? contactFields(moment.state, t.contact).shielded : undefined,
    button: channel ? titleOfChannel(t, given) : given ? t.withdrawButton : t.giveButton,
  };
}

function titleOfChannel(t: ConsentTexts, digital: boolean): string {
  return digital ? t.toPaper : t.toDigital;
}

/** Paper needs an address, digital an e-mail address: asked for where the channel is changed. */
function channelFields(
  state: FormState,
  { given, t, stored }: { given: boolean; t: ConsentTexts; stored: Readonly<Record<string, string>> },
) {
  const fields = contactFields({ values: { ...stored, ...state.values }, errors: state.errors }, t.contact);
  return given ? [fields.street, fields.postalCode, fields.city] : [fields.email];
}
