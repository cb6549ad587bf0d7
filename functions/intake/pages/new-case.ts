import { osloDate } from '../../core/calendar.ts';
import type { Case, Consent, Origin } from '../../core/case.ts';
import { answerDueOn } from '../../core/deadlines.ts';
import type { Instant } from '../../core/time.ts';
import type { Application } from './application-form.ts';

/** Version of the consent texts in `texts.{nb,nn}.ts`; raise it whenever their meaning changes. */
const consentTextVersion = '2026-11';

const origins = {
  self: 'application',
  parent: 'application',
  attorney: 'application',
  guardian: 'application',
  relative: 'report-relative',
  'health-worker': 'report-health-worker',
  hospital: 'report-hospital',
} as const satisfies Record<string, Origin>;

/** The case an application begins: received at the moment of the request, from which the month runs (fvl § 11 a). */
export function newCase(
  application: Application,
  { caseId, municipality, now }: { readonly caseId: string; readonly municipality: string; readonly now: Instant },
): Case {
  const receivedOn = osloDate(now);
  const dueOn = answerDueOn(receivedOn);
  const { consents, ...rest } = application;
  return {
    ...rest,
    caseId,
    municipality,
    caseNumber: '',
    state: 'received',
    version: 1,
    legalBasis: 'health',
    origin: origins[application.submitter?.role ?? 'self'],
    consents: consentsOf(application, now),
    receivedAt: now,
    receivedOn,
    dueOn,
    expectedOn: dueOn,
    decisionNumber: 0,
    appealNumber: 0,
  };
}

/** One record per consent that was answered (domain.md § 4.5). A report carries none: nobody consents for another. */
function consentsOf({ consents, submitter }: Application, at: Instant): Consent[] {
  const role = submitter?.role ?? 'person';
  if (role === 'relative' || role === 'health-worker' || role === 'hospital') return [];
  return (['plan', 'sharing'] as const).flatMap((kind) => {
    const given = consents[kind];
    return given === undefined ? [] : [{ kind, given, textVersion: consentTextVersion, by: role, how: 'form', at }];
  });
}
