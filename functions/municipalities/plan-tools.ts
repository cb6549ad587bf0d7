import type { Municipality } from './schema.ts';

/** Visma's tool, as Gjøvik and Gulen use it; the addresses are those of its own help pages. */
export const samPro: Municipality['planTool'] = {
  name: 'SamPro',
  url: 'https://www.individplan.no',
  accessForm: false,
  guides: [
    {
      title: {
        nb: 'Veiledning i SamPro fra Visma',
        nn: 'Rettleiing i SamPro frå Visma',
        en: 'Guide to SamPro from Visma (in Norwegian)',
      },
      url: 'https://www.individplan.no/SamProUI/Help/om_unique_sampro.htm',
      for: 'all',
    },
  ],
};

/** Not known which tool the municipality uses today (domain.md § 6). */
export const unknownTool: Municipality['planTool'] = { name: null, accessForm: false, guides: [] };
