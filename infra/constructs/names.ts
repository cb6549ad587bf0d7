/** What every name in the account begins with. */
export const product = 'individuell-plan';

/** The two state machines; their names are fixed, so that functions and machines can know each other's ARN. */
export const stateMachineNames = { application: `${product}-application`, appeal: `${product}-appeal` } as const;
export type StateMachineKind = keyof typeof stateMachineNames;

/** `RegisterCase` → `register-case`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

/** The deployed name of a function of `infra/workflow/steps.ts`. */
export function functionName(name: string): string {
  return `${product}-${kebab(name)}`;
}
