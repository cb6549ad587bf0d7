import nb from '../../templates/pages/task-consent.nb.hbs';
import nn from '../../templates/pages/task-consent.nn.hbs';
import { ageOn, hearingAge, partyAge } from '../core/age.ts';
import { osloDate } from '../core/calendar.ts';
import { parseAnswer, yesOrNo } from '../tasks/pages/parse-answer.ts';
import type { TaskContext, TaskPage } from '../tasks/pages/task-page.ts';

/** Whose wording the questions have: one is asked about oneself, one's child or somebody one acts for. */
const wordings = { self: 'consent', child: 'consent-child', other: 'consent-other' } as const;

function answerer({ answersAs }: TaskContext): keyof typeof wordings {
  if (answersAs === undefined || answersAs === 'person') return 'self';
  return answersAs === 'parent' || answersAs === 'other-parent' ? 'child' : 'other';
}

/** The person's own yes or no, one question for each consent (domain.md § 4.5; IP-forskriften § 5). */
export const consentPage: TaskPage<'consent'> = {
  kind: 'consent',
  fields: (context) =>
    (['plan', 'coordinator', 'sharing'] as const).map((name) => ({
      control: 'choice',
      name,
      options: 'yes-no',
      wording: wordings[answerer(context)],
    })),
  initial: () => ({}),
  about(context) {
    const { file, municipality, language, now } = context;
    const { submitter, wishes, account, person, origin, seenBy = '' } = file.case;
    const age = ageOn(person.nationalId, osloDate(now));
    return { nb, nn }[language]({
      language,
      origin,
      seenBy,
      municipality: municipality.name,
      person: person.name,
      who: answerer(context),
      heard: age >= hearingAge,
      weighty: age >= partyAge,
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
