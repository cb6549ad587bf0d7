import { formatDate } from '../core/format.ts';
import type { Language } from '../core/language.ts';
import type { LetterKind } from '../core/letter-record.ts';
import type { CalendarDate } from '../core/time.ts';

type Text = Readonly<Record<Language, string>>;

/** What a letter is called in lists, on the case page and among enclosed documents. */
const titles: Readonly<Record<LetterKind, Text>> = {
  receipt: { nb: 'Bekreftelse på mottak', nn: 'Stadfesting på mottak' },
  'consent-request': { nb: 'Spørsmål om samtykke', nn: 'Spørsmål om samtykke' },
  'information-request': { nb: 'Spørsmål om opplysninger', nn: 'Spørsmål om opplysningar' },
  'delay-notice': { nb: 'Foreløpig svar', nn: 'Førebels svar' },
  decision: { nb: 'Vedtak', nn: 'Vedtak' },
  'coordinator-appointed': { nb: 'Oppnevning av koordinator', nn: 'Oppnemning av koordinator' },
  'appeal-receipt': { nb: 'Bekreftelse på mottatt klage', nn: 'Stadfesting på motteken klage' },
  deferral: { nb: 'Svar om utsatt iverksetting', nn: 'Svar om utsett iverksetjing' },
  'appeal-decided': { nb: 'Svar på klagen', nn: 'Svar på klaga' },
  'appeal-forwarded': { nb: 'Uttalelse til Statsforvalteren', nn: 'Fråsegn til Statsforvaltaren' },
  'appeal-forwarded-copy': { nb: 'Klagen er sendt til Statsforvalteren', nn: 'Klaga er send til Statsforvaltaren' },
  'withdrawal-confirmed': { nb: 'Bekreftelse på at saken er trukket', nn: 'Stadfesting på at saka er trekt' },
};

/** Headings of the letters, by what the letter says. `{office}` is Statsforvalteren's full name. */
const headings = {
  receipt: { nb: 'Vi har fått søknaden', nn: 'Vi har fått søknaden' },
  'receipt-own': { nb: 'Vi har startet en sak', nn: 'Vi har starta ei sak' },
  'receipt-ending': { nb: 'Varsel om at en rett kan bli avsluttet', nn: 'Varsel om at ein rett kan bli avslutta' },
  'receipt-changing': { nb: 'Varsel om at en rett kan bli endret', nn: 'Varsel om at ein rett kan bli endra' },
  'receipt-report': { nb: 'Vi har fått meldingen din', nn: 'Vi har fått meldinga di' },
  'consent-request': { nb: 'Spørsmål om samtykke', nn: 'Spørsmål om samtykke' },
  'information-request': { nb: 'Vi trenger flere opplysninger', nn: 'Vi treng fleire opplysningar' },
  'delay-application': { nb: 'Foreløpig svar på søknaden', nn: 'Førebels svar på søknaden' },
  'delay-report': { nb: 'Foreløpig svar i saken', nn: 'Førebels svar i saka' },
  'delay-appeal': { nb: 'Foreløpig svar på klagen', nn: 'Førebels svar på klaga' },
  decision: { nb: 'Vedtak om individuell plan og koordinator', nn: 'Vedtak om individuell plan og koordinator' },
  'decision-with-child': {
    nb: 'Vedtak om individuell plan, koordinator og barnekoordinator',
    nn: 'Vedtak om individuell plan, koordinator og barnekoordinator',
  },
  'decision-child-only': { nb: 'Vedtak om barnekoordinator', nn: 'Vedtak om barnekoordinator' },
  'decision-ended': { nb: 'Vedtak om å avslutte en rett', nn: 'Vedtak om å avslutte ein rett' },
  'decision-changed': { nb: 'Vedtak om å endre en rett', nn: 'Vedtak om å endre ein rett' },
  'decision-continued': { nb: 'Vedtak om at en rett er som før', nn: 'Vedtak om at ein rett er som før' },
  'coordinator-appointed': { nb: 'Koordinator er oppnevnt', nn: 'Koordinator er oppnemnd' },
  'child-coordinator-appointed': { nb: 'Barnekoordinator er oppnevnt', nn: 'Barnekoordinator er oppnemnd' },
  'appeal-receipt': { nb: 'Vi har fått klagen', nn: 'Vi har fått klaga' },
  'deferral-granted': { nb: 'Vedtaket venter til klagen er avgjort', nn: 'Vedtaket ventar til klaga er avgjord' },
  'deferral-refused': { nb: 'Vedtaket venter ikke på klagen', nn: 'Vedtaket ventar ikkje på klaga' },
  'appeal-changed': { nb: 'Vi har endret vedtaket', nn: 'Vi har endra vedtaket' },
  'appeal-partly-changed': { nb: 'Vi har endret en del av vedtaket', nn: 'Vi har endra ein del av vedtaket' },
  'appeal-remedied': { nb: 'Svar på klagen', nn: 'Svar på klaga' },
  'appeal-dismissed': { nb: 'Klagen er avvist', nn: 'Klaga er avvist' },
  'appeal-supervision': { nb: 'Vi har sendt brevet ditt til {office}', nn: 'Vi har sendt brevet ditt til {office}' },
  'appeal-forwarded': {
    nb: 'Oversending av klage og uttalelse fra kommunen',
    nn: 'Oversending av klage og fråsegn frå kommunen',
  },
  'appeal-forwarded-copy': { nb: 'Klagen er sendt til {office}', nn: 'Klaga er send til {office}' },
  'withdrawal-application': { nb: 'Søknaden er trukket', nn: 'Søknaden er trekt' },
  'withdrawal-declined': { nb: 'Saken er avsluttet', nn: 'Saka er avslutta' },
  'withdrawal-appeal': { nb: 'Klagen er trukket', nn: 'Klaga er trekt' },
} as const satisfies Record<string, Text>;

