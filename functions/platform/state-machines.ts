import { stepFunctionsClient } from './clients/step-functions.ts';
import { readEnvironment } from './environment.ts';
import { createExecutions, type Executions } from './executions.ts';
import { once } from './once.ts';

/** The state machines, to be started: both ARNs (access word `startExecutions`). */
export const executions: () => Executions = once(() => {
  const env = readEnvironment(['APPLICATION_STATE_MACHINE_ARN', 'APPEAL_STATE_MACHINE_ARN']);
  return createExecutions({
    client: stepFunctionsClient(),
    applicationArn: env.APPLICATION_STATE_MACHINE_ARN,
    appealArn: env.APPEAL_STATE_MACHINE_ARN,
  });
});
