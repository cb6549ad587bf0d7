import { asList, asObject } from './json.ts';
import type { StatesEngine } from './states/engine.ts';
import type { LocalStateMachine } from './template/model.ts';

/** Makes the templates' state machines known to the engine; a changed definition is a new revision for new executions. */
export async function deployStateMachines(engine: StatesEngine, machines: readonly LocalStateMachine[]): Promise<void> {
  const existing = new Set(await stateMachineArns(engine));
  for (const { name, arn, roleArn, type, definition } of machines) {
    if (!existing.has(arn)) {
      await engine.api('CreateStateMachine', { name, roleArn: roleArn || `${arn}-role`, type, definition });
    } else {
      const before = asObject(await engine.api('DescribeStateMachine', { stateMachineArn: arn }));
      if (before.definition !== definition)
        await engine.api('UpdateStateMachine', { stateMachineArn: arn, definition });
    }
  }
}

async function stateMachineArns(engine: StatesEngine): Promise<string[]> {
  const { stateMachines } = asObject(await engine.api('ListStateMachines', { maxResults: 1000 }));
  return asList(stateMachines).map((machine) => String(asObject(machine).stateMachineArn));
}
