import { z } from 'zod';
import { longestText } from '../../core/answers.ts';
import { childCoordinatorFor } from '../../core/case.ts';
import { languages } from '../../core/language.ts';

// The messages of these schemas are the codes of the problem's `errors`: see faults.ts.

/**
 * No control characters (but for line ends and tabs) and no half of a surrogate pair: neither can be printed in a letter.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]*$/u;

const line = (description: string, example: string) =>
  z
    .string()
    .regex(printable, 'characters')
    .min(1, 'missing')
    .max(200, 'too-long')
    .meta({ description, examples: [example] });
const text = (description: string, example: string) =>
  z
    .string()
    .regex(printable, 'characters')
    .max(longestText, 'too-long')
    .meta({ description, examples: [example] });
const moment = (description: string, example: string) =>
  z.iso
    .datetime({ offset: true, error: 'date-time' })
    .meta({ description: `${description} (RFC 3339)`, examples: [example] });
const nationalId = (description: string, example: string) =>
  z
    .string()
    .regex(/^\d{11}$/, 'national-id')
    .meta({
      description: `${description} Eleven digits; only synthetic numbers outside production.`,
      examples: [example],
    });

const address = z
  .strictObject({
    street: line('Street and number, or a box.', 'Testvegen 1'),
    postalCode: z
      .string()
      .regex(/^\d{4}$/, 'postal-code')
      .meta({ examples: ['5966'] }),
    city: line('Name of the post town.', 'Eivindvik'),
  })
  .meta({ description: 'A postal address in Norway.' });

const reach = {
  email: z
    .email('email')
    .max(200, 'too-long')
    .meta({
      description: 'For neutral notifications; a mail never says what the case is about.',
      examples: ['kari@innbygger.example'],
    })
    .optional(),
  phone: z
    .string()
    .regex(/^\+?\d[\d ]{6,14}\d$/, 'phone')
    .meta({ examples: ['90 00 00 00'] })
    .optional(),
};

const representative = {
  name: line('Name of the one who sends it.', 'Anne Testperson'),
  nationalId: nationalId('Of the one who sends it.', '30848125098'),
  ...reach,
  address: address.optional(),
};
const mandate = text(
  'Who gave the mandate, when, and for what (fvl § 12; vgml). The municipality may ask to see it.',
  '',
);

const mandateFacts = {
  mandate: mandate.optional(),
  mandateKind: z
    .enum(['written', 'future-power'])
    .meta({ description: 'Fullmakt or fremtidsfullmakt; a guardian needs none (vgml §§ 78–80).' })
    .optional(),
  mandateCovers: z
    .enum(['personal', 'economic', 'both'])
    .meta({ description: 'A mandate for economic matters does not reach to consent (vgml § 20).' })
    .optional(),
  mandateUntil: z.iso.date('date').meta({ description: 'The last day of the mandate, when it says one.' }).optional(),
};

const applicant = z
  .discriminatedUnion('role', [
    z.strictObject({ role: z.literal('self') }),
    z.strictObject({ role: z.enum(['parent', 'guardian']), ...representative, ...mandateFacts }),
    z.strictObject({
      role: z.literal('attorney'),
      ...representative,
      ...mandateFacts,
      lawyer: z
        .boolean()
        .meta({ description: 'A lawyer acts without showing a written fullmakt (fvl § 12).' })
        .optional(),
      employedInField: z.boolean().meta({
        description: 'Employed by the municipality in the same field: may then not act as fullmektig (fvl § 12).',
      }),
    }),
    z.strictObject({ role: z.literal('relative'), ...representative }),
    z.strictObject({
      role: z.enum(['health-worker', 'hospital']),
      name: representative.name,
      organisation: line('Where the one who reports works.', 'Testhuset sjukeheim'),
      ...reach,
      address: address.optional(),
    }),
  ])
  .meta({
    description:
      'Who applies. `self`: the person. `parent`, `attorney` (fullmektig) and `guardian` (verge) apply for the person. `relative`, `health-worker` and `hospital` report a need, which is no application until the person consents.',
  });

const person = z
  .strictObject({
    name: line('Name of the person the plan or coordinator is for.', 'Kari Testperson'),
    nationalId: nationalId('Of the person.', '14858510016'),
    ...reach,
    address: address.optional(),
    addressShielded: z
      .boolean()
      .meta({ description: 'The address is shielded (kode 6 or 7): then leave `address` out.' })
      .optional(),
  })
  .meta({ description: 'The one the plan or coordinator is for.' });

const otherParent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('unreachable'), why: text('Why the other one cannot be asked.', '') }),
    z.strictObject({
      kind: z.literal('known'),
      name: line('Name of the other one.', 'Per Testperson'),
      nationalId: nationalId('Of the other one.', '30848125098'),
      email: reach.email,
      address: address.optional(),
    }),
  ])
  .meta({
    description:
      'The other one with parental responsibility, when a parent applies for a plan for a child under 16: both consent (pbrl § 4-4).',
  });

const authentication = z
  .discriminatedUnion('level', [
    z.strictObject({
      level: z.enum(['idporten-loa-high', 'idporten-loa-substantial', 'signed-paper']),
      at: moment('When the person signed in, or signed; at most 30 days ago', '2026-11-21T08:55:00Z'),
    }),
    z.strictObject({ level: z.literal('none') }),
  ])
  .meta({
    description:
      'How the applicant proved who they are at your end. Consents are recorded for `idporten-loa-high` and `signed-paper` only; otherwise they count as not answered, and the person is asked later.',
  });

/** What is posted: the same application as the form's, as JSON. Everything in it is personal: never logged, never echoed. */
export const submissionSchema = z
  .strictObject({
    applicant,
    person,
    authentication,
    wishes: z
      .strictObject({
        plan: z.boolean().meta({ description: 'Individuell plan (pbrl § 2-5).' }),
        coordinator: z.boolean().meta({ description: 'Koordinator (pbrl § 2-5 b).' }),
        childCoordinator: z.boolean().meta({ description: 'Barnekoordinator (pbrl § 2-5 c).' }),
        childCoordinatorFor: z
          .enum(childCoordinatorFor)
          .meta({ description: 'Whose family it is about; a parent applies for the child itself.' })
          .optional(),
        wishedCoordinator: line(
          'Somebody the person would like as coordinator.',
          'Heimetenesta i Eivindvik',
        ).optional(),
      })
      .meta({ description: 'What is applied for: one of them at least.' }),
    account: z
      .strictObject({
        needs: text('What help is needed, in own words.', 'Eg treng at tenestene snakkar saman.').min(1, 'missing'),
        goals: text('What matters to the person.', 'Bu heime.').optional(),
        services: text('Services received or needed.', 'Heimesjukepleie').optional(),
        childsView: text('What a child of 7 or more says itself.', 'Eg vil ha same vaksen på skulen.').optional(),
        childNotHeard: text('Why a child of 12 or more has not been asked yet.', '').optional(),
      })
      .meta({ description: 'As the applicant typed it; kept and shown unchanged.' }),
    consents: z
      .strictObject({
        textVersion: z
          .string()
          .regex(/^[A-Za-z0-9._-]{1,64}$/, 'characters')
          .meta({ description: 'Version of the consent text that was shown.', examples: ['gulen-2026-1'] }),
        plan: z
          .enum(['yes', 'no', 'later'])
          .meta({ description: 'That a plan is made. Only with `wishes.plan`.' })
          .optional(),
        sharing: z
          .enum(['yes', 'no'])
          .meta({ description: 'That those who help may share what is needed.' })
          .optional(),
      })
      .meta({
        description: 'Answers to the consent questions; what is left out was not answered. Never with a report.',
      })
      .optional(),
    otherParent: otherParent.optional(),
    asksNotInformed: text('Why a child of 12 to 15 asks that the parents are not told (pbrl § 3-4).', '').optional(),
    language: z.enum(languages).meta({ description: 'What the letters are written in.' }),
    contact: z.enum(['digital', 'paper']).meta({
      description: 'How letters reach the applicant. `digital` takes an e-mail address, `paper` a postal address.',
    }),
    interpreter: line('Language of an interpreter that is needed.', 'ukrainsk').optional(),
    receivedAt: moment(
      'When your form received it, if it waited in a queue: at most 30 days ago. The month for the answer counts from it (fvl § 11 a)',
      '2026-11-21T09:00:00Z',
    ).optional(),
  })
  .meta({ description: 'An application for individuell plan or koordinator, or a report of need.' });

/** A posted application of the right shape. Whether it can be taken is for `readApplication` to judge. */
export type PostedApplication = z.output<typeof submissionSchema>;

/** The answer to an application that was received. No personal data. */
export const receiptSchema = z
  .strictObject({
    caseId: z.string().regex(/^[a-z2-7]{26}$/),
    receivedAt: z.iso.datetime(),
    receivedOn: z.iso.date().meta({ description: 'The day it was received, in Norway.' }),
    answerDueOn: z.iso
      .date()
      .meta({ description: 'One month later: the person has an answer or a notice of delay by then.' }),
    status: z.literal('received'),
  })
  .meta({ description: 'The application is received. The same key and body always get the same answer.' });
export type SubmissionReceipt = z.output<typeof receiptSchema>;
