// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Fn::Sub is written
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApp } from '../../../../infra/local/template/app.ts';
import { loadAssembly } from '../../../../infra/local/template/assembly.ts';
import { resolveTemplates } from '../../../../infra/local/template/template.ts';

/** Writes an assembly of hand-made templates. */
function assemblyOf(templates: Record<string, object>) {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  const artifacts = Object.keys(templates).map((name) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: `${name}.json` },
    },
  ]);
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ artifacts: Object.fromEntries(artifacts) }));
  for (const [name, template] of Object.entries(templates)) {
    writeFileSync(join(directory, `${name}.json`), JSON.stringify(template));
  }
  return loadAssembly(directory);
}

const account = { accountId: '123456789012', region: 'eu-north-1' };

function outputsOf(template: object, parameters: Record<string, string> = {}) {
  return resolveTemplates(assemblyOf({ Stack: template }), { account, pagesUrl: 'http://p', parameters }).outputs;
}

const value = (Value: unknown) => ({ Value });

describe('a template', () => {
  it('resolves its functions', () => {
    const outputs = outputsOf({
      Parameters: { Name: { Type: 'String', Default: 'x' }, List: { Type: 'CommaDelimitedList', Default: 'a, b' } },
      Conditions: {
        IsX: { 'Fn::Equals': [{ Ref: 'Name' }, 'x'] },
        IsNot: { 'Fn::Not': [{ Condition: 'IsX' }] },
        Either: { 'Fn::Or': [{ Condition: 'IsX' }, { Condition: 'IsNot' }] },
      },
      Mappings: { Map: { 'eu-north-1': { zone: 'north' } } },
      Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: {} } },
      Outputs: {
        join: value({ 'Fn::Join': ['-', ['a', { Ref: 'Name' }, { Ref: 'AWS::Region' }]] }),
        sub: value({ 'Fn::Sub': ['${Name} ${Other} ${!Kept} ${Queue.Arn} ${AWS::AccountId}', { Other: 'o' }] }),
        select: value({ 'Fn::Select': [1, { 'Fn::Split': [',', 'p,q'] }] }),
        list: value({ 'Fn::Join': ['|', { Ref: 'List' }] }),
        yes: value({ 'Fn::If': ['Either', 'yes', 'no'] }),
        no: value({ 'Fn::If': ['IsNot', 'yes', { Ref: 'AWS::NoValue' }] }),
        map: value({ 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'zone'] }),
      },
    });
    expect(outputs).toEqual({
      join: 'a-x-eu-north-1',
      sub: 'x o ${Kept} arn:aws:sqs:eu-north-1:123456789012:Stack-Queue 123456789012',
      select: 'q',
      list: 'a|b',
      yes: 'yes',
      no: undefined,
      map: 'north',
    });
  });

  it('imports what another stack exports', () => {
    const assembly = assemblyOf({
      One: { Outputs: { Out: { Value: 'secret', Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Out' } } } } },
      Two: { Outputs: { In: { Value: { 'Fn::ImportValue': 'One:Out' } } } },
    });
    const { outputs } = resolveTemplates(assembly, { account, pagesUrl: '', parameters: {} });
    expect(outputs.In).toBe('secret');
  });

  it('lets a function and a state machine name each other', () => {
    const { resources } = resolveTemplates(
      assemblyOf({
        Stack: {
          Resources: {
            Fn: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Ref: 'Machine' } } },
            Machine: {
              Type: 'AWS::StepFunctions::StateMachine',
              Properties: { DefinitionString: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
            },
          },
        },
      }),
      { account, pagesUrl: '', parameters: {} },
    );
    expect(resources.map(({ properties }) => properties)).toEqual([
      { Environment: 'arn:aws:states:eu-north-1:123456789012:stateMachine:Stack-Machine' },
      { DefinitionString: 'arn:aws:lambda:eu-north-1:123456789012:function:Stack-Fn' },
    ]);
  });

  it('leaves out what its condition excludes', () => {
    const { resources } = resolveTemplates(
      assemblyOf({
        Stack: {
          Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
          Resources: { Queue: { Type: 'AWS::SQS::Queue', Condition: 'Never' } },
        },
      }),
      { account, pagesUrl: '', parameters: {} },
    );
    expect(resources).toEqual([]);
  });

  it('names all unknown resource types at once', () => {
    const template = { Resources: { A: { Type: 'AWS::EC2::VPC' }, B: { Type: 'AWS::RDS::DBInstance' } } };
    expect(() => outputsOf(template)).toThrow(/AWS::EC2::VPC \(Stack\/A\)\n.*AWS::RDS::DBInstance \(Stack\/B\)/);
  });

  it('names all parameters without a value', () => {
    expect(() => outputsOf({ Parameters: { One: { Type: 'String' }, Two: { Type: 'String' } } })).toThrow(
      /Stack\/One, Stack\/Two/,
    );
  });

  it('plays no target, integration or runtime it does not know', () => {
    const read = (Resources: object) => () =>
      readApp(assemblyOf({ Stack: { Resources } }), { pagesUrl: '', parameters: {}, inlineDirectory: tmpdir() });
    const rule = {
      Type: 'AWS::Events::Rule',
      Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'T', Arn: 'arn:aws:sqs:::x' }] },
    };
    expect(read({ rule })).toThrow(/target arn:aws:sqs:::x is not played/);
    const python = { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'python3.13' } };
    expect(read({ python })).toThrow(/Node.js functions only, not python3.13/);
  });
});
