import { ServiceError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { Session } from '../run/session.ts';
import * as executions from './executions.ts';
import { history } from './history.ts';
import { Input } from './input.ts';
import * as machines from './machines.ts';

type Action = (session: Session, input: Input) => Json;

const ACTIONS = new Map<string, Action>([
  ['CreateStateMachine', machines.createStateMachine],
  ['UpdateStateMachine', machines.updateStateMachine],
  ['DescribeStateMachine', machines.describeStateMachine],
  ['ListStateMachines', machines.listStateMachines],
  ['DescribeStateMachineForExecution', machines.describeStateMachineForExecution],
  ['ListTagsForResource', machines.listTagsForResource],
  ['TagResource', machines.tagResource],
  ['StartExecution', executions.start],
  ['StopExecution', executions.stop],
  ['RedriveExecution', executions.redriveNamed],
  ['DescribeExecution', executions.describe],
  ['ListExecutions', executions.list],
  ['GetExecutionHistory', history],
  ['SendTaskSuccess', executions.taskSuccess],
  ['SendTaskFailure', executions.taskFailure],
  ['SendTaskHeartbeat', executions.taskHeartbeat],
]);

/** Answers one call of the Step Functions API; the members of requests and answers are those of the AWS JSON protocol. */
export function dispatch(session: Session, action: string, input: Json): Json {
  const perform = ACTIONS.get(action);
  if (perform === undefined) {
    throw new ServiceError('UnknownOperationException', `The local Step Functions does not know the action ${action}`);
  }
  return perform(session, new Input(input));
}
