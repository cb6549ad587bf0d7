import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { appealDeadline } from '../../functions/core/deadlines.ts';
import { formatDateWithWeekday } from '../../functions/core/format.ts';
import { languages } from '../../functions/core/language.ts';
import { daysToAnswer } from '../../functions/letters/views/consent-request.ts';
import { type LetterCase, letterCases, now } from './letter-cases.ts';
import { pageOf, wordsOf } from './words.ts';

function letter(name: string, language: 'nb' | 'nn', municipality = '4635'): LetterCase {
  const found = letterCases(municipality, language).find((each) => each.name === name);
  if (!found) throw new Error(`no letter case ${name}`);
  return found;
}

function wordsIn(name: string, language: 'nb' | 'nn', municipality?: string): string {
  return wordsOf(pageOf(letter(name, language, municipality)));
}

// Element numbers of domain.md § 2.3.
const checklist: readonly (readonly [string, RegExp, RegExp])[] = [
  ['1 number, date, recipient', /Kari Testperson.*Saksnummer GULEN-2026-000012/, /Dato 2\. desember 2026/],
  ['2 what and when', /fikk søknaden tirsdag 24\. november 2026/, /fekk søknaden tysdag 24\. november 2026/],
  ['3 result for the plan', /Individuell plan \(IP\) Avslag/, /Individuell plan \(IP\) Avslag/],
  ['3 result for the coordinator', /Koordinator Innvilget/, /Koordinator Innvilga/],
  ['4 rules with content', /langvarige og koordinerte helse- og omsorgstjenester, har rett/, /§ 2-5 b/],
  ['5 facts', /Opplysninger i saken.*Fysioterapi kl/, /Opplysningar i saka.*Fysioterapi kl/],
  ['6 considerations', /Vurdering og begrunnelse.*Fysioterapi kl/, /Vurdering og grunngiving.*Fysioterapi kl/],
  ['7 the person’s view', /Dine synspunkter Fysioterapi/, /Synspunkta dine Fysioterapi/],
  ['8 coordinator', /Koordinatoren din Koordinerende enhet/, /Koordinatoren din Koordinerande eining/],
  ['9 consent', /Samtykke .*trekkes tilbake.*uten å ha individuell plan/, /Samtykke .*trekkjast tilbake/],
  ['10 no larger right', /ikke rett til flere eller større tjenester/, /ikkje rett til fleire eller større tenester/],
  ['10 free of charge', /barnekoordinator er gratis/, /barnekoordinator er gratis/],
  ['11 four weeks', /fire uker fra du fikk dette brevet.*§ 7-5/, /fire veker frå du fekk dette brevet.*§ 7-5/],
  ['11 last day', /Siste dag er onsdag 30\. desember 2026/, /Siste dag er onsdag 30\. desember 2026/],
  ['11 where to send', /til kommunen, ikke til Statsforvalteren/, /til kommunen, ikkje til Statsforvaltaren/],
  [
    '11 who decides',
    /Statsforvalteren i Vestland, som er klageinstans/,
    /Statsforvaltaren i Vestland, som er klageinstans/,
  ],
  ['12 electronic address', /plan\.example\.no\/gulen\/cases\/testtesttesttesttesttest22/, /Får du inga kvittering/],
  ['13 help', /Pasient- og brukerombudet i Vestland gir gratis/, /Pasient- og brukarombodet i Vestland gir gratis/],
  ['14 access to documents', /se dokumentene i saken \(.*§ 5-1/, /sjå dokumenta i saka \(.*§ 5-1/],
  ['18 supervision is something else', /Tilsyn er noe annet enn klage.*§ 7-4/, /Tilsyn er noko anna enn klage.*§ 7-4/],
  ['19 names', /Leia Testleiar leder Sak Testhandsamar saksbehandler/, /Leia Testleiar leiar Sak Testhandsamar/],
];

describe('the decision letter', () => {
  test.each(checklist)('tells %s', (_, nb, nn) => {
    expect(wordsIn('decision plan refused', 'nb')).toMatch(nb);
    expect(wordsIn('decision plan refused', 'nn')).toMatch(nn);
  });

  test('that nobody opened tells on paper why it comes, and the deadline of the paper', () => {
    const paper = wordsIn('decision that nobody opened, on paper', 'nb');
    expect(paper).toMatch(/lagt ut på nett 18\. november 2026, men er ikke åpnet der\. Derfor får du det på papir/);
    const { lastDay } = appealDeadline({ legalBasis: 'health', channel: 'paper', from: now, postalDays: 5 });
    expect(paper).toContain(formatDateWithWeekday(lastDay, 'nb'));
    expect(wordsIn('decision refused on paper', 'nb')).not.toContain('lagt ut på nett');
    const form = wordsIn('consent request that nobody opened, on paper', 'nn');
    expect(form).toContain('Difor får du det på papir.');
    expect(form.length).toBeGreaterThan(wordsIn('consent request', 'nn').length + 300);
  });

  test.each(languages)('counts the postal days into the last day on paper, in %s', (language) => {
    const paper = appealDeadline({ legalBasis: 'health', channel: 'paper', from: now, postalDays: 5 });
    const digital = appealDeadline({ legalBasis: 'health', channel: 'digital', from: now });
    const words = wordsIn('decision refused on paper', language);
    expect(words).toContain(formatDateWithWeekday(paper.lastDay, language));
    expect(words).not.toContain(formatDateWithWeekday(digital.lastDay, language));
  });

  test('gives three weeks under the social services act, from fvl § 29', () => {
    expect(wordsIn('decision under the social services act', 'nb')).toMatch(/tre uker .*forvaltningsloven § 29/);
    expect(wordsIn('decision under the social services act', 'nn')).toMatch(/tre veker .*forvaltningslova § 29/);
    expect(wordsIn('decision under the Nav act', 'nb')).toMatch(/§ 15.*tre uker .*forvaltningsloven § 29/);
  });

  test('follows the act the case is decided under all the way, and never another', () => {
    const nb = wordsIn('decision under the social services act', 'nb');
    expect(nb).toMatch(/sosialtjenesteloven § 28\).*enkeltvedtak.*§§ 23 til 27 \(sosialtjenesteloven § 41\)/);
    expect(nb).toMatch(/sosialtjenesteloven § 47.*Statsforvalteren i Vestland, som er klageinstans \(sosialtj/);
    expect(nb).toMatch(/dokumentene i saken \(forvaltningsloven § 18/);
    const nn = wordsIn('decision under the social services act', 'nn');
    expect(nn).toMatch(/sosialtenestelova § 28\).*enkeltvedtak.*§§ 23 til 27 \(sosialtenestelova § 41\)/);
    for (const words of [nb, nn]) expect(words).not.toMatch(/pasient- og bruk[ae]rrett/i);
    expect(wordsIn('social services appeal forwarded', 'nb')).toMatch(
      /sosialtjenesteloven § 47.*§§ 47 og 48.*\(§ 48\)/,
    );
    for (const name of ['social services appeal forwarded', 'social services appeal dismissed'])
      expect(wordsIn(name, 'nn')).not.toMatch(/pasient- og brukarrettslova/);
  });

  test('asks for what is missing without a threat, and tells of it again in a notice of delay', () => {
    const asked = wordsIn('information request', 'nb');
    expect(asked).toMatch(/Dette trenger vi Fysioterapi.*fredag 11\. desember 2026.*ikke en frist.*stopper ikke opp/);
    expect(asked).toMatch(/Sak Testhandsamar saksbehandler/);
    expect(wordsIn('delay notice with something missing', 'nb')).toMatch(/Dette mangler vi fra deg .*Fysioterapi/);
    expect(wordsIn('delay notice', 'nb')).not.toContain('Dette mangler vi');
  });

  test('tells that a request for supervision was sent on, and dismisses nothing', () => {
    const words = wordsIn('request for supervision sent on', 'nb');
    expect(words).toMatch(/sendt brevet ditt til Statsforvalteren i Vestland.*§ 7-4.*ingen frist for å be om tilsyn/);
    expect(words).not.toMatch(/avvist|Klagefristen er/);
  });

  test('gives the longer deadline where rights under two acts are decided in one letter', () => {
    const lastDay = appealDeadline({ legalBasis: 'health', channel: 'digital', from: now }).lastDay;
    for (const language of languages)
      expect(wordsIn('decision under two acts', language)).toContain(formatDateWithWeekday(lastDay, language));
    expect(wordsIn('decision under two acts', 'nb')).toMatch(/koordinator er klagefristen fire uker .*§ 7-5.*tre uker/);
    expect(wordsIn('decision under two acts', 'nn')).toMatch(
      /koordinator er klagefristen fire veker .*§ 7-5.*tre veker/,
    );
  });

  test('tells each right of a child on its own and speaks to the parent', () => {
    const words = wordsIn('decision mixed for a child', 'nb');
    expect(words).toMatch(/Individuell plan \(IP\) Avslag Koordinator Innvilget Barnekoordinator Innvilget/);
    expect(words).toContain('Lise Testbarn får ikke individuell plan.');
    expect(words).toContain('Familien får barnekoordinator.');
    expect(words).toContain('Synspunktene til Lise Testbarn');
    expect(words).toMatch(/§ 2-5 c .*§ 7-2 a/);
    expect(words).toContain('Kopi til: Lise Testbarn');
  });

  test('says that a coordinator is possible without a plan that is not wanted', () => {
    const words = wordsIn('decision plan declined', 'nn');
    expect(words).toMatch(/Ikkje ønskt Koordinator Innvilga/);
    expect(words).toContain('Du kan ha koordinator utan å ha individuell plan.');
  });

  test('cites the rules of what is decided, and of nothing else', () => {
    const coordinatorOnly = wordsIn('decision coordinator only', 'nb');
    expect(coordinatorOnly).toMatch(/etter disse bestemmelsene: koordinator: pasient- og .* Opplysninger i saken/);
    expect(coordinatorOnly).not.toMatch(/§ 2-5 (?!b)|§ 7-1/);
    const childOnly = wordsIn('decision child coordinator only', 'nb');
    expect(childOnly).toMatch(/etter disse bestemmelsene: barnekoordinator: .*§ 7-2 a/);
    expect(childOnly).toMatch(/Barnekoordinatoren til Lise Testbarn .*oppnevner barnekoordinator så snart/);
    expect(childOnly).not.toMatch(/§ 2-5 b|§ 7-1/);
    expect(childOnly).not.toContain('individuell plan blir bare laget');
    expect(wordsIn('decision nothing wanted', 'nb')).not.toContain('Vedtaket er gjort etter');
    expect(wordsIn('decision under the social services act', 'nb')).toContain(
      'individuell plan: sosialtjenesteloven § 28',
    );
  });

  test('promises no coordinator to somebody who was refused one', () => {
    for (const name of ['decision plan only', 'decision all refused']) {
      expect(wordsIn(name, 'nb')).not.toMatch(/kan ha koordinator|Koordinatoren tar|Koordinatoren kan/);
      expect(wordsIn(name, 'nn')).not.toMatch(/kan ha koordinator|Koordinatoren tek|Koordinatoren kan/);
    }
    expect(wordsIn('decision plan only', 'nb')).toContain('Koordinerende enhet tar kontakt');
  });

  test('never says «må ikke» where it means that something is not needed', () => {
    for (const { name } of letterCases('4635', 'nb')) expect(wordsIn(name, 'nb'), name).not.toMatch(/\bmå ikke\b/);
    for (const { name } of letterCases('4635', 'nn')) expect(wordsIn(name, 'nn'), name).not.toMatch(/\bmå ikkje\b/);
  });

  test('says that what it ends may wait for the appeal, and says so in no other case (fvl §§ 27, 42)', () => {
    expect(wordsIn('decision that ends a right', 'nb')).toMatch(
      /noe du har fått innvilget før\. .*før klagen er avgjort \(forvaltningsloven § 42\)/,
    );
    expect(wordsIn('decision that ends a right', 'nn')).toMatch(/før klaga er avgjord \(forvaltningslova § 42\)/);
    for (const name of ['decision all refused', 'decision granted', 'appeal changed', 'appeal dismissed'])
      expect(wordsIn(name, 'nb'), name).not.toContain('§ 42');
  });

  test('says that an appeal is free and that costs may be claimed (fvl §§ 27, 36)', () => {
    expect(wordsIn('decision all refused', 'nb')).toMatch(/gratis å klage\. .*utgifter .*forvaltningsloven § 36/);
    expect(wordsIn('decision all refused', 'nn')).toMatch(/gratis å klage\. .*utgifter .*forvaltningslova § 36/);
  });

  test('is marked as a draft, without an approver, in a preview', () => {
    const words = wordsIn('decision as a draft', 'nb');
    expect(words).toContain('Utkast');
    expect(words).toContain('(navnet til lederen som godkjenner) leder');
    expect(words).toContain('alt det er bedt om, innvilget');
  });
});

describe('the other letters', () => {
  test('a delay notice has received date, concrete reason, new date with weekday, contact', () => {
    const words = wordsIn('delay notice', 'nn');
    expect(words).toContain('fekk søknaden din tysdag 24. november 2026');
    expect(words).toContain('Fysioterapi kl. 10');
    expect(words).toContain('måndag 25. januar 2027');
    expect(words).toContain('telefon 57 78 20 04');
    expect(wordsIn('delay notice waiting for consent', 'nb')).toContain('Vi har spurt om samtykke');
    expect(wordsIn('second delay notice', 'nb')).toContain('vente svar innen mandag 25. januar 2027');
  });

  test('a date by which a letter comes is kept on that day too, as the notice may go out on the day itself', () => {
    for (const { name } of letterCases('4635', 'nb')) expect(wordsIn(name, 'nb'), name).not.toMatch(/før den dagen/);
    expect(wordsIn('receipt', 'nn')).toContain('får du eit førebels svar seinast den dagen');
    expect(wordsIn('appeal receipt', 'nn')).toContain('skriv vi til deg seinast den dagen');
    expect(wordsIn('delay notice', 'nn')).toContain('skriv vi til deg igjen seinast den dagen');
  });

  test('a delay notice does not say that nothing is missing when its reason may say so', () => {
    expect(wordsIn('delay notice', 'nb')).toContain('med mindre det står over at vi mangler noe fra deg');
    expect(wordsIn('delay notice waiting for letter', 'nb')).toContain('Du trenger ikke å gjøre noe nå. Har du');
  });

  test('a receipt tells reference, time and the date an answer is due, and has a copy', () => {
    const words = wordsIn('receipt', 'nb');
    expect(words).toContain('24. november 2026 kl. 10.00');
    expect(words).toContain('innen torsdag 24. desember 2026');
    expect(words).toMatch(/Kopi av det som står i søknaden Behov Fysioterapi/);
    expect(wordsIn('receipt on paper', 'nb')).toContain('fredag 20. november 2026');
  });

  test('the receipt of a report tells its sender nothing about the person', () => {
    const words = wordsIn('receipt of a report', 'nb');
    expect(words).toContain('Siv Testsykepleier Testsjukehuset');
    expect(words).not.toContain('Kari');
    expect(words).not.toContain('Fysioterapi');
  });

  test('a question for consent names its three parts, and comes with a form on paper only', () => {
    expect(wordsIn('consent request', 'nb')).toMatch(/1\. Vil du.*2\. Vil du.*3\. Kan de/);
    expect(wordsIn('consent request', 'nb')).not.toContain('Svarark');
    expect(wordsIn('consent request on paper', 'nb')).toContain('Svarark');
    const forChild = wordsIn('consent request for a child', 'nb');
    expect(forChild).toMatch(/Foreldre eller foresatte til Lise Testbarn.*skal begge være enige/);
    // The parents are not known: nobody but the child could sign in.
    expect(forChild).toMatch(/Svarark.*Underskrift fra den andre/);
    expect(forChild).not.toContain('Logg inn');
    expect(wordsIn('consent request', 'nb')).not.toContain('foreldreansvar');
  });

  test('the question for consent is open until the day its letter gives', () => {
    const definition = readFileSync('infra/workflow/application.asl.json', 'utf8');
    const [, state = ''] = definition.split(/"AskConsent": \{/);
    const seconds = [...(state.split('"Retry"')[0]?.matchAll(/"(?:expiresIn|Timeout)Seconds": (\d+)/g) ?? [])];
    expect(seconds.map(([, each]) => Number(each) / 86_400)).toEqual([daysToAnswer, daysToAnswer]);
  });

  test('a question for consent tells what follows when each of the three is withdrawn', () => {
    expect(wordsIn('consent request', 'nb')).toMatch(
      /når som helst.*Plan: Vi stanser.*likevel ha koordinator.*Koordinator:.*Deling:/,
    );
    expect(wordsIn('consent request', 'nn')).toMatch(
      /når som helst.*Plan: Vi stansar.*likevel ha koordinator.*Koordinator:.*Deling:/,
    );
  });

  test('a letter to somebody without access to the case does not point to it', () => {
    for (const name of ['receipt of a report', 'appeal forwarded']) {
      expect(wordsIn(name, 'nb'), name).not.toMatch(/saken din på nett|Logg inn/);
    }
  });

  test('an appeal over the service leaves no decision standing when it is withdrawn', () => {
    expect(wordsIn('withdrawal of an appeal', 'nb')).toContain('Vedtaket i saken står ved lag');
    expect(wordsIn('withdrawal of an appeal over the service', 'nb')).not.toContain('Vedtaket');
    expect(wordsIn('withdrawal of a report', 'nb')).not.toContain('øknaden');
  });

  test('the coordinator letter points to the municipality’s own tool and form', () => {
    expect(wordsIn('coordinator appointed', 'nb', '4204')).toMatch(
      /autorisasjonsskjema for DIPS Samspill.*Miniveileder/,
    );
    const withoutPlan = wordsIn('coordinator appointed without a plan', 'nb', '4204');
    expect(withoutPlan).toMatch(/DIPS Samspill brukes også uten individuell plan\. Det kalles «Enkelt samspill»/);
    expect(wordsIn('coordinator appointed without a plan', 'nb', '4635')).toContain(
      'Spør koordinatoren om det er aktuelt',
    );
    expect(wordsIn('coordinator and child coordinator appointed', 'nb')).toContain(
      'også er barnekoordinator for familien',
    );
    expect(wordsIn('coordinator appointed', 'nn', '4635')).toContain('SamPro');
  });

  test('an appeal answer has the new deadline, costs when changed, and can be appealed when dismissed', () => {
    for (const name of ['appeal changed', 'appeal partly changed']) {
      expect(wordsIn(name, 'nb')).toMatch(/Sakskostnader .*§ 36.*tre uker.*Klagefristen er fire uker/);
    }
    expect(wordsIn('appeal dismissed', 'nb')).toMatch(/klage på avvisningen.*Klagefristen er fire uker/);
    expect(wordsIn('appeal dismissed', 'nb')).not.toContain('Sakskostnader');
  });

  test('the statement lists what is enclosed, and the appellant’s letter has the same statement', () => {
    const statement = wordsIn('appeal forwarded', 'nb');
    const copy = wordsIn('appeal forwarded, copy', 'nb');
    const enclosed = /Bekreftelse på mottak med kopi av søknaden, 24\. november 2026 Vedtak, 2\. desember 2026/;
    expect(statement).toMatch(enclosed);
    expect(copy).toMatch(enclosed);
    const body = /Kommunens nye vurdering.*kapittel VI så langt det passer\./;
    expect(copy.match(body)?.[0]).toBe(statement.match(body)?.[0]);
    expect(copy).not.toMatch(/\d{6} \d{5}/);
  });

  test('the statement about the rest of an appeal tells the old result and the new', () => {
    const words = wordsIn('rest of an appeal forwarded', 'nb');
    expect(words).toMatch(/Koordinator Avslag.*Resten av klagen oversendes\. Nytt resultat:.*Koordinator Innvilget/);
  });

  test('a late appeal is told as late, never as rejected', () => {
    expect(wordsIn('late appeal receipt', 'nb')).toContain('Den er ikke avvist av den grunn.');
  });
});

test('what the municipality saw itself is told by no letter as an application or a report', () => {
  const letters = ['receipt', 'consent request', 'information request', 'withdrawal', 'delay notice'];
  for (const name of [...letters.map((each) => `${each} of own initiative`), 'decision after own initiative']) {
    for (const language of ['nb', 'nn'] as const) {
      const words = wordsIn(name, language);
      expect(words, name).not.toMatch(/søknaden|meldinga|meldingen|fekk melding|fikk melding/i);
      expect(words, name).toMatch(/NAV i kommunen|kommunen så et behov|kommunen såg eit behov/);
    }
  }
  expect(wordsIn('consent request of own initiative', 'nn')).toContain('Ingen har søkt');
});

describe('the letters about a right the person has', () => {
  test('warn, and ask for the person’s view, before anything is decided', () => {
    const words = wordsIn('warning of an end', 'nb');
    expect(words).toMatch(
      /Du har individuell plan etter vedtaket i sak GULEN-2026-000003\. Vi vurderer å avslutte dette/,
    );
    expect(words).toMatch(/Si hva du mener.*Retten gjelder som før/);
    expect(wordsIn('warning of an end', 'nn')).toMatch(/Ingenting er avgjort enno.*Sei kva du meiner/);
    for (const language of languages) expect(wordsIn('warning of an end', language)).not.toMatch(/samtykke|søk/i);
  });

  test('tell what ends and from when, the deferral, the appeal and the costs (fvl §§ 27, 36, 42)', () => {
    expect(wordsIn('decision, plan ended', 'nb')).toMatch(
      /Fra mandag 1\. februar 2027 har du ikke individuell plan.*utsatt iverksetting, forvaltningsloven § 42.*Vurdering og begrunnelse Fysio.*Siste dag er onsdag 30\. desember 2026.*§ 36/,
    );
    expect(wordsIn('decision, plan ended', 'nn')).toMatch(
      /Frå måndag 1\. februar 2027 har du ikkje individuell plan.*utsett iverksetjing, forvaltningslova § 42/,
    );
    expect(wordsIn('decision, coordinator changed', 'nn')).toMatch(
      /framleis koordinator, men det blir endra frå måndag/,
    );
    const on = wordsIn('decision, childCoordinator continued', 'nb');
    expect(on).toMatch(/har fortsatt barnekoordinator\. Retten går videre som før/);
    expect(on).not.toMatch(/iverksetting|settes i verk/);
    const again = wordsIn('a right that stands again after an appeal', 'nb');
    expect(again).toMatch(/Du har fortsatt individuell plan\./);
    expect(again).not.toMatch(/ikke søkt om|begynner/i);
  });

  test('answer whether the decision waits for the appeal, and say who else can let it wait (fvl § 42)', () => {
    expect(wordsIn('an appeal that asks to wait', 'nb')).toMatch(/før klagen er avgjort.*Det svarer vi på først/);
    const waits = wordsIn('an end that waits', 'nb');
    expect(waits).toMatch(
      /Vedtaket blir ikke satt i verk før klagen er avgjort \. Til da har du individuell plan som før/,
    );
    expect(waits).toMatch(/Blir vedtaket stående.*tidligst mandag 1\. februar 2027/);
    expect(wordsIn('an end that should have begun, and waits', 'nb')).not.toContain('tidligst');
    const does = wordsIn('an end that does not wait', 'nn');
    expect(does).toMatch(
      /Vedtaket blir ikkje utsett\. Det gjeld frå måndag 1\. februar 2027 , òg medan vi behandlar klaga/,
    );
    expect(does).toMatch(/Kvifor Fysio.*Statsforvaltaren i Vestland kan òg bestemme at vedtaket skal vente/);
    expect(wordsIn('a dismissed appeal that asked to wait', 'nb')).toMatch(/venter heller ikke vedtaket på den/);
    expect(wordsIn('appeal dismissed', 'nb')).not.toContain('heller ikke vedtaket');
    expect(wordsIn('statement about an end that waits', 'nn')).toMatch(/vedtaket ikkje blir sett i verk før klaga/);
  });
});
