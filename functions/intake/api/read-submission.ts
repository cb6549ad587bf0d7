import { osloDate } from '../../core/calendar.ts';
import { type AppEnvironment, parseNationalId } from '../../core/national-id.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import { type Application, readApplication } from '../application/application-form.ts';
import { asForm, isProven, pointers } from './as-form.ts';
import { type Fault, faultsOf } from './faults.ts';
import { signatureSeconds } from './signature.ts';
import { type PostedApplication, submissionSchema } from './submission.ts';

/** An application that can be taken, with what the form has no fields for. */
export interface ReadSubmission {
  readonly application: Application;
  /** National id of the one who sent it; absent for who reports at work. */
  readonly nationalId?: string;
  readonly receivedAt: Instant;
  readonly authentication: PostedApplication['authentication'];
  /** False when that was not enough for a consent: it is asked for. */
  readonly senderProven?: false;
  /** Which text was consented to and how; undefined when no consent was taken. */
  readonly consentText?: { readonly version: string; readonly how: 'form' | 'paper' };
}

/** Longest an application may have waited at the sender's. */
const longestQueueDays = 30;

/** Judges a posted application: its shape, then what the form knows by itself (who and when), then as the form judges. */
export function readSubmission(
  body: unknown,
  { environment, now }: { readonly environment: AppEnvironment; readonly now: Instant },
): Result<ReadSubmission, readonly Fault[]> {
  const shape = submissionSchema.safeParse(body);
  if (!shape.success) return err(faultsOf(shape.error.issues, body));
  const posted = shape.data;
  const whoAndWhen = [...timeFaults(posted, now), ...nationalIdFaults(posted, environment)];
  if (whoAndWhen.length > 0) return err(whoAndWhen);
  const { applicant, person } = posted;
  const own = applicant.role === 'self' ? person.nationalId : 'nationalId' in applicant ? applicant.nationalId : '';
  const receivedAt = earliest(posted.receivedAt, now);
  const read = readApplication(asForm(posted), { nationalId: own, environment, today: osloDate(receivedAt) });
  const meaning = read.ok ? [] : Object.entries(read.error).map(([name, code]) => ({ pointer: pointerTo(name), code }));
  const faults = [...memberFaults(posted), ...meaning];
  if (!read.ok || faults.length > 0) return err(faults);
  return ok({
    application: read.value,
    ...(own !== '' && { nationalId: own }),
    receivedAt,
    authentication: posted.authentication,
    ...(!isProven(posted) && { senderProven: false }),
    ...consentText(posted),
  });
}

function pointerTo(field: string): string {
  return Object.entries(pointers).find(([name]) => name === field)?.[1] ?? '';
}

function consentText(posted: PostedApplication): Pick<ReadSubmission, 'consentText'> {
  if (posted.consents === undefined || !isProven(posted)) return {};
  const how = posted.authentication.level === 'signed-paper' ? 'paper' : 'form';
  return { consentText: { version: posted.consents.textVersion, how } };
}

/** Times may be ahead of ours by as much as a signature's, since the same clock made them. */
function timeFaults({ authentication, receivedAt }: PostedApplication, now: Instant): Fault[] {
  const check = (pointer: string, time: string | undefined): Fault[] => {
    if (time === undefined) return [];
    const seconds = (Date.parse(now) - Date.parse(time)) / 1000;
    if (seconds < -signatureSeconds) return [{ pointer, code: 'future' }];
    return seconds > longestQueueDays * 86_400 ? [{ pointer, code: 'too-old' }] : [];
  };
  const signedInAt = 'at' in authentication ? authentication.at : undefined;
  return [...check('/authentication/at', signedInAt), ...check('/receivedAt', receivedAt)];
}

/** The form knows its sender from the sign-in; here the sender's number is as typed as the person's. */
function nationalIdFaults({ applicant, person }: PostedApplication, environment: AppEnvironment): Fault[] {
  const check = (pointer: string, nationalId: string): Fault[] => {
    const parsed = parseNationalId(nationalId, environment);
    if (parsed.ok) return [];
    const wrongPlace = parsed.error === 'real-outside-production' || parsed.error === 'synthetic-in-production';
    return [{ pointer, code: wrongPlace ? 'national-id-synthetic' : 'national-id' }];
  };
  if (applicant.role === 'self') return check('/person/nationalId', person.nationalId);
  return 'nationalId' in applicant ? check('/applicant/nationalId', applicant.nationalId) : [];
}

/** What the form leaves out unseen, as its page does not ask for it; a sender has to be told that it is not kept. */
function memberFaults({ applicant, consents, person, wishes }: PostedApplication): Fault[] {
  const reports: readonly string[] = ['relative', 'health-worker', 'hospital'];
  const faults: Fault[] = [];
  if (consents && reports.includes(applicant.role)) faults.push({ pointer: '/consents', code: 'not-asked' });
  else if (consents?.plan && !wishes.plan) faults.push({ pointer: '/consents/plan', code: 'not-asked' });
  if (person.addressShielded && person.address) faults.push({ pointer: '/person/address', code: 'shielded-address' });
  return faults;
}

/** The earlier of the two, as an instant of ours; a time that cannot be placed is `now`. */
function earliest(time: string | undefined, now: Instant): Instant {
  const at = Math.min(Date.parse(time ?? now), Date.parse(now));
  return new Date(at).toISOString();
}
