import { osloDate } from '../../core/calendar.ts';
import type { SubmitterRole } from '../../core/parties.ts';
import { submitterActsAs } from '../../core/representation.ts';
import { letterHeading } from '../letter-text.ts';
import { type LetterView, letterView, present, type ViewInput } from './letter.ts';
import { officeReader } from './reader.ts';
import { type StatementView, statementSigners, statementView } from './statement.ts';

/** The statement to Statsforvalteren, who needs to know whom the case is about. */
export interface AppealForwardedView extends LetterView, StatementView {
  readonly party: {
    readonly name: string;
    readonly nationalId: string;
    readonly representative: string | undefined;
    readonly representativeRole: SubmitterRole | undefined;
  };
  readonly interpreter: string | undefined;
}

/** Needs: as {@link statementView}. */
export function appealForwardedView(input: ViewInput): AppealForwardedView {
  const { case: found } = input.file;
  const { person, submitter, language } = found;
  const representative = submitterActsAs(input.file.case, osloDate(input.now)) ? submitter : undefined;
  const { name, address } = input.municipality.countyGovernor;
  const reader = officeReader([
    name[language],
    ...(address ? [...address.lines, `${address.postalCode} ${address.city}`] : []),
  ]);
  return {
    ...letterView(input, {
      heading: letterHeading('appeal-forwarded', language),
      reader,
      signers: statementSigners(input),
    }),
    ...statementView(input),
    party: {
      name: person.name,
      nationalId: `${person.nationalId.slice(0, 6)} ${person.nationalId.slice(6)}`,
      representative: representative?.name,
      representativeRole: representative?.role,
    },
    interpreter: present(found.interpreter),
  };
}
