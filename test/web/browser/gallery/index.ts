import { formForAnother, ownForm } from './application.ts';
import { addedInformation, appeals, caseInEachState, consentsAndContact } from './case.ts';
import { information, wentWrong } from './information.ts';
import { paperForms, registering } from './registering.ts';
import type { Room } from './sight.ts';
import { assessments, everyTask, operations, taskStates } from './staff.ts';

/** Every page of the app, in every state that looks different, by what the pages are for. */
export const gallery: Readonly<Record<string, Room>> = {
  information,
  'what went wrong': wentWrong,
  'the form for oneself': ownForm,
  'the form for another': formForAnother,
  'a case in each state': caseInEachState,
  'consents and contact data': consentsAndContact,
  'added information': addedInformation,
  appeals,
  'paper forms': paperForms,
  registering,
  'every task': everyTask,
  assessments,
  'states of a task': taskStates,
  operations,
};
