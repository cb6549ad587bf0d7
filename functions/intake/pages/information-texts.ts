import type { PageLanguage } from '../../core/language.ts';

interface InformationTexts {
  readonly front: { readonly title: string; readonly intro: string; readonly choose: string };
  readonly municipality: {
    readonly title: string;
    readonly apply: string;
    readonly myCases: string;
    readonly signInNote: string;
    readonly facts: readonly string[];
    readonly contents: string;
    /** Leads to the appeal by a representative. */
    readonly appealForAnother: string;
    /** The blank forms on paper, by what they are for; `formLanguage` says which form of Norwegian each is in. */
    readonly forms: { readonly application: string; readonly mandate: string; readonly appeal: string };
    readonly formLanguage: { readonly nb: string; readonly nn: string };
  };
}

/** Words of the pages that tell and do not ask; the municipalities' own texts are in their data. */
export const informationTexts: Readonly<Record<PageLanguage, InformationTexts>> = {
  nb: {
    front: {
      title: 'Individuell plan og koordinator',
      intro:
        'Trenger du eller noen du kjenner flere helse- og omsorgstjenester over lengre tid? Da kan det være rett til individuell plan (IP), til koordinator, eller til begge deler. Søknaden er gratis.',
      choose: 'Velg kommunen der personen bor:',
    },
    municipality: {
      title: 'Individuell plan og koordinator',
      apply: 'Søk eller meld fra om behov',
      myCases: 'Mine saker',
      signInNote: 'Du logger inn med ID-porten. Kan du ikke det, kan du sende søknaden på papir.',
      facts: [
        'Det er gratis å søke, å ha plan og å ha koordinator.',
        'Du får svar innen én måned. Tar det lengre tid, får du et foreløpig svar om hvorfor og når.',
        'Ikke send helseopplysninger i e-post. Her er de trygge når du har logget inn.',
      ],
      contents: 'Innhold på siden',
      appealForAnother: 'Klag på nett på vegne av en annen, som fullmektig',
      forms: {
        application: 'Søknadsskjema på papir',
        mandate: 'Fullmakt på papir',
        appeal: 'Klageskjema på papir',
      },
      formLanguage: { nb: 'PDF, bokmål', nn: 'PDF, nynorsk' },
    },
  },
  nn: {
    front: {
      title: 'Individuell plan og koordinator',
      intro:
        'Treng du eller nokon du kjenner fleire helse- og omsorgstenester over lengre tid? Då kan det vere rett til individuell plan (IP), til koordinator, eller til begge delar. Søknaden er gratis.',
      choose: 'Vel kommunen der personen bur:',
    },
    municipality: {
      title: 'Individuell plan og koordinator',
      apply: 'Søk eller meld frå om behov',
      myCases: 'Sakene mine',
      signInNote: 'Du loggar inn med ID-porten. Kan du ikkje det, kan du sende søknaden på papir.',
      facts: [
        'Det er gratis å søkje, å ha plan og å ha koordinator.',
        'Du får svar innan éin månad. Tek det lengre tid, får du eit førebels svar om kvifor og når.',
        'Ikkje send helseopplysningar i e-post. Her er dei trygge når du har logga inn.',
      ],
      contents: 'Innhald på sida',
      appealForAnother: 'Klag på nett på vegner av ein annan, som fullmektig',
      forms: {
        application: 'Søknadsskjema på papir',
        mandate: 'Fullmakt på papir',
        appeal: 'Klageskjema på papir',
      },
      formLanguage: { nb: 'PDF, bokmål', nn: 'PDF, nynorsk' },
    },
  },
  en: {
    front: {
      title: 'Individual plan and coordinator',
      intro:
        'Do you or someone you know need several health and care services over a longer time? Then there may be a right to an individual plan (individuell plan, IP), to a coordinator, or to both. Applying costs nothing.',
      choose: 'Choose the municipality where the person lives:',
    },
    municipality: {
      title: 'Individual plan and coordinator',
      apply: 'Apply or report a need',
      myCases: 'My cases',
      signInNote: 'You log in with ID-porten. If you cannot, you can send the application on paper.',
      facts: [
        'It costs nothing to apply, to have a plan and to have a coordinator.',
        'You get an answer within one month. If it takes longer, you are told in a preliminary answer why, and when to expect it.',
        'Do not send health information by e-mail. Here it is safe when you have logged in.',
        'Letters and the pages of your case are in Norwegian: bokmål or nynorsk, as you choose. Tell us if you need an interpreter.',
      ],
      contents: 'On this page',
      appealForAnother: 'Appeal online on behalf of somebody else, as their representative',
      forms: {
        application: 'Application form on paper',
        mandate: 'Authorisation (fullmakt) on paper',
        appeal: 'Appeal form on paper',
      },
      formLanguage: { nb: 'PDF, in Norwegian bokmål', nn: 'PDF, in Norwegian nynorsk' },
    },
  },
};
