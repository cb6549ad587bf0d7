import { addMonths, atOslo, compareDates, osloDate } from '../../core/calendar.ts';
import { type AppEnvironment, parseNationalId } from '../../core/national-id.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { FormFields } from '../../platform/http/index.ts';
import { type ApplicationField, applicationFields, type FieldProblem } from '../application/application-fields.ts';
import { type Application, readApplication } from '../application/application-form.ts';

const ownFields = ['receivedOn', 'postmarkedOn', 'signedBy', 'submitterNationalId'] as const;
/** Every field of the page where staff enter what came on paper. */
export const paperFields = [...ownFields, ...applicationFields] as const;
export type PaperField = ApplicationField | (typeof ownFields)[number];

/** Who signed the paper; an unsigned one counts as received as well, and staff ask for the signature. */
export const signers = ['person', 'submitter', 'both-parents', 'nobody'] as const;
export type Signer = (typeof signers)[number];

/** What can be wrong besides what can be wrong on the form. `unsigned`: a consent that nobody signed. */
export type PaperProblem =
  | FieldProblem
  | 'date'
  | 'later-than-today'
  | 'too-old'
  | 'later-than-receipt'
  | 'no-submitter'
  | 'no-other-parent'
  | 'unsigned';
export type PaperErrors = Partial<Record<PaperField, PaperProblem>>;

/** A paper form as it was entered. */
export interface PaperForm {
  readonly application: Application;
  /** Noon of the day it came, or now when it came today: the clock has run since that day (fvl § 11 a). */
  readonly receivedAt: Instant;
  readonly postmarkedOn?: CalendarDate;
  readonly signedBy: Signer;
}

/** Reads what staff typed, or what is wrong with it. */
export function readPaper(
  form: FormFields,
  { environment, now }: { readonly environment: AppEnvironment; readonly now: Instant },
): Result<PaperForm, PaperErrors> {
  const own = ownErrors(form, { environment, today: osloDate(now) });
  const today = own.receivedOn ? osloDate(now) : (form.receivedOn ?? '');
  const read = readAs(form, { environment, today });
  const errors: PaperErrors = { ...(read.ok ? {} : read.error), ...own };
  const signedBy = signers.find((signer) => signer === form.signedBy);
  if (!read.ok || signedBy === undefined || Object.keys(errors).length > 0) return err(inPageOrder(errors));
  const receivedAt = receivedTime(today, now);
  const postmark = form.postmarkedOn ? { postmarkedOn: form.postmarkedOn } : {};
  return ok({ application: read.value, receivedAt, signedBy, ...postmark });
}

/** Noon of an earlier day, or now when it came today. */
export function receivedTime(receivedOn: CalendarDate, now: Instant): Instant {
  return receivedOn === osloDate(now) ? now : atOslo(receivedOn, '12:00');
}

interface Place {
  readonly environment: AppEnvironment;
  readonly today: CalendarDate;
}

/** The form's own rules, with the numbers that staff typed in place of a sign-in. */
function readAs(form: FormFields, { environment, today }: Place): Result<Application, PaperErrors> {
  const self = form.role === 'self';
  const parsed = parseNationalId((self ? form.personNationalId : form.submitterNationalId) ?? '', environment);
  // Without a person there is no age to judge the rest by; this comes first.
  if (self && !parsed.ok) return err({ personNationalId: numberProblem(form.personNationalId ?? '', environment) });
  const nationalId = parsed.ok ? parsed.value.value : '';
  const read = readApplication(form, { nationalId, environment, today });
  if (!read.ok || nationalId !== '' || read.value.submitter === undefined) return read;
  const { nationalId: _, ...submitter } = read.value.submitter;
  return ok({ ...read.value, submitter });
}

function ownErrors(form: FormFields, place: Place): PaperErrors {
  const problems: readonly (readonly [PaperField, PaperProblem | undefined])[] = [
    ['receivedOn', receivedProblem(form.receivedOn ?? '', place.today)],
    ['postmarkedOn', postmarkProblem(form.postmarkedOn ?? '', form.receivedOn ?? '')],
    ['signedBy', signatureProblem(form)],
    ['submitterNationalId', submitterProblem(form, place)],
    ...(['consentPlan', 'consentSharing'] as const).map(
      (name) => [name, form[name] === 'yes' && form.signedBy === 'nobody' ? 'unsigned' : undefined] as const,
    ),
  ];
  return Object.fromEntries(problems.filter(([, problem]) => problem !== undefined));
}

/** What is wrong with the day something came: it is today or earlier, and not more than a year ago. */
export function receivedProblem(text: string, today: CalendarDate): PaperProblem | undefined {
  if (text === '') return 'missing';
  if (!isDate(text)) return 'date';
  if (compareDates(text, today) > 0) return 'later-than-today';
  return compareDates(text, addMonths(today, -12)) < 0 ? 'too-old' : undefined;
}

function postmarkProblem(text: string, receivedOn: string): PaperProblem | undefined {
  if (text === '') return undefined;
  if (!isDate(text)) return 'date';
  return isDate(receivedOn) && compareDates(text, receivedOn) > 0 ? 'later-than-receipt' : undefined;
}

function signatureProblem({ signedBy, role, otherParent }: FormFields): PaperProblem | undefined {
  if (!signers.some((signer) => signer === signedBy)) return 'missing';
  if (signedBy === 'both-parents' && (role !== 'parent' || otherParent !== 'yes')) return 'no-other-parent';
  return signedBy === 'submitter' && role === 'self' ? 'no-submitter' : undefined;
}

/** Whoever acts for the person and wants the letters digitally has to be known by a number to sign in. */
function submitterProblem(form: FormFields, { environment }: Place): PaperProblem | undefined {
  const text = form.submitterNationalId ?? '';
  if (form.role === 'self') return undefined;
  const acts = form.role === 'parent' || form.role === 'attorney' || form.role === 'guardian';
  if (text === '') return acts && form.contact === 'digital' ? 'missing' : undefined;
  return parseNationalId(text, environment).ok ? undefined : numberProblem(text, environment);
}

function numberProblem(text: string, environment: AppEnvironment): PaperProblem {
  if (text.trim() === '') return 'missing';
  const parsed = parseNationalId(text, environment);
  const wrongPlace = !parsed.ok && /production/.test(parsed.error);
  return wrongPlace ? 'national-id-synthetic' : 'national-id';
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function inPageOrder(errors: PaperErrors): PaperErrors {
  return Object.fromEntries(paperFields.flatMap((name) => (errors[name] ? [[name, errors[name]]] : [])));
}
