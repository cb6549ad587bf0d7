/** What the sandbox's thread is told and tells. Both sides import these, so they cannot drift. */
export interface SandboxSetup {
  readonly taskRoot: string;
  /** `file.export`. */
  readonly handler: string;
}

/** One invocation, as it goes to the thread. */
export interface InvocationMessage {
  readonly requestId: string;
  /** JSON text: the function gets its own copy, as over the wire. */
  readonly payload: string;
  readonly deadline: number;
  readonly traceId: string;
  readonly context: {
    readonly functionName: string;
    readonly invokedFunctionArn: string;
    readonly memoryLimitInMB: string;
    readonly logGroupName: string;
    readonly logStreamName: string;
  };
}

/** A failure in the words of Lambda's runtime interface. */
export interface InvocationError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: string[];
}

/** What the thread sends back. */
export type SandboxMessage =
  | { readonly kind: 'result'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'error'; readonly requestId: string; readonly error: InvocationError }
  /** A child process began or ended; it must not outlive the sandbox. */
  | { readonly kind: 'child'; readonly pid: number; readonly alive: boolean };
