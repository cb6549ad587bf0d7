import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../infra/constructs/create-app.ts';
import { otherFunctions, steps } from '../../../infra/workflow/steps.ts';

/** A resource of the template, as CloudFormation gets it. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties are read as JSON.
  readonly properties: any;
}

export const specs = [...steps, ...otherFunctions];

/** The app with its real functions and stand-ins for their bundles: a template does not depend on what the code does. */
export function synthesize(): { readonly template: string; readonly resources: readonly Resource[] } {
  const directory = mkdtempSync(join(tmpdir(), 'synth-'));
  const codeOf = (name: string) => {
    const code = join(directory, 'code', name);
    mkdirSync(code, { recursive: true });
    writeFileSync(join(code, 'index.mjs'), 'export const handler = async () => undefined;\n');
    return code;
  };
  const { app, stack } = createApp({ specs, codeOf }, { outdir: join(directory, 'out') });
  const { template } = app.synth().getStackByName(stack.stackName);
  const resources = Object.entries(template.Resources as Record<string, { Type: string; Properties?: unknown }>);
  return {
    template: JSON.stringify(template),
    resources: resources.map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Properties ?? {} })),
  };
}
