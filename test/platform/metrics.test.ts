import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { metricNamespace, metricService } from '../../functions/platform/metric-names.ts';
import { countMetric } from '../../functions/platform/metrics.ts';

const lines: unknown[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  // Otherwise the library writes past the console.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(JSON.parse(line));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('counts in total, which the alarms watch, and by municipality', () => {
  countMetric('NoticesLate', { municipality: '4635' }, 3);

  expect(lines).toMatchObject([
    {
      NoticesLate: 3,
      municipality: '4635',
      service: metricService,
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: metricNamespace,
            Dimensions: [['service'], ['service', 'municipality']],
            Metrics: [{ Name: 'NoticesLate', Unit: 'Count' }],
          },
        ],
      },
    },
  ]);
});

it('counts one when told no number', () => {
  countMetric('Heartbeat');

  expect(lines).toMatchObject([{ Heartbeat: 1, _aws: { CloudWatchMetrics: [{ Dimensions: [['service']] }] } }]);
});
