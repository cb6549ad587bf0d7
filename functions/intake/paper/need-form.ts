import { osloDate } from '../../core/calendar.ts';
import type { AppEnvironment } from '../../core/national-id.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import type { FormFields } from '../../platform/http/index.ts';
import { type Application, readApplication } from '../application/application-form.ts';
import { type PaperErrors, type PaperField, receivedProblem, receivedTime } from './paper-form.ts';

/** The fields of the page where staff register a need; the unit that saw it stands where a reporter's workplace does. */
const needFields = [
  'receivedOn',
  'submitterOrganisation',
  'personName',
  'personNationalId',
  'personEmail',
  'personPhone',
  'personStreet',
  'personPostalCode',
  'personCity',
  'addressShielded',
  'wishPlan',
  'wishCoordinator',
  'wishChildCoordinator',
  'childCoordinatorFor',
  'needs',
  'goals',
  'services',
  'language',
  'contact',
  'interpreter',
] as const satisfies readonly PaperField[];

/** A need as it was entered. */
export interface Need {
  readonly application: Application;
  readonly receivedAt: Instant;
}

/**
 * Reads what staff typed, or what is wrong with it, by the rules of a health worker's report (IP-forskriften § 6): it is
 * no application, nobody has consented, and nobody acts for the person.
 */
export function readNeed(
  form: FormFields,
  { environment, now }: { readonly environment: AppEnvironment; readonly now: Instant },
): Result<Need, PaperErrors> {
  const today = osloDate(now);
  const receivedOn = form.receivedOn ?? '';
  const late = receivedProblem(receivedOn, today);
  const own = Object.fromEntries(needFields.map((name) => [name, form[name] ?? '']));
  const asReport = { ...own, role: 'health-worker', submitterName: '-' };
  const read = readApplication(asReport, { nationalId: '', environment, today: late ? today : receivedOn });
  if (!read.ok || late) {
    const errors: PaperErrors = { ...(read.ok ? {} : read.error), ...(late && { receivedOn: late }) };
    return err(Object.fromEntries(needFields.flatMap((name) => (errors[name] ? [[name, errors[name]]] : []))));
  }
  const { submitter, ...application } = read.value;
  return ok({
    application: { ...application, seenBy: submitter?.organisation ?? '' },
    receivedAt: receivedTime(receivedOn, now),
  });
}
