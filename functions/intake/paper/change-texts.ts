import type { Right } from '../../core/decision.ts';
import type { Language } from '../../core/language.ts';
import type { ChangeField, ChangeProblem } from './change-form.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

interface ChangeTexts {
  readonly title: string;
  readonly intro: readonly string[];
  readonly button: string;
  readonly fields: Words<ChangeField>;
  readonly hints: Partial<Words<ChangeField>>;
  readonly rights: Words<Right>;
  readonly kinds: Words<'end' | 'change'>;
  /** By field and problem, else by problem. */
  readonly errors: Words<ChangeProblem> & Partial<Words<`${ChangeField}.${ChangeProblem}`>>;
  readonly done: { readonly title: string; readonly receivedOn: string; readonly next: string };
}

const nb: ChangeTexts = {
  title: 'Endre eller avslutte en rett',
  intro: [
    'Bruk siden når kommunen vurderer å avslutte eller endre noe en person har fått innvilget. Det er en egen sak med eget vedtak, og personen skal høres først.',
    'Personen får et brev om hva kommunen vurderer, med det du skriver her. Retten gjelder som før til det er gjort et vedtak. Kommer du til at den skal gå videre uendret, velger du det når du vurderer saken.',
  ],
  button: 'Start saken',
  fields: {
    caseNumber: 'Saksnummeret til saken der retten ble innvilget',
    nationalId: 'Personens fødselsnummer eller d-nummer',
    right: 'Hvilken rett gjelder det?',
    kind: 'Hva vurderer kommunen?',
    from: 'Fra hvilken dag?',
    why: 'Hvorfor vurderer kommunen dette?',
    said: 'Hva har personen sagt så langt? (valgfritt)',
  },
  hints: {
    caseNumber: 'Slik det står i vedtaket, for eksempel GULEN-2026-000012.',
    nationalId: '11 siffer.',
    from: 'Du kan endre dagen når du vurderer saken. La det være tid til å høre personen.',
    why: 'Personen får lese dette. Skriv bare det som trengs.',
    said: 'Personen får også et brev med spørsmål om hva hun eller han mener.',
  },
  rights: { plan: 'Individuell plan', coordinator: 'Koordinator', childCoordinator: 'Barnekoordinator' },
  kinds: { end: 'Å avslutte retten', change: 'Å endre retten' },
  errors: {
    missing: 'Fyll ut feltet',
    invalid: 'Se over det du har skrevet',
    past: 'Velg en dag fra og med i dag',
    'too-long': 'Teksten er for lang. Skriv kortere.',
    unknown:
      'Vi finner ingen sak i kommunen med dette saksnummeret der personen har denne retten. Se over saksnummeret, fødselsnummeret og hvilken rett du har valgt.',
    'under-way': 'Kommunen vurderer alt denne retten i en annen sak. Gå videre i den.',
    'caseNumber.missing': 'Skriv saksnummeret',
    'nationalId.missing': 'Skriv fødselsnummeret eller d-nummeret',
    'nationalId.invalid': 'Skriv alle de 11 sifrene i et gyldig fødselsnummer eller d-nummer',
    'right.missing': 'Velg hvilken rett det gjelder',
    'kind.missing': 'Velg om retten skal avsluttes eller endres',
    'from.missing': 'Skriv hvilken dag det skal gjelde fra',
    'from.invalid': 'Skriv en dato, for eksempel 21.11.2026',
    'why.missing': 'Skriv hvorfor kommunen vurderer dette',
  },
  done: {
    title: 'Saken er startet',
    receivedOn: 'Startet',
    next: 'Personen, eller den som handler for personen, får et brev om hva kommunen vurderer og hvordan de kan si hva de mener. Saken kommer til saksbehandler som en oppgave.',
  },
};

const nn: ChangeTexts = {
  title: 'Endre eller avslutte ein rett',
  intro: [
    'Bruk sida når kommunen vurderer å avslutte eller endre noko ein person har fått innvilga. Det er ei eiga sak med eige vedtak, og personen skal høyrast først.',
    'Personen får eit brev om kva kommunen vurderer, med det du skriv her. Retten gjeld som før til det er gjort eit vedtak. Kjem du til at han skal gå vidare uendra, vel du det når du vurderer saka.',
  ],
  button: 'Start saka',
  fields: {
    caseNumber: 'Saksnummeret til saka der retten vart innvilga',
    nationalId: 'Fødselsnummeret eller d-nummeret til personen',
    right: 'Kva rett gjeld det?',
    kind: 'Kva vurderer kommunen?',
    from: 'Frå kva dag?',
    why: 'Kvifor vurderer kommunen dette?',
    said: 'Kva har personen sagt så langt? (valfritt)',
  },
  hints: {
    caseNumber: 'Slik det står i vedtaket, til dømes GULEN-2026-000012.',
    nationalId: '11 siffer.',
    from: 'Du kan endre dagen når du vurderer saka. La det vere tid til å høyre personen.',
    why: 'Personen får lese dette. Skriv berre det som trengst.',
    said: 'Personen får også eit brev med spørsmål om kva ho eller han meiner.',
  },
  rights: { plan: 'Individuell plan', coordinator: 'Koordinator', childCoordinator: 'Barnekoordinator' },
  kinds: { end: 'Å avslutte retten', change: 'Å endre retten' },
  errors: {
    missing: 'Fyll ut feltet',
    invalid: 'Sjå over det du har skrive',
    past: 'Vel ein dag frå og med i dag',
    'too-long': 'Teksten er for lang. Skriv kortare.',
    unknown:
      'Vi finn inga sak i kommunen med dette saksnummeret der personen har denne retten. Sjå over saksnummeret, fødselsnummeret og kva rett du har valt.',
    'under-way': 'Kommunen vurderer alt denne retten i ei anna sak. Gå vidare i den.',
    'caseNumber.missing': 'Skriv saksnummeret',
    'nationalId.missing': 'Skriv fødselsnummeret eller d-nummeret',
    'nationalId.invalid': 'Skriv alle dei 11 siffera i eit gyldig fødselsnummer eller d-nummer',
    'right.missing': 'Vel kva rett det gjeld',
    'kind.missing': 'Vel om retten skal avsluttast eller endrast',
    'from.missing': 'Skriv kva dag det skal gjelde frå',
    'from.invalid': 'Skriv ein dato, til dømes 21.11.2026',
    'why.missing': 'Skriv kvifor kommunen vurderer dette',
  },
  done: {
    title: 'Saka er starta',
    receivedOn: 'Starta',
    next: 'Personen, eller den som handlar for personen, får eit brev om kva kommunen vurderer og korleis dei kan seie kva dei meiner. Saka kjem til sakshandsamaren som ei oppgåve.',
  },
};

/** Words of the page where staff begin to end or change a right. */
export const changeTexts: Readonly<Record<Language, ChangeTexts>> = { nb, nn };
