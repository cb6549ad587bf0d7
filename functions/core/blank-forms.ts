/** Forms to print and fill in by hand: domain.md §§ 3.4, 4.4, 4.5 and KR-8. */
export const blankForms = ['application', 'appeal', 'mandate', 'tool-access'] as const;
export type BlankForm = (typeof blankForms)[number];
