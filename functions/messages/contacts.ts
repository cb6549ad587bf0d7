import { osloDate } from '../core/calendar.ts';
import type { LetterKind } from '../core/letter-record.ts';
import type { CaseFile } from '../core/records.ts';
import type { Instant } from '../core/time.ts';
import type { ContactRegister } from '../platform/peers/contact-register.ts';
import { type Addressing, addressingOf, partyOf, type RegisterAnswers, rolesOf } from './recipients.ts';

/** How people are reached at a moment. */
export interface Contacts {
  /**
   * How a letter of a kind that leaves `now` reaches those it is for, by the contact register as it is now (eFvf §§ 8, 9,
   * 32). Asked anew for every letter and every notification; nothing of the answer is kept. Throws DeliveryError when
   * the register cannot be asked.
   */
  addressing(file: CaseFile, kind: LetterKind, now: Instant): Promise<Addressing>;
}

/** Contacts by the contact register; without one by what the case knows alone. */
export function createContacts(register?: ContactRegister): Contacts {
  return {
    async addressing(file, kind, now) {
      const on = osloDate(now);
      return addressingOf(file, kind, on, register && (await ask(register, { file, kind, now })));
    },
  };
}

/** Nobody is looked up who gets no mail anyway: whoever chose paper, and whoever the letter is not for. */
async function ask(
  register: ContactRegister,
  { file, kind, now }: { file: CaseFile; kind: LetterKind; now: Instant },
): Promise<RegisterAnswers> {
  const roles = rolesOf(file, kind, osloDate(now)).filter(
    (role) => role === 'submitter' || file.case.contact === 'digital',
  );
  const answers = await Promise.all(
    roles.map(async (role) => {
      const nationalId = partyOf(file, role)?.nationalId;
      return nationalId === undefined ? [] : [[role, await register.lookUp(nationalId, now)] as const];
    }),
  );
  return Object.fromEntries(answers.flat());
}
