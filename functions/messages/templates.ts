import consentNb from '../../templates/mail/consent.nb.txt.hbs';
import consentNn from '../../templates/mail/consent.nn.txt.hbs';
import consentChangedNb from '../../templates/mail/consent-changed.nb.txt.hbs';
import consentChangedNn from '../../templates/mail/consent-changed.nn.txt.hbs';
import coordinatorHandoverNb from '../../templates/mail/coordinator-handover.nb.txt.hbs';
import coordinatorHandoverNn from '../../templates/mail/coordinator-handover.nn.txt.hbs';
import digestNb from '../../templates/mail/digest.nb.txt.hbs';
import digestNn from '../../templates/mail/digest.nn.txt.hbs';
import forwardedNb from '../../templates/mail/forwarded.nb.txt.hbs';
import forwardedNn from '../../templates/mail/forwarded.nn.txt.hbs';
import holdNb from '../../templates/mail/hold.nb.txt.hbs';
import holdNn from '../../templates/mail/hold.nn.txt.hbs';
import leaderToldNb from '../../templates/mail/leader-told.nb.txt.hbs';
import leaderToldNn from '../../templates/mail/leader-told.nn.txt.hbs';
import letterNb from '../../templates/mail/letter.nb.txt.hbs';
import letterNn from '../../templates/mail/letter.nn.txt.hbs';
import letterReminderNb from '../../templates/mail/letter-reminder.nb.txt.hbs';
import letterReminderNn from '../../templates/mail/letter-reminder.nn.txt.hbs';
import printNb from '../../templates/mail/print.nb.txt.hbs';
import printNn from '../../templates/mail/print.nn.txt.hbs';
import rightChangedNb from '../../templates/mail/right-changed.nb.txt.hbs';
import rightChangedNn from '../../templates/mail/right-changed.nn.txt.hbs';
import taskNb from '../../templates/mail/task.nb.txt.hbs';
import taskNn from '../../templates/mail/task.nn.txt.hbs';
import type { Language } from '../core/language.ts';

const templates = {
  task: { nb: taskNb, nn: taskNn },
  letter: { nb: letterNb, nn: letterNn },
  'letter-reminder': { nb: letterReminderNb, nn: letterReminderNn },
  consent: { nb: consentNb, nn: consentNn },
  'consent-changed': { nb: consentChangedNb, nn: consentChangedNn },
  'leader-told': { nb: leaderToldNb, nn: leaderToldNn },
  hold: { nb: holdNb, nn: holdNn },
  digest: { nb: digestNb, nn: digestNn },
  print: { nb: printNb, nn: printNn },
  'coordinator-handover': { nb: coordinatorHandoverNb, nn: coordinatorHandoverNn },
  'right-changed': { nb: rightChangedNb, nn: rightChangedNn },
  forwarded: { nb: forwardedNb, nn: forwardedNn },
} as const satisfies Record<string, Record<Language, (view: object) => string>>;

/** Every mail the product sends; one file per language under `templates/mail/`. */
export type MailTemplate = keyof typeof templates;

/** The names of all mail templates. */
export const mailTemplates = Object.keys(templates) as readonly MailTemplate[];

/** What a mail may say. */
export interface MailView {
  /** Name of the municipality, `Gulen kommune`. */
  readonly municipality: string;
  readonly link: string | undefined;
  readonly caseNumber: string | undefined;
  readonly object: string | undefined;
  readonly unaddressed?: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * A mail's subject and text: the template's first line, and what follows the empty line after it. A template that prints
 * a link or number it was not given throws: fields without a value are left out, and the templates are strict.
 */
export function renderMail(
  template: MailTemplate,
  language: Language,
  view: MailView,
): { readonly subject: string; readonly text: string } {
  const { municipality, counts, link, caseNumber, object } = view;
  const given = {
    municipality,
    counts,
    hasCaseNumber: Boolean(caseNumber),
    unaddressed: view.unaddressed ?? false,
    ...(link ? { link } : {}),
    ...(caseNumber ? { caseNumber } : {}),
    ...(object ? { object } : {}),
  };
  const [subject = '', , ...text] = templates[template][language](given).split('\n');
  return { subject: subject.trim(), text: text.join('\n') };
}
