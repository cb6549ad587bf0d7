import type { Municipality } from './schema.ts';

/**
 * Shared mailboxes of a municipality that has not given its own yet: `.example` is reserved and reaches nobody, so a
 * mail cannot go astray before the data is filled in.
 */
export function exampleMailboxes(slug: string): Municipality['mailboxes'] {
  return {
    caseworker: `saksbehandling@${slug}.example`,
    approver: `godkjenning@${slug}.example`,
    'coordinating-unit': `koordinerende-enhet@${slug}.example`,
    operations: `drift@${slug}.example`,
    postRoom: `postmottak@${slug}.example`,
  };
}

/** Time for a caseworker to answer, and for a letter to arrive; a municipality may choose others. */
export const usualDeadlines: Municipality['deadlines'] = { askWorkingDaysBefore: 5, postalDays: 5 };

/** Web address of all the offices of Pasient- og brukerombudet. */
export const ombudsmanWeb = 'https://www.pasientogbrukerombudet.no';
