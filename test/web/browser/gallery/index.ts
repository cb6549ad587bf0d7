import { formForAnother, ownForm } from './application.ts';
import { addedInformation, appeals, caseInEachState, consentsAndContact } from './case.ts';
import { information, wentWrong } from './information.ts';
import type { Room } from './sight.ts';
import { everyTask, operations, paperForms, taskStates } from './staff.ts';

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
  'every task': everyTask,
  'states of a task': taskStates,
  operations,
};
