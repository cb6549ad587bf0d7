import { App, type AppProps, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { WorkflowStack, type WorkflowStackProps } from '../stacks/workflow-stack.ts';

/**
 * The app, ready to be synthesized. Every finding of cdk-nag that no construct accepts with a reason fails the synthesis.
 */
export function createApp(props: WorkflowStackProps, appProps: AppProps = {}): { app: App; stack: WorkflowStack } {
  const app = new App({ analyticsReporting: false, context: featureFlags, ...appProps });
  const stack = new WorkflowStack(app, 'IndividuellPlan', props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack };
}

// In code and not in cdk.json, which is read by the CLI only: `node infra/app.ts` must give the same template.
const featureFlags = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:checkSecretUsage': true,
  // What the CDK's own check of the template finds is an error too. CDK_VALIDATION=false leaves that check out: it takes
  // half of the synthesis, and the local runtime has no use for it.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};
