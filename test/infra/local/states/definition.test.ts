import { describe, expect, it } from 'vitest';
import { describeProblems, parseDefinition } from '../../../../infra/local/states/definition/parse.ts';
import { Bench, lambda, only, ROLE, waitForToken } from './support.ts';

/** `path: message` of everything that is wrong. */
function problems(definition: object): string[] {
  const result = parseDefinition(JSON.stringify({ QueryLanguage: 'JSONata', ...definition }));
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

const pass = (output: unknown) => only({ Type: 'Pass', Output: output });

describe('a definition is refused', () => {
  it.each<[string, object, RegExp]>([
    ['in JSONPath', { ...pass(1), QueryLanguage: 'JSONPath' }, /^\/QueryLanguage: must be JSONata/],
    [
      'with a JSONPath field',
      only({ Type: 'Pass', InputPath: '$' }),
      /^\/States\/Only\/InputPath: is a JSONPath field/,
    ],
    ['with Parameters', only({ ...lambda('f'), Parameters: {} }), /\/Parameters: is a JSONPath field/],
    ['with an unknown field', only({ Type: 'Pass', Outptu: 1 }), /^\/States\/Only\/Outptu: is not supported here/],
    ['with an unknown top-level field', { ...pass(1), Timeout: 1 }, /^\/Timeout: is not supported here/],
    ['with an unknown type', only({ Type: 'Sleep' }), /^\/States\/Only\/Type: unknown state type Sleep/],
    ['without a start', { States: { A: { Type: 'Succeed' } } }, /: StartAt is missing/],
    ['that starts nowhere', { ...pass(1), StartAt: 'Else' }, /^\/StartAt: there is no state Else/],
    ['that leads nowhere', only({ Type: 'Pass', Next: 'Else', End: undefined }), /Only\/Next: there is no state Else/],
    ['with Next and End', only({ Type: 'Pass', Next: 'Only' }), /needs exactly one of Next and End/],
    ['with neither', only({ Type: 'Pass', End: undefined }), /needs exactly one of Next and End/],
    [
      'with a state that nothing leads to',
      { StartAt: 'A', States: { A: { Type: 'Succeed' }, B: { Type: 'Succeed' } } },
      /^\/States\/B: no state leads here/,
    ],
    [
      'with an unknown resource',
      only({ ...lambda('f'), Resource: 'arn:aws:states:::sqs:sendMessage' }),
      /Only\/Resource: .* is not supported/,
    ],
    [
      'with an argument that is not carried out',
      only(lambda('f', { Arguments: { FunctionName: 'f', Qualifier: '1' } })),
      /Arguments\/Qualifier/,
    ],
    ['without a function name', only(lambda('f', { Arguments: { Payload: 1 } })), /Arguments: FunctionName is missing/],
    [
      'that waits for a token nobody gets',
      only(waitForToken('f', { Arguments: { FunctionName: 'f' } })),
      /never pass on \$states.context.Task.Token/,
    ],
    [
      'with a distributed map',
      only({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...pass(1) } }),
      /only INLINE/,
    ],
    ['with JSONata that does not parse', pass('{% 1 + %}'), /^\/States\/Only\/Output: JSONata does not parse/],
    ['with half an expression', pass({ a: ['{% 1'] }), /^\/States\/Only\/Output\/a\[0\]: an expression must start/],
    ['with $eval', pass("{% $eval('1') %}"), /\$eval is not supported/],
    ['with a bare field name', pass('{% amount %}'), /'amount' is a bare field name/],
    ['with $$', pass('{% $$.amount %}'), /'\$\$' has no value/],
    ['with a $states member that is not there', pass('{% $states.inputs %}'), /\$states.inputs does not exist/],
    [
      'with a result before there is one',
      only(lambda('f', { Arguments: { FunctionName: '{% $states.result %}' } })),
      /\$states.result is not available/,
    ],
    ['with an error output outside Catch', pass('{% $states.errorOutput %}'), /available in Catch only/],
    [
      'with States.ALL among others',
      only(lambda('f', { Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] })),
      /States.ALL must stand alone/,
    ],
    [
      'with States.ALL before the end',
      only(lambda('f', { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] })),
      /Retry\[0\]\/ErrorEquals/,
    ],
    [
      'with an unknown retry field',
      only(lambda('f', { Retry: [{ ErrorEquals: ['A'], Interval: 1 }] })),
      /Retry\[0\]\/Interval/,
    ],
    [
      'with a heartbeat as long as the timeout',
      only(lambda('f', { HeartbeatSeconds: 5, TimeoutSeconds: 5 })),
      /must be smaller than TimeoutSeconds/,
    ],
    [
      'with two ends to a wait',
      only({ Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z' }),
      /exactly one of Seconds and Timestamp/,
    ],
    ['with a reserved variable', only({ Type: 'Pass', Assign: { states: 1 } }), /'states' is a reserved name/],
    [
      'with a choice without rules',
      { StartAt: 'A', States: { A: { Type: 'Choice', Choices: [] } } },
      /needs at least one rule/,
    ],
  ])('%s', (_, definition, expected) => {
    expect(problems(definition)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });

  it('when an inner scope assigns a variable of an outer one', () => {
    const branch = { StartAt: 'In', States: { In: { Type: 'Pass', Assign: { x: 2 }, End: true } } };
    const found = problems(only({ Type: 'Parallel', Branches: [branch], Assign: { x: 1 } }));
    expect(found).toEqual([
      '/States/Only/Branches[0]/States/In/Assign/x: x is assigned in an outer scope, which is read-only here',
    ]);
  });

  it('when two states bear one name', () => {
    const branch = { StartAt: 'Only', States: { Only: { Type: 'Succeed' } } };
    expect(problems(only({ Type: 'Parallel', Branches: [branch] }))).toEqual([expect.stringMatching(/used twice/)]);
  });

  it('with all its problems at once, as InvalidDefinition', async () => {
    const definition = JSON.stringify({
      ...only({ Type: 'Pass', ResultPath: '$', Output: '{% ( %}' }),
      QueryLanguage: 'JSONata',
    });
    const call = new Bench().api('CreateStateMachine', { name: 'm', roleArn: ROLE, definition });
    await expect(call).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringMatching(/SCHEMA_VALIDATION_FAILED.*\/States\/Only\/Output.*\/States\/Only\/ResultPath/s),
    });
  });
});

describe('a definition is accepted', () => {
  it.each([
    ['$states.input.items[price > 5].name'],
    ['$map($states.input.items, function($item) { $item.price * 2 })'],
    ['$states.input.items.{"name": name, "first": $}'],
    ['( $total := $sum($states.input.items.price); $total > 10 ? "much" : "little" )'],
    ['$states.input.items^(>price)[0].name'],
    ['$states.input ~> |items|{"seen": true}|'],
    ['$states.input.items{name: $sum(price)}'],
    ['$merge([$states.input, {"a": 1}])'],
    ['$states.input.*'],
    ['$match($states.context.Execution.Name, /^case-/)'],
  ])('with %s', (expression) => {
    expect(problems(pass(`{% ${expression} %}`))).toEqual([]);
  });

  it('and its problems read like those of AWS', () => {
    const list = [{ path: '/States/A', message: 'no state leads here' }];
    expect(describeProblems(list)).toBe(
      "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: no state leads here at /States/A'",
    );
  });
});
