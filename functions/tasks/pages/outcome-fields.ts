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
