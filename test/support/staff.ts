import type { Staff } from '../../functions/core/parties.ts';

/** The caseworker of Gulen in tests. */
export const caseworker: Staff = { id: 'gulen-caseworker', name: 'Sak Testhandsamar' };
/** The approving leader of Gulen in tests. */
export const approver: Staff = { id: 'gulen-approver', name: 'Leia Testleiar' };
