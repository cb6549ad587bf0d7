import type { Language } from '../../functions/core/language.ts';

/**
 * Words that belong to one written form only, as whole words in small letters. Not every form in the dictionaries:
 * those that the letters could plausibly use.
 */
const bokmål = `
ikke jeg hva hvem hvor hvordan hvorfor hvis hver hvert hverandre noe noen fra bare selv være vært blitt kommer kommet
gjør gjøre sier trenger ønsker enhet enheten koordinerende tjeneste tjenester tjenestene tjenesten saksbehandler
saksbehandleren saken søker søke opplysninger opplysningene begrunnelse veiledning veiledninger vennlig hilsen uke uker
saksbehandlar saksbehandlaren måned måneder fikk mottok mottatt uten innen senere senest videre tidligere sammen flere mer mye lenger en hun dere
deres eget egen egne gjelder klagen uttalelsen avgjør avgjørelse avgjøre innvilget oppnevner oppnevnt oppnevne leder
lederen foreløpig pårørende rettigheter brukerrettighetsloven loven omsorgstjenesteloven forvaltningsloven
sosialtjenesteloven brukerombudet statsforvalteren lages laget trekkes trekke sørge nødvendig nødvendige hele helt
vesentlige medhold forsinkelsen grunner taler personlige skriftlig særlige mulig ennå avsluttet endret endrer derfor
måten dokumentene vedlagte klageren brevene finner nå telle teller velger navn deltar holde meldingen
følger slutter bekrefter sendte verken samtykker familier sykdom sykehus sykehuset andres bryter 
`;

const nynorsk = `
ikkje eg kva kven kvar korleis kvifor dersom kvart kvarandre noko nokon frå berre sjølv vere vore kjem kome gjer gjere
seier seie treng ønskjer ønskt eining eininga koordinerande teneste tenester tenestene tenesta sakshandsamar
sakshandsamaren saka søkjar søkje opplysningar opplysningane grunngiving rettleiing rettleiingar venleg helsing veke
veker månad månader fekk motteken utan innan òg seinare seinast vidare tidlegare saman fleire meir mykje ein eit éin
desse ho eige eiga eigne gjeld klaga fråsegn fråsegna avgjer avgjerd avgjerda avgjere innvilga oppnemner oppnemnt
oppnemne leiar leiaren førebels pårørande brukarrettslova omsorgstenestelova forvaltningslova sosialtenestelova
brukarombodet statsforvaltaren lagar trekkjast trekkje syte naudsynt naudsynte heile heilt vesentlege medhald
forseinkinga grunnar talar personlege skriftleg særlege mogleg enno avslutta endra endrar difor dokumenta vedlagde
klagaren breva finn samtykkje dei deira tel vel namn deltek meldinga stadfestar familiar sjukdom sjukehus
sjukehuset bryt tek
`;

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

const foreign: Readonly<Record<Language, ReadonlySet<string>>> = { nb: wordsIn(nynorsk), nn: wordsIn(bokmål) };

/** Words of the other written form in a text, each once. What people typed and names have to be kept out by the caller. */
export function foreignWords(text: string, language: Language): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => foreign[language].has(word)))];
}
