import { osloDate } from '../../core/calendar.ts';
import type { Case, Consent, Origin } from '../../core/case.ts';
import { answerDueOn } from '../../core/deadlines.ts';
import type { CalendarDate, Instant } from '../../core/time.ts';
import type { Application } from './application-form.ts';

/** Version of the consent texts of the form; raise it whenever their meaning changes. */
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

/** How and when an application reached the municipality. */
export interface Receipt {
  readonly channel: 'form' | 'paper' | 'api' | 'staff';
  /** When it reached the municipality: every deadline counts from that day (fvl § 11 a). */
  readonly receivedAt: Instant;
  /** When staff entered what came on paper. */
  readonly registeredAt?: Instant;
  /** The postmark, when it can be read. */
  readonly postmarkedOn?: CalendarDate;
  /** False when the sender did not show who they are as strongly as the form asks. */
  readonly senderProven?: false;
}

/** Which text somebody consented to, and how, where it was not this form. */
export interface ConsentText {
  readonly version: string;
  readonly how: 'form' | 'paper';
}

/** The case an application begins. */
export function newCase(
  application: Application,
  given: {
    caseId: string;
    municipality: string;
    receipt: Receipt;
    consentText?: ConsentText;
    otherParentSigned?: boolean;
  },
): Case {
  const { caseId, municipality, receipt } = given;
  const receivedOn = osloDate(receipt.receivedAt);
  const dueOn = answerDueOn(receivedOn);
  const { consents, ...rest } = application;
  return {
    ...rest,
    ...receipt,
    caseId,
    municipality,
    caseNumber: '',
    state: 'received',
    version: 1,
    legalBasis: 'health',
    origin: application.seenBy ? 'own-initiative' : origins[application.submitter?.role ?? 'self'],
    consents: consentsOf(application, given),
    receivedOn,
    dueOn,
    expectedOn: dueOn,
    decisionNumber: 0,
    appealNumber: 0,
  };
}

function textOf({ channel }: Receipt): ConsentText {
  return { version: consentTextVersion, how: channel === 'paper' ? 'paper' : 'form' };
}

/**
 * One record per consent that was answered (domain.md § 4.5), and of each who signed. A report carries none: nobody
 * consents for another.
 */
function consentsOf(
  { consents, submitter, otherParent }: Application,
  { receipt, consentText = textOf(receipt), otherParentSigned }: Parameters<typeof newCase>[1],
): Consent[] {
  const role = submitter?.role ?? 'person';
  if (role === 'relative' || role === 'health-worker' || role === 'hospital') return [];
  const authors = otherParentSigned && otherParent ? ([role, 'other-parent'] as const) : ([role] as const);
  const { version, how } = consentText;
  return (['plan', 'sharing'] as const).flatMap((kind) => {
    const given = consents[kind];
    if (given === undefined) return [];
    return authors.map((by) => ({ kind, given, textVersion: version, by, how, at: receipt.receivedAt }));
  });
}
