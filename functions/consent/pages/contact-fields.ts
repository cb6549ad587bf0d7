import { z } from 'zod';
import type { ContactChannel, Party, PostalAddress } from '../../core/parties.ts';
import type { CaseFile } from '../../core/records.ts';
import { partyWith, type Party as Role } from '../../identity/index.ts';
import type { CaseChanges } from '../../platform/case-store.ts';
import { checkBoxes, type FormFields, type FormState, textField } from '../../platform/http/index.ts';
import type { ConsentTexts } from './texts.ts';

/** Longest line of an address, a name or a language. */
const longestLine = 200;
type Problems = ConsentTexts['contact']['problems'];

/** How somebody is reached, as typed and found to be right. */
export interface TypedContact {
  readonly email: string;
  readonly phone: string;
  readonly address: PostalAddress | undefined;
  readonly shielded: boolean;
}

/** Reads the fields of `contactFields`; `needs` says which of them this person's letters cannot do without. */
export function readContact(
  form: FormFields,
  needs: ContactChannel,
  problems: Problems,
): { readonly typed: TypedContact; readonly errors: FormState['errors'] } {
  const value = (name: string) => (form[name] ?? '').trim();
  const names = ['email', 'phone', 'street', 'postalCode', 'city'];
  const [email = '', phone = '', street = '', postalCode = '', city = ''] = names.map(value);
  const shielded = form.shielded === 'yes';
  const whole = street !== '' && postalCode !== '' && city !== '';
  const none = street === '' && postalCode === '' && city === '';
  const short = (text: string) => text.length <= longestLine;
  const errors = {
    ...(email !== '' && !z.email().safeParse(email).success && { email: problems.email }),
    ...(email === '' && needs === 'digital' && { email: problems.emailMissing }),
    ...(phone !== '' && !/^\+?[\d ]{3,20}$/.test(phone) && { phone: problems.phone }),
    ...(!shielded && !whole && (needs === 'paper' || !none) && { street: problems.addressMissing }),
    ...(!short(street) && { street: problems.tooLong }),
    ...(!shielded && postalCode !== '' && !/^\d{4}$/.test(postalCode) && { postalCode: problems.postalCode }),
    ...(!short(city) && { city: problems.tooLong }),
  };
  const address = whole && !shielded ? { street, postalCode, city } : undefined;
  return { typed: { email, phone, address, shielded }, errors };
}

/** The fields with what is stored, or what was typed when the form comes back. */
export function contactFields(state: FormState, t: ConsentTexts['contact']) {
  return {
    email: textField(state, { name: 'email', label: t.email, type: 'email', autocomplete: 'email' }),
    phone: textField(state, { name: 'phone', label: t.phone, type: 'tel', autocomplete: 'tel', width: 'medium' }),
    street: textField(state, { name: 'street', label: t.street, autocomplete: 'street-address' }),
    postalCode: textField(state, {
      name: 'postalCode',
      label: t.postalCode,
      autocomplete: 'postal-code',
      inputmode: 'numeric',
      width: 'short',
    }),
    city: textField(state, { name: 'city', label: t.city, autocomplete: 'address-level2', width: 'medium' }),
    shielded: checkBoxes(state, {
      name: 'shielded',
      label: t.shielded,
      options: [{ name: 'shielded', label: t.shieldedYes }],
    }),
  };
}

/** Whose contact data somebody may change: the person their own, whoever acts for the person their own. */
export function ownParty(file: CaseFile, role: Role): Party {
  return partyWith(file, role) ?? file.case.person;
}

/** What is stored, as the form shows it. */
export function valuesOf(party: Party): Readonly<Record<string, string>> {
  const { email = '', phone = '', address, addressShielded } = party;
  return {
    email,
    phone,
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    ...(addressShielded && { shielded: 'yes' }),
  };
}

/** The party's new contact data; what was left empty is no longer kept, and a shielded address never is. */
export function contactChanges(file: CaseFile, role: Role, typed: TypedContact): CaseChanges {
  const { person, submitter, otherParent } = file.case;
  if (role === 'other-parent' && otherParent) return { otherParent: withContact(otherParent, typed) };
  if (role === 'person' || submitter === undefined) return { person: withContact(person, typed) };
  return { submitter: withContact(submitter, typed) };
}

function withContact<T extends Party>(party: T, { email, phone, address, shielded }: TypedContact): T {
  const { email: _e, phone: _p, address: _a, addressShielded: _s, ...rest } = party;
  const contact = {
    ...(email && { email }),
    ...(phone && { phone }),
    ...(address && { address }),
    ...(shielded && { addressShielded: true }),
  };
  // The fields taken out are optional in every party and put back with their own types.
  return { ...rest, ...contact } as unknown as T;
}
