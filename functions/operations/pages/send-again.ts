import { osloDate } from '../../core/calendar.ts';
import type { Staff } from '../../core/case.ts';
import type { CaseFile, TaskRecord } from '../../core/records.ts';
import type { Instant } from '../../core/time.ts';
import type { Mailer } from '../../messages/mailer.ts';
import { consentReaders } from '../../messages/recipients.ts';
import { mustFindMunicipality } from '../../municipalities/index.ts';
import type { CaseStore } from '../../platform/case-store.ts';
import type { Links } from '../../tasks/links.ts';

/** How often the links of a case were sent again; part of the next mail's key, so that one form sends one mail. */
export function timesSentAgain(file: CaseFile): number {
  return file.events.filter(({ type }) => type === 'link-sent-again').length;
}

/**
 * Sends a task's link again to whom it was sent. The link is derived anew and is the very same (design § 3); no copy of
 * it was kept. `no-address`: the person is reached on paper only.
 */
export async function sendLinkAgain(
  ports: { readonly store: CaseStore; readonly mailer: Mailer; readonly links: () => Promise<Pick<Links, 'link'>> },
  input: {
    readonly file: CaseFile;
    readonly task: TaskRecord;
    readonly attempt: number;
    readonly by: Staff;
    readonly now: Instant;
  },
): Promise<'sent' | 'no-address'> {
  const { file, task, attempt, by, now } = input;
  const { caseId, municipality, caseNumber, language } = file.case;
  const { kind, key, recipient } = task;
  const link = (await ports.links()).link({ caseId, kind, key, recipient });
  const common = { caseId, municipality, link, now };
  const again = `task-${kind}-${key}-again-${attempt}`;
  if (recipient === 'person') {
    const readers = consentReaders(file, osloDate(now));
    if (readers.length === 0) return 'no-address';
    for (const { role, email } of readers)
      await ports.mailer.send({ ...common, key: `${again}-${role}`, template: 'consent', to: email, language });
  } else {
    const staff = mustFindMunicipality(municipality);
    const to = staff.mailboxes[recipient];
    await ports.mailer.send({ ...common, key: again, template: 'task', to, language: staff.language, caseNumber });
  }
  const actor = { kind: 'staff', id: by.id, name: by.name } as const;
  const detail = { task: `${kind}-${key}`, attempt };
  await ports.store.appendEvent(caseId, { at: now, type: 'link-sent-again', actor, detail });
  return 'sent';
}
