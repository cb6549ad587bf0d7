import nb from '../../templates/pages/task-consent.nb.hbs';
import nn from '../../templates/pages/task-consent.nn.hbs';
import { parseAnswer, yesOrNo } from '../tasks/pages/parse-answer.ts';
import type { TaskPage } from '../tasks/pages/task-page.ts';

/** The person's own yes or no, one question for each consent (domain.md § 4.5; IP-forskriften § 5). */
export const consentPage: TaskPage<'consent'> = {
  kind: 'consent',
  fields: () => [
    { control: 'choice', name: 'plan', options: 'yes-no' },
    { control: 'choice', name: 'coordinator', options: 'yes-no' },
    { control: 'choice', name: 'sharing', options: 'yes-no' },
  ],
  initial: () => ({}),
  about({ file, municipality, language }) {
    const { submitter, wishes, account, person, origin } = file.case;
    return { nb, nn }[language]({
      language,
      origin,
      municipality: municipality.name,
      person: person.name,
      sender: submitter && { name: submitter.name, organisation: submitter.organisation ?? '' },
      wishes,
      needs: account.needs,
      casePath: `/${municipality.slug}/cases/${file.case.caseId}`,
      phone: municipality.phones[0]?.number ?? '',
      website: municipality.website,
    });
  },
  parse(values) {
    const { plan, coordinator, sharing } = values;
    const raw = { plan: yesOrNo(plan), coordinator: yesOrNo(coordinator), sharing: yesOrNo(sharing) };
    return parseAnswer('consent', raw, values);
  },
};