/** One of the headings a letter can have. */
export type HeadingName = keyof typeof headings;

/** What a letter contains a copy of, told where it is listed among enclosed documents. */
const copies: Partial<Record<LetterKind, Text>> = {
  receipt: { nb: 'med kopi av søknaden', nn: 'med kopi av søknaden' },
  'appeal-receipt': { nb: 'med kopi av klagen', nn: 'med kopi av klaga' },
};

/** A kind's name in lists, without saying more than that there is such a letter. */
export function letterTitle(kind: LetterKind, language: Language): string {
  return titles[kind][language];
}

/** A letter's own heading; also its document title. */
export function letterHeading(name: HeadingName, language: Language, office = ''): string {
  return headings[name][language].replace('{office}', office);
}

/** A letter as listed among enclosed documents. `own` is false for the receipt of somebody who reported a need. */
export function enclosedTitle(kind: LetterKind, language: Language, own: boolean): string {
  const copy = own || kind !== 'receipt' ? copies[kind]?.[language] : undefined;
  return copy === undefined ? titles[kind][language] : `${titles[kind][language]} ${copy}`;
}

/** Above the child's name in the window of a letter whose readers' own names the case does not have. */
export const parentsOf: Text = { nb: 'Foreldre eller foresatte til', nn: 'Foreldre eller føresette til' };

const paperNotes: Text = {
  nb: 'Brevet ble lagt ut på nett {date}, men er ikke åpnet der. Derfor får du det på papir. Frister i brevet er regnet fra papirbrevet.',
  nn: 'Brevet vart lagt ut på nett {date}, men er ikkje opna der. Difor får du det på papir. Fristar i brevet er rekna frå papirbrevet.',
};

/** At the head of a letter that nobody opened and that goes on paper (eFvf §§ 8, 11). */
export function paperNote(digitalOn: CalendarDate, language: Language): string {
  return paperNotes[language].replace('{date}', formatDate(digitalOn, language));
}
