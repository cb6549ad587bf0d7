import type { Language } from '../../core/language.ts';
import type { PaperField } from './paper-form.ts';

/** Words of the page where staff register a need, where they differ from those of the paper form. */
export interface NeedTexts {
  readonly title: string;
  readonly intro: readonly string[];
  readonly button: string;
  readonly duplicateWhat: string;
  readonly sections: Readonly<Record<'need' | 'person' | 'wishes' | 'account' | 'contact', string>>;
  readonly wishes: string;
  readonly fields: Readonly<Partial<Record<PaperField, string>>>;
  readonly hints: Readonly<Partial<Record<PaperField, string>>>;
  readonly missing: Readonly<Partial<Record<PaperField, string>>>;
  readonly done: { readonly title: string; readonly receivedOn: string; readonly next: string };
}

const nb: NeedTexts = {
  title: 'Meld behov på eget tiltak',
  intro: [
    'Bruk siden når kommunen selv har sett at en person kan ha behov for individuell plan eller koordinator. Kommunen har plikt til å ta initiativet (forskrift om individuell plan § 6).',
    'Dette er ikke en søknad. Personen blir spurt om samtykke i et brev, og ingen plan lages uten et ja. Det du skriver om behovet, får personen lese.',
  ],
  button: 'Registrer behovet',
  duplicateWhat:
    'Hver person har bare én plan. Trykker du «Registrer behovet» én gang til, blir det du har skrevet, lagt til i den saken.',
  sections: {
    need: 'Når og hvem',
    person: 'Personen det gjelder',
    wishes: 'Hva gjelder det?',
    account: 'Behovet',
    contact: 'Brev til personen',
  },
  wishes: 'Kryss av for det personen kan ha behov for',
  fields: {
    receivedOn: 'Hvilken dag ble behovet sett?',
    submitterOrganisation: 'Hvilken tjeneste eller enhet har sett behovet?',
    needs: 'Hva er behovet?',
    goals: 'Mål og ønsker personen har fortalt om (valgfritt)',
  },
  hints: {
    receivedOn: 'Fristen regnes fra denne dagen. Du kan ikke velge en senere dag enn i dag.',
    submitterOrganisation: 'Skriv navnet på tjenesten, for eksempel hjemmesykepleien. Det står i brevet.',
    needs: 'Skriv bare det som trengs for å forstå behovet. Personen får lese det.',
    contact: 'Vet du ikke hva personen ønsker, velger du papir.',
    language: 'Velg målformen personen bruker, hvis du vet det.',
  },
  missing: {
    receivedOn: 'Skriv hvilken dag behovet ble sett',
    submitterOrganisation: 'Skriv hvilken tjeneste eller enhet som har sett behovet',
    needs: 'Skriv hva behovet er',
  },
  done: {
    title: 'Behovet er registrert',
    receivedOn: 'Behovet ble sett',
    next: 'Personen får et brev om at kommunen har startet saken, og et brev med spørsmål om samtykke. Er personen under 16 år, går brevene til dem som har foreldreansvar. Hadde personen en åpen sak, er det du skrev, lagt til i den, og det blir ikke sendt nye brev.',
  },
};

const nn: NeedTexts = {
  title: 'Meld behov på eige tiltak',
  intro: [
    'Bruk sida når kommunen sjølv har sett at ein person kan ha behov for individuell plan eller koordinator. Kommunen har plikt til å ta initiativet (forskrift om individuell plan § 6).',
    'Dette er ikkje ein søknad. Personen blir spurd om samtykke i eit brev, og ingen plan blir laga utan eit ja. Det du skriv om behovet, får personen lese.',
  ],
  button: 'Registrer behovet',
  duplicateWhat:
    'Kvar person har berre éin plan. Trykkjer du «Registrer behovet» éin gong til, blir det du har skrive, lagt til i den saka.',
  sections: {
    need: 'Når og kven',
    person: 'Personen det gjeld',
    wishes: 'Kva gjeld det?',
    account: 'Behovet',
    contact: 'Brev til personen',
  },
  wishes: 'Kryss av for det personen kan ha behov for',
  fields: {
    receivedOn: 'Kva dag vart behovet sett?',
    submitterOrganisation: 'Kva teneste eller eining har sett behovet?',
    needs: 'Kva er behovet?',
    goals: 'Mål og ønske personen har fortalt om (valfritt)',
  },
  hints: {
    receivedOn: 'Fristen blir rekna frå denne dagen. Du kan ikkje velje ein seinare dag enn i dag.',
    submitterOrganisation: 'Skriv namnet på tenesta, til dømes heimesjukepleia. Det står i brevet.',
    needs: 'Skriv berre det som trengst for å forstå behovet. Personen får lese det.',
    contact: 'Veit du ikkje kva personen ønskjer, vel du papir.',
    language: 'Vel målforma personen bruker, om du veit det.',
  },
  missing: {
    receivedOn: 'Skriv kva dag behovet vart sett',
    submitterOrganisation: 'Skriv kva teneste eller eining som har sett behovet',
    needs: 'Skriv kva behovet er',
  },
  done: {
    title: 'Behovet er registrert',
    receivedOn: 'Behovet vart sett',
    next: 'Personen får eit brev om at kommunen har starta saka, og eit brev med spørsmål om samtykke. Er personen under 16 år, går breva til dei som har foreldreansvar. Hadde personen ei open sak, er det du skreiv, lagt til i den, og det blir ikkje sendt nye brev.',
  },
};

/** See {@link NeedTexts}. */
export const needTexts: Readonly<Record<Language, NeedTexts>> = { nb, nn };
