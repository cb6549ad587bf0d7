import casesTemplate from '../../../templates/pages/cases.hbs';
import { isAppealOpen } from '../../core/appeal-state.ts';
import { osloDate } from '../../core/calendar.ts';
import type { Case } from '../../core/case.ts';
import { formatDate } from '../../core/format.ts';
import type { Language } from '../../core/language.ts';
import { mayReceiveLetters, submitterActsAs } from '../../core/representation.ts';
import type { CalendarDate } from '../../core/time.ts';
import { caseStatus } from '../../platform/case-status.ts';
import { municipalityOf, now, pageLanguage, renderPage, type WebContext } from '../../platform/http/index.ts';
import type { IntakePages } from './ports.ts';

const texts = {
  nb: {
    title: 'Mine saker',
    none: 'Du har ingen saker her.',
    received: 'Mottatt {date}',
    without: 'Saksnummer kommer',
    sent: 'Det du har sendt',
    appealAnswer: 'Svaret på klagen, eller et foreløpig svar, kommer innen {date}.',
    forwarded: 'Klagen er hos Statsforvalteren.',
    apply: 'Søk eller meld fra om behov',
    behalf: 'Klag på vegne av en annen (fullmektig)',
  },
  nn: {
    title: 'Sakene mine',
    none: 'Du har ingen saker her.',
    received: 'Motteken {date}',
    without: 'Saksnummer kjem',
    sent: 'Det du har sendt',
    appealAnswer: 'Svaret på klaga, eller eit førebels svar, kjem innan {date}.',
    forwarded: 'Klaga er hos Statsforvaltaren.',
    apply: 'Søk eller meld frå om behov',
    behalf: 'Klag på vegner av ein annan (fullmektig)',
  },
} as const satisfies Record<Language, object>;

interface Reading {
  readonly nationalId: string;
  readonly language: Language;
  readonly today: CalendarDate;
  readonly slug: string;
}

/** `/:m/cases`: the cases of whoever is signed in, newest first, each with how it stands and the next date. */
export async function casesPage(c: WebContext, pages: IntakePages): Promise<Response> {
  const municipality = await municipalityOf(c);
  if (municipality instanceof Response) return municipality;
  const person = await pages.sessions.requirePerson(c);
  if (person instanceof Response) return person;
  const { nationalId } = person;
  const { slug } = municipality;
  const language = pageLanguage(c, municipality.language);
  const t = texts[language];
  const reading = { nationalId, language, today: osloDate(now(c)), slug };
  const found = await pages.store.listByPerson(municipality.number, nationalId);
  const cases = (await Promise.all(found.map((each) => lineOf(pages, each, reading)))).flat();
  const body = casesTemplate({ t, applyPath: `/${slug}/application`, behalfPath: `/${slug}/appeal`, cases });
  return renderPage(c, { title: t.title, language, municipality, body, user: { name: person.name } });
}

/** One case; whoever only reported a need gets their receipt and nothing of how the case stands (hol § 12-1). */
async function lineOf(pages: IntakePages, found: Case, { nationalId, language, today, slug }: Reading) {
  const { caseId, caseNumber, receivedOn, person } = found;
  const t = texts[language];
  const name = caseNumber || t.without;
  const received = t.received.replace('{date}', formatDate(receivedOn, language));
  const unsent = found.origin === 'own-initiative';
  if (found.joinedTo && (unsent || (found.submitter ?? person).nationalId !== nationalId)) return [];
  const isOther = found.otherParent?.nationalId === nationalId;
  if (isOther && !mayReceiveLetters(found, 'other-parent', today)) return [];
  const isSender = found.submitter?.nationalId === nationalId && submitterActsAs(found, today) !== undefined;
  const isParty = !found.joinedTo && (person.nationalId === nationalId || isOther || isSender);
  if (!isParty) return [{ href: `/${slug}/application/receipt/${caseId}`, name, received, status: t.sent }];
  const { state, promise } = caseStatus(found, { language, today });
  const next = promise || (await nextOfAppeal(pages, found, language));
  return [{ href: `/${slug}/cases/${caseId}`, name, received, status: `${state} ${next}`.trim() }];
}

async function nextOfAppeal({ store }: IntakePages, { caseId, appealNumber }: Case, language: Language) {
  if (appealNumber === 0) return '';
  const open = (await store.load(caseId))?.appeals.findLast(isAppealOpen);
  if (open === undefined) return '';
  const t = texts[language];
  if (open.state === 'forwarded') return t.forwarded;
  return t.appealAnswer.replace('{date}', formatDate(open.expectedOn, language));
}
