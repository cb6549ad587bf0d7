/** How a Task's resource is carried out. */
export interface Integration {
  /** `resourceType` and `resource` as the history names them */
  resourceType: string;
  resource: string;
  action: 'invoke' | 'startExecution' | 'sendTaskSuccess' | 'sendTaskFailure';
  /** response: the call's answer; token: until SendTask*; sync: until the child execution has ended */
  pattern: 'response' | 'token' | 'sync';
  required: readonly string[];
  optional: readonly string[];
  /** Service prefix of error names: `Sfn.TaskTimedOutException` from the SDK, `StepFunctions.…` from the optimized call. */
  errorPrefix: string;
}

const LAMBDA = {
  resourceType: 'lambda',
  action: 'invoke',
  required: ['FunctionName'],
  optional: ['Payload'],
  errorPrefix: 'Lambda.',
} as const;
const START = {
  resourceType: 'states',
  action: 'startExecution',
  required: ['StateMachineArn'],
  optional: ['Input', 'Name'],
  errorPrefix: 'StepFunctions.',
} as const;
const SDK = { resourceType: 'aws-sdk:sfn', pattern: 'response', errorPrefix: 'Sfn.' } as const;

const INTEGRATIONS = new Map<string, Integration>([
  ['arn:aws:states:::lambda:invoke', { ...LAMBDA, resource: 'invoke', pattern: 'response' }],
  [
    'arn:aws:states:::lambda:invoke.waitForTaskToken',
    { ...LAMBDA, resource: 'invoke.waitForTaskToken', pattern: 'token' },
  ],
  ['arn:aws:states:::states:startExecution', { ...START, resource: 'startExecution', pattern: 'response' }],
  ['arn:aws:states:::states:startExecution.sync:2', { ...START, resource: 'startExecution.sync:2', pattern: 'sync' }],
  [
    'arn:aws:states:::states:startExecution.waitForTaskToken',
    { ...START, resource: 'startExecution.waitForTaskToken', pattern: 'token' },
  ],
  [
    'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
    { ...SDK, resource: 'sendTaskSuccess', action: 'sendTaskSuccess', required: ['TaskToken', 'Output'], optional: [] },
  ],
  [
    'arn:aws:states:::aws-sdk:sfn:sendTaskFailure',
    {
      ...SDK,
      resource: 'sendTaskFailure',
      action: 'sendTaskFailure',
      required: ['TaskToken'],
      optional: ['Error', 'Cause'],
    },
  ],
]);

/** The integration behind a Task's `Resource`; undefined for one that this runtime does not carry out. */
export function integrationOf(resource: string): Integration | undefined {
  return INTEGRATIONS.get(resource);
}

export const SUPPORTED_RESOURCES: readonly string[] = [...INTEGRATIONS.keys()];
