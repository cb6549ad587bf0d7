import type { BlankForm } from '../../core/blank-forms.ts';
import type { Language } from '../../core/language.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipality } from '../../municipalities/index.ts';
import { type LetterView, officesOf } from '../views/letter.ts';

/** What a form on paper tells: whose it is, where it goes, who helps. */
export interface FormView extends Pick<LetterView, 'sender' | 'contact' | 'countyGovernor' | 'ombudsman'> {
  readonly language: Language;
  readonly heading: string;
  readonly title: string;
  readonly applyUrl: string;
  readonly casesUrl: string;
  /** Where the plan is worked with. */
  readonly tool: {
    readonly inText: string;
    /** The municipality has told which tool it uses. */
    readonly known: boolean;
    readonly url: string | undefined;
    readonly samspill: boolean;
  };
  /** Places for those who are to have access. */
  readonly people: readonly number[];
}

/** The date the file bears: it says nothing of when it was printed, so the same form is the same bytes. */
export const formDate: Instant = '2026-11-01T00:00:00.000Z';

const headings: Readonly<Record<BlankForm, Readonly<Record<Language, string>>>> = {
  application: { nb: 'Søknad om individuell plan og koordinator', nn: 'Søknad om individuell plan og koordinator' },
  appeal: {
    nb: 'Klage i sak om individuell plan og koordinator',
    nn: 'Klage i sak om individuell plan og koordinator',
  },
  mandate: { nb: 'Fullmakt', nn: 'Fullmakt' },
  'tool-access': { nb: 'Autorisasjonsskjema for {tool}', nn: 'Autorisasjonsskjema for {tool}' },
};

/** Where it isn't known which tool a municipality uses. */
const someTool: Readonly<Record<Language, string>> = { nb: 'planverktøyet', nn: 'planverktøyet' };

/** The view of a form. */
export function formView(
  form: BlankForm,
  input: { readonly municipality: Municipality; readonly language: Language; readonly publicUrl: string },
): FormView {
  const { municipality, language, publicUrl } = input;
  const { planTool, name, slug } = municipality;
  const tool = planTool.name ?? someTool[language];
  const heading = headings[form][language].replace('{tool}', tool);
  return {
    language,
    heading,
    title: `${heading} – ${name}`,
    ...officesOf(municipality, language),
    applyUrl: `${publicUrl}/${slug}/application`,
    casesUrl: `${publicUrl}/${slug}/cases`,
    tool: {
      inText: tool,
      known: planTool.name !== null,
      url: planTool.url,
      samspill: planTool.name === 'DIPS Samspill',
    },
    people: [1, 2, 3, 4],
  };
}
