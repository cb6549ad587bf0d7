import { type Outcomes, rightOutcomes, rights } from '../../core/decision.ts';
import type { FormValues, TaskField } from './task-page.ts';

/** An outcome for each right, in the order a letter tells them (pbrl §§ 2-5, 2-5 b, 2-5 c). */
export const outcomeFields: readonly TaskField[] = [
  { control: 'choice', name: 'plan', options: 'outcome' },
  { control: 'choice', name: 'coordinator', options: 'outcome' },
  { control: 'choice', name: 'childCoordinator', options: 'outcome' },
];

/** The three outcomes as typed. */
export function typedOutcomes(values: FormValues): Record<string, string> {
  return {
    plan: values.plan ?? '',
    coordinator: values.coordinator ?? '',
    childCoordinator: values.childCoordinator ?? '',
  };
}

/** Those of them that are outcomes, for rules that look at what was typed before all of it is there. */
export function chosenOutcomes(values: FormValues): Partial<Outcomes> {
  return Object.fromEntries(
    rights.flatMap((right) => {
      const outcome = rightOutcomes.find((known) => known === values[right]);
      return outcome ? [[right, outcome]] : [];
    }),
  );
}
