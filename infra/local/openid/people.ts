import { parseNationalId } from '../../../functions/core/national-id.ts';
import { municipalities } from '../../../functions/municipalities/index.ts';

/**
 * Somebody who can sign in on a laptop. Nobody of them exists: the national ids are of the population register's test
 * series.
 */
export interface TestPerson {
  /** Value of the login form's field `person`. */
  readonly id: string;
  /** What the login page calls them. */
  readonly label: string;
  /** What the issuer says about them. */
  readonly claims: Readonly<Record<string, string | readonly string[]>>;
  /** Level of assurance they sign in with. */
  readonly acr: string;
  /** National id number; staff have none here. */
  readonly pid?: string;
}

const high = 'idporten-loa-high';

function applicant(id: string, name: string, options: { pid: string; about: string; acr?: string }): TestPerson {
  const { pid, about, acr = high } = options;
  return { id, label: `${name} (${about})`, claims: { pid }, acr, pid };
}

/** Who stands in for the citizens. ID-porten gives no name, so the claims have none either. */
export const applicants: readonly TestPerson[] = [
  applicant('applicant-1', 'Kari Testperson', { pid: '14858510016', about: 'voksen søker' }),
  applicant('applicant-2', 'Ola Testperson', { pid: '03897220058', about: 'voksen søker' }),
  applicant('relative', 'Rolf Testperson', { pid: '21825830003', about: 'pårørende' }),
  applicant('subject', 'Magnhild Testperson', { pid: '09914915047', about: 'den et behov er meldt for' }),
  applicant('parent', 'Anne Testperson', { pid: '30848125098', about: 'forelder' }),
  applicant('youth-17', 'Sander Testperson', { pid: '17830960015', about: 'ungdom, 17 år i november 2026' }),
  applicant('child-15', 'Ida Testperson', { pid: '05861170170', about: 'barn, 15 år i november 2026' }),
  applicant('other-parent', 'Arne Testperson', { pid: '21828400379', about: 'den andre forelderen' }),
  applicant('child-12', 'Nora Testperson', { pid: '10861450274', about: 'barn, 12 år i november 2026' }),
  applicant('expecting', 'Siri Testperson', { pid: '03899300504', about: 'venter barn' }),
  applicant('colleague', 'Ellen Testperson', { pid: '17849000519', about: 'ansatt på samme område i kommunen' }),
  applicant('attorney', 'Fredrik Testperson', { pid: '26876640189', about: 'fullmektig' }),
  applicant('guardian', 'Vera Testperson', { pid: '02817012186', about: 'verge' }),
  applicant('health-worker', 'Helge Testperson', { pid: '19888822189', about: 'helsepersonell' }),
  applicant('registered', 'Rakel Testperson', { pid: '17868500050', about: 'står i kontaktregisteret' }),
  applicant('reserved', 'Reidar Testperson', { pid: '11847900182', about: 'har reservert seg mot digital post' }),
  applicant('stale', 'Gunvor Testperson', { pid: '23894600063', about: 'har gammel kontaktinformasjon' }),
  applicant('applicant-low', 'Mina Testperson', {
    pid: '08929333048',
    about: 'logger inn med for lavt sikkerhetsnivå',
    acr: 'idporten-loa-substantial',
  }),
];

/**
 * The test people whom the stand-in for the contact register (KRR) knows, as it gives them out. The others are not
 * registered, and are reached by what they write in the form.
 */
export const registeredPeople = [
  { personidentifikator: '17868500050', kontaktinformasjon: { epostadresse: 'rakel.testperson@krr.example' } },
  { personidentifikator: '11847900182', reservasjon: 'JA' },
  {
    personidentifikator: '23894600063',
    kontaktinformasjon: {
      epostadresse: 'gunvor.testperson@krr.example',
      epostadresse_oppdatert: '2022-05-10T09:00:00+02',
      epostadresse_sist_verifisert: '2024-02-10T09:00:00+01',
    },
  },
] as const;

/** Somebody who stands in no list: any number of the test series that is right. */
export function anybody(nationalId: string): TestPerson | undefined {
  const parsed = parseNationalId(nationalId, 'local');
  if (!parsed.ok) return undefined;
  const pid = parsed.value.value;
  return { id: pid, label: 'Testperson', claims: { pid }, acr: high, pid };
}

const staffRoles = [
  { role: 'caseworker', name: 'Saksbehandler' },
  { role: 'approver', name: 'Leder' },
  { role: 'coordinating-unit', name: 'Koordinerende enhet' },
  { role: 'operations', name: 'Drift' },
] as const;

/** Four members of staff in each municipality, e.g. `gulen-caseworker`. */
export const staff: readonly TestPerson[] = municipalities.flatMap(({ slug, number, name }) =>
  staffRoles.map((staffRole) => ({
    id: `${slug}-${staffRole.role}`,
    label: `${staffRole.name} Testperson, ${name}`,
    claims: { name: `${staffRole.name} Testperson`, municipality: number, roles: [staffRole.role] },
    acr: 'staff',
  })),
);

/** Everybody. */
export const people: readonly TestPerson[] = [...applicants, ...staff];
