import type { InformationSection } from '../schema.ts';
import type { InformationFacts } from './facts.ts';

/** The electronic plan. Whatever the tool, the person owns the plan and decides who sees what (domain.md § 4.5 C). */
export function toolSection({ planTool }: InformationFacts): InformationSection {
  const opening = planTool.name === null ? unnamedTool : namedTool(planTool.name);
  return {
    id: 'tool',
    covers: ['OR-5', ...(planTool.name === 'SamPro' ? ['GJ-9', 'GU-13'] : [])],
    heading: { nb: 'Planen på nett', nn: 'Planen på nett', en: 'The plan online' },
    paragraphs: {
      nb: [
        opening.nb,
        'Planen er din. Du avgjør hvem som slipper til, og hva hver av dem får se. Innloggingen er sikker, på samme måte som i en nettbank.',
      ],
      nn: [
        opening.nn,
        'Planen er din. Du avgjer kven som slepp til, og kva kvar av dei får sjå. Innlogginga er sikker, på same måten som i ein nettbank.',
      ],
      en: [
        opening.en,
        'The plan is yours. You decide who is let in, and what each of them may see. The login is secure, in the same way as in an online bank.',
      ],
    },
    links: [
      ...(planTool.name !== null && planTool.url !== undefined
        ? [
            {
              title: {
                nb: `Logg inn i ${planTool.name}`,
                nn: `Logg inn i ${planTool.name}`,
                en: `Log in to ${planTool.name}`,
              },
              url: planTool.url,
            },
          ]
        : []),
      ...planTool.guides.flatMap(({ title, url }) => (url === undefined ? [] : [{ title, url }])),
    ],
  };
}

function namedTool(name: string) {
  return {
    nb: `Kommunen bruker ${name} til individuell plan. Der kan du og de som hjelper deg, samarbeide om planen på nett, med blant annet kalender, meldinger og dokumenter. Koordinatoren gir deg tilgang.`,
    nn: `Kommunen bruker ${name} til individuell plan. Der kan du og dei som hjelper deg, samarbeide om planen på nett, mellom anna med kalender, meldingar og dokument. Koordinatoren gir deg tilgang.`,
    en: `The municipality uses ${name} for individual plans. There you and those who help you can work together on the plan online, with a calendar, messages and documents among other things. The coordinator gives you access.`,
  };
}

const unnamedTool = {
  nb: 'Planen kan føres i et elektronisk verktøy der du og de som hjelper deg, samarbeider på nett, med blant annet kalender, meldinger og dokumenter. Koordinatoren forteller deg hvilket det er, og gir deg tilgang.',
  nn: 'Planen kan førast i eit elektronisk verktøy der du og dei som hjelper deg, samarbeider på nett, mellom anna med kalender, meldingar og dokument. Koordinatoren fortel deg kva verktøy det er, og gir deg tilgang.',
  en: 'The plan can be kept in an electronic tool where you and those who help you work together online, with a calendar, messages and documents among other things. The coordinator tells you which tool it is, and gives you access.',
};
