import { osloDate } from '../../core/calendar.ts';
import type { Staff } from '../../core/parties.ts';
import type { CaseFile, TaskRecord } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { Contacts } from '../../messages/contacts.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { consentReaders } from '../../messages/recipients.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Links } from '../../tasks/links.ts';
import { staffMail } from '../../tasks/staff-mail.ts';

/** How often the links of a case were sent again; part of the next mail's key, so that one form sends one mail. */
export function timesSentAgain(file: CaseFile): number {
  return file.events.filter(({ type }) => type === 'link-sent-again').length;
}

/**
 * Sends a task's link again to whoever has the task now. The link is derived anew and is the very same (design § 3); no
 * copy of it was kept. `no-address`: the person is reached on paper only.
 */
export async function sendLinkAgain(
  ports: {
    readonly store: CaseStore;
    readonly mailer: Mailer;
    readonly contacts: Contacts;
    readonly links: () => Promise<Pick<Links, 'link'>>;
  },
  input: {
    readonly file: CaseFile;
    readonly task: TaskRecord;
    readonly attempt: number;
    readonly by: Staff;
    readonly now: Instant;
  },
): Promise<'sent' | 'no-address'> {
  const { file, task, attempt, by, now } = input;
  const { caseId, municipality, language } = file.case;
  const { kind, key, recipient } = task;
  const links = await ports.links();
  const again = `task-${kind}-${key}-again-${attempt}`;
  if (recipient === 'person') {
    const readers = consentReaders(file, osloDate(now), await ports.contacts.addressing(file, 'consent-request', now));
    if (readers.length === 0) return 'no-address';
    const common = { caseId, municipality, language, link: links.link({ caseId, ...task }), now };
    for (const { role, email } of readers)
      await ports.mailer.send({ ...common, key: `${again}-${role}`, template: 'consent', to: email });
  } else {
    await ports.mailer.send({ ...staffMail(links, { file, task, now }), key: again });
  }
  const actor = { kind: 'staff', id: by.id, name: by.name } as const;
  const detail = { task: `${kind}-${key}`, attempt };
  await ports.store.appendEvent(caseId, { at: now, type: 'link-sent-again', actor, detail });
  return 'sent';
}
