import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metricUnits } from '../../functions/platform/metric-names.ts';
import { functionName } from '../../infra/constructs/names.ts';
import { specs, synthesize } from './support/synthesized.ts';

const template = synthesize();
const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');
const alarms = template.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);

/** A section of the runbook: its heading's anchor, as GitHub makes it, and its text. */
function sections(): { readonly anchor: string; readonly text: string }[] {
  const [, ...parts] = (/## Alarms\n([\s\S]*?)(?=\n## |$)/.exec(runbook)?.[1] ?? '').split(/^### /m);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { anchor: heading.trim().toLowerCase().replaceAll(' ', '-'), text: lines.join('\n') };
  });
}

test.each(alarms)('$AlarmName says what it means, where to read on, and tells someone', (alarm) => {
  expect(alarm.AlarmName).toMatch(/^individuell-plan-[a-z-]+$/);
  expect(alarm.AlarmDescription).toMatch(/^[A-Z].*\. What to do: infra\/runbook\.md#[a-z-]+$/);
  expect(alarm.AlarmActions).toHaveLength(1);
});

test('every alarm has a section of the runbook, and every section an alarm', () => {
  const linked = new Set(alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]));
  expect([...linked].sort()).toEqual(
    sections()
      .map(({ anchor }) => anchor)
      .sort(),
  );
});

test.each(sections())('$anchor: what it means, how to look, how to mend', ({ text }) => {
  for (const part of ['**Means.**', '**Look.**', '**Mend.**']) expect(text).toContain(part);
});

test.each(specs)('$name has alarms for errors and for throttles', ({ name }) => {
  const own = alarms.map(({ AlarmName }) => AlarmName).filter((alarm) => alarm.startsWith(`${functionName(name)}-`));
  expect(own.sort()).toEqual([`${functionName(name)}-errors`, `${functionName(name)}-throttles`]);
});

test.each(['application', 'appeal'])('%s executions have alarms for each way to end badly', (kind) => {
  const own = alarms.map(({ AlarmName }) => AlarmName).filter((name) => name.includes(`${kind}-executions`));
  expect(own).toHaveLength(3);
});

test('every metric of the functions that tells of trouble has an alarm, and is one the functions count', () => {
  // HoldsOpen repeats CasesHeld for the dashboard; SubmitToLetterDays is for learning, not for waking anybody.
  const quiet = ['HoldsOpen', 'SubmitToLetterDays'];
  const watched = alarms.filter(({ Namespace }) => Namespace === 'IndividuellPlan').map(({ MetricName }) => MetricName);
  expect(watched.sort()).toEqual(
    Object.keys(metricUnits)
      .filter((name) => !quiet.includes(name))
      .sort(),
  );
});
