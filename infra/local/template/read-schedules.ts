import { asList, asObject, asString, type JsonObject } from '../json.ts';
import { parseScheduleExpression } from '../schedules/expression.ts';
import { type Account, arnOf, physicalName, type Resource } from './identity.ts';
import type { LocalSchedule, ScheduleTarget } from './model.ts';
import { functionNameOf } from './read-functions.ts';

/** The schedules, and a note on each rule that waits for an event no one sends here. */
export interface SchedulesRead {
  readonly schedules: readonly LocalSchedule[];
  readonly notes: readonly string[];
}

/** Reads `AWS::Scheduler::Schedule` and scheduled `AWS::Events::Rule`; the disabled ones are left out. */
export function readSchedules(resources: readonly Resource[], account: Account): SchedulesRead {
  const schedules: LocalSchedule[] = [];
  const notes: string[] = [];
  for (const resource of resources) {
    const { type, properties } = resource;
    if (properties.State === 'DISABLED') continue;
    if (type === 'AWS::Scheduler::Schedule') {
      schedules.push(readSchedule(resource, asObject(properties.Target), account));
    } else if (type === 'AWS::Events::Rule' && properties.ScheduleExpression !== undefined) {
      schedules.push(...asList(properties.Targets).map((target) => readSchedule(resource, asObject(target), account)));
    } else if (type === 'AWS::Events::Rule') {
      notes.push(`${resource.logicalId} waits for events; no events are sent locally.`);
    }
  }
  return { schedules, notes };
}

function readSchedule(resource: Resource, target: JsonObject, account: Account): LocalSchedule {
  const { properties, logicalId } = resource;
  const arn = arnOf(resource, account);
  const id = asString(target.Id);
  return {
    // A rule can have several targets, each fired and remembered on its own.
    name: id === undefined ? physicalName(resource) : `${physicalName(resource)}/${id}`,
    arn,
    expression: parseScheduleExpression(
      String(properties.ScheduleExpression),
      asString(properties.ScheduleExpressionTimezone) ?? 'UTC',
    ),
    target: readTarget(logicalId, String(target.Arn)),
    input: asString(target.Input),
    describesItself: resource.type === 'AWS::Events::Rule',
  };
}

function readTarget(logicalId: string, arn: string): ScheduleTarget {
  if (arn.includes(':lambda:')) return { kind: 'function', functionName: functionNameOf(arn) };
  if (arn.includes(':states:')) return { kind: 'stateMachine', arn };
  throw new Error(`${logicalId}: a schedule with the target ${arn} is not played locally`);
}
