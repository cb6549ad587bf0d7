import type { PageLanguage } from '../../core/language.ts';
import type { FaultCode } from './faults.ts';

type Texts = Readonly<Record<PageLanguage, string>>;

/** What can be wrong with a request; each is a problem type of its own (RFC 9457). */
export const problemNames = [
  'idempotency-key-missing',
  'body-unreadable',
  'signature-wrong',
  'not-found',
  'method-not-allowed',
  'body-too-large',
  'content-type-wrong',
  'application-invalid',
  'idempotency-key-reused',
  'too-many-requests',
  'server-error',
] as const;
export type ProblemName = (typeof problemNames)[number];

/** Status, title and what to do, per problem. */
export const problems: Readonly<
  Record<ProblemName, { readonly status: number; readonly title: Texts; readonly detail: Texts }>
> = {
  'idempotency-key-missing': {
    status: 400,
    title: {
      nb: 'Idempotency-Key mangler',
      nn: 'Idempotency-Key manglar',
      en: 'The Idempotency-Key is missing',
    },
    detail: {
      nb: 'Send én nøkkel per søknad, 8–255 tegn av A–Z, a–z, 0–9, _ og -. Bruk samme nøkkel når samme søknad sendes på nytt.',
      nn: 'Send éin nøkkel per søknad, 8–255 teikn av A–Z, a–z, 0–9, _ og -. Bruk same nøkkel når same søknad blir send på nytt.',
      en: 'Send one key per application, 8–255 characters of A–Z, a–z, 0–9, _ and -. Use the same key when the same application is sent again.',
    },
  },
  'body-unreadable': {
    status: 400,
    title: {
      nb: 'Innholdet er ikke gyldig JSON',
      nn: 'Innhaldet er ikkje gyldig JSON',
      en: 'The body is not valid JSON',
    },
    detail: {
      nb: 'Se «errors» for hvor. Ingenting er lagret.',
      nn: 'Sjå «errors» for kvar. Ingenting er lagra.',
      en: 'See "errors" for where. Nothing was stored.',
    },
  },
  'signature-wrong': {
    status: 401,
    title: {
      nb: 'Signaturen er ikke godtatt',
      nn: 'Signaturen er ikkje godteken',
      en: 'The signature was not accepted',
    },
    detail: {
      nb: 'Sjekk nøkkelen og nøkkel-id-en, klokken, og at det som er signert, er nøyaktig det som ble sendt.',
      nn: 'Sjekk nøkkelen og nøkkel-id-en, klokka, og at det som er signert, er nøyaktig det som vart sendt.',
      en: 'Check the key and its id, the clock, and that what was signed is exactly what was sent.',
    },
  },
  'not-found': {
    status: 404,
    title: { nb: 'Adressen finnes ikke', nn: 'Adressa finst ikkje', en: 'There is no such address' },
    detail: {
      nb: 'Sjekk adressen og kommunens navn eller nummer mot API-beskrivelsen.',
      nn: 'Sjekk adressa og namnet eller nummeret til kommunen mot API-skildringa.',
      en: 'Check the address and the name or number of the municipality against the API description.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: {
      nb: 'Metoden kan ikke brukes her',
      nn: 'Metoden kan ikkje brukast her',
      en: 'The method cannot be used here',
    },
    detail: {
      nb: 'Headeren Allow sier hvilke metoder som kan brukes.',
      nn: 'Headeren Allow seier kva metodar som kan brukast.',
      en: 'The Allow header names the methods that can.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { nb: 'Innholdet er for stort', nn: 'Innhaldet er for stort', en: 'The body is too large' },
    detail: {
      nb: 'En søknad kan være på høyst 256 KiB.',
      nn: 'Ein søknad kan vere på høgst 256 KiB.',
      en: 'An application can be at most 256 KiB.',
    },
  },
  'content-type-wrong': {
    status: 415,
    title: { nb: 'Innholdstypen er feil', nn: 'Innhaldstypen er feil', en: 'The content type is wrong' },
    detail: {
      nb: 'Send Content-Type: application/json.',
      nn: 'Send Content-Type: application/json.',
      en: 'Send Content-Type: application/json.',
    },
  },
  'application-invalid': {
    status: 422,
    title: {
      nb: 'Søknaden kan ikke tas imot',
      nn: 'Søknaden kan ikkje takast imot',
      en: 'The application cannot be taken',
    },
    detail: {
      nb: 'Rett det som står i «errors», og send på nytt. Ingenting er lagret, og nøkkelen kan brukes igjen.',
      nn: 'Rett det som står i «errors», og send på nytt. Ingenting er lagra, og nøkkelen kan brukast igjen.',
      en: 'Correct what "errors" lists, and send it again. Nothing was stored, and the key can be used again.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      nb: 'Nøkkelen er brukt for en annen søknad',
      nn: 'Nøkkelen er brukt for ein annan søknad',
      en: 'The key was used for another application',
    },
    detail: {
      nb: 'Samme Idempotency-Key kom før med et annet innhold. Send en ny søknad med en ny nøkkel.',
      nn: 'Same Idempotency-Key kom før med eit anna innhald. Send ein ny søknad med ein ny nøkkel.',
      en: 'The same Idempotency-Key came before with another body. Send a new application with a new key.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { nb: 'For mange forespørsler', nn: 'For mange førespurnader', en: 'Too many requests' },
    detail: {
      nb: 'Vent så lenge som Retry-After sier, og send igjen med samme nøkkel.',
      nn: 'Vent så lenge som Retry-After seier, og send igjen med same nøkkel.',
      en: 'Wait as long as Retry-After says, and send again with the same key.',
    },
  },
  'server-error': {
    status: 500,
    title: { nb: 'Noe gikk galt hos oss', nn: 'Noko gjekk gale hos oss', en: 'Something went wrong here' },
    detail: {
      nb: 'Send igjen om litt med samme nøkkel. Det blir ikke dobbelt.',
      nn: 'Send igjen om litt med same nøkkel. Det blir ikkje dobbelt.',
      en: 'Send again in a while with the same key. It will not become two.',
    },
  },
};

/** What is wrong with one member. */
export const faultTexts: Readonly<Record<FaultCode, Texts>> = {
  missing: { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Is required.' },
  'too-long': { nb: 'Er for langt.', nn: 'Er for langt.', en: 'Is too long.' },
  email: {
    nb: 'Er ikke en gyldig e-postadresse.',
    nn: 'Er ikkje ei gyldig e-postadresse.',
    en: 'Is not a valid e-mail address.',
  },
  phone: {
    nb: 'Må være et telefonnummer med minst åtte siffer.',
    nn: 'Må vere eit telefonnummer med minst åtte siffer.',
    en: 'Must be a telephone number of eight digits at least.',
  },
  date: {
    nb: 'Må være en dato, som 2027-12-31.',
    nn: 'Må vere ein dato, som 2027-12-31.',
    en: 'Must be a date, such as 2027-12-31.',
  },
  'mandate-ended': {
    nb: 'Er passert: mandatet gjelder ikke lenger.',
    nn: 'Er passert: mandatet gjeld ikkje lenger.',
    en: 'Has passed: the mandate is no longer valid.',
  },
  'parent-unreachable': {
    nb: 'Oppgi e-postadresse eller postadresse til den andre med foreldreansvar.',
    nn: 'Oppgi e-postadresse eller postadresse til den andre med foreldreansvar.',
    en: 'Give an e-mail or postal address of the other one with parental responsibility.',
  },
  'not-another': {
    nb: 'Er nummeret til barnet eller til den som sender inn.',
    nn: 'Er nummeret til barnet eller til den som sender inn.',
    en: 'Is the number of the child or of the one who sends it.',
  },
  'postal-code': { nb: 'Må ha fire siffer.', nn: 'Må ha fire siffer.', en: 'Must have four digits.' },
  'national-id': {
    nb: 'Er ikke et riktig fødselsnummer eller D-nummer.',
    nn: 'Er ikkje eit rett fødselsnummer eller D-nummer.',
    en: 'Is not a correct national identity number or D number.',
  },
  'national-id-own': {
    nb: 'Er nummeret til den som sender inn. Bruk rollen «self».',
    nn: 'Er nummeret til den som sender inn. Bruk rolla «self».',
    en: 'Is the number of the one who sends it. Use the role "self".',
  },
  'national-id-synthetic': {
    nb: 'Kan ikke brukes her: ekte numre gjelder bare i produksjon, syntetiske bare utenfor.',
    nn: 'Kan ikkje brukast her: ekte nummer gjeld berre i produksjon, syntetiske berre utanfor.',
    en: 'Cannot be used here: real numbers are for production only, synthetic ones for elsewhere.',
  },
  'adult-child': {
    nb: 'Barnet er over 18 år. Bruk «attorney» med fullmakt, eller «relative».',
    nn: 'Barnet er over 18 år. Bruk «attorney» med fullmakt, eller «relative».',
    en: 'The child is over 18. Use "attorney" with a mandate, or "relative".',
  },
  employee: {
    nb: 'En som er ansatt i kommunen på samme felt, kan ikke være fullmektig (fvl § 12).',
    nn: 'Ein som er tilsett i kommunen på same felt, kan ikkje vere fullmektig (fvl § 12).',
    en: 'Somebody employed by the municipality in the same field cannot be fullmektig (fvl § 12).',
  },
  unreachable: {
    nb: 'En e-postadresse trengs for digitale brev. Oppgi en, eller velg «paper».',
    nn: 'Ei e-postadresse trengst for digitale brev. Oppgi ei, eller vel «paper».',
    en: 'Digital letters take an e-mail address. Give one, or choose "paper".',
  },
  'unknown-member': {
    nb: 'Er ikke med i API-beskrivelsen. Er navnet skrevet riktig?',
    nn: 'Er ikkje med i API-skildringa. Er namnet skrive rett?',
    en: 'Is not in the API description. Is the name spelled right?',
  },
  type: { nb: 'Har feil type.', nn: 'Har feil type.', en: 'Has the wrong type.' },
  choice: {
    nb: 'Er ikke blant verdiene som kan velges.',
    nn: 'Er ikkje blant verdiane som kan veljast.',
    en: 'Is not among the values to choose from.',
  },
  characters: {
    nb: 'Har tegn som ikke kan brukes her.',
    nn: 'Har teikn som ikkje kan brukast her.',
    en: 'Has characters that cannot be used here.',
  },
  'date-time': {
    nb: 'Må være et tidspunkt med tidssone (RFC 3339).',
    nn: 'Må vere eit tidspunkt med tidssone (RFC 3339).',
    en: 'Must be a time with an offset (RFC 3339).',
  },
  future: { nb: 'Er i framtiden.', nn: 'Er i framtida.', en: 'Is in the future.' },
  'too-old': {
    nb: 'Er mer enn 30 dager siden.',
    nn: 'Er meir enn 30 dagar sidan.',
    en: 'Is more than 30 days ago.',
  },
  'not-asked': {
    nb: 'Spørres det ikke om her: uten plan, eller av en som melder om behov. Ta det bort.',
    nn: 'Blir det ikkje spurt om her: utan plan, eller av ein som melder om behov. Ta det bort.',
    en: 'Is not asked for here: without a plan, or of somebody who reports a need. Leave it out.',
  },
  'shielded-address': {
    nb: 'En sperret adresse skal ikke sendes. Ta den bort.',
    nn: 'Ei sperra adresse skal ikkje sendast. Ta henne bort.',
    en: 'A shielded address must not be sent. Leave it out.',
  },
  json: { nb: 'Er ikke gyldig JSON.', nn: 'Er ikkje gyldig JSON.', en: 'Is not valid JSON.' },
  'duplicate-member': {
    nb: 'Er med mer enn én gang.',
    nn: 'Er med meir enn éin gong.',
    en: 'Is there more than once.',
  },
  'too-deep': { nb: 'Ligger for dypt.', nn: 'Ligg for djupt.', en: 'Is nested too deeply.' },
};
