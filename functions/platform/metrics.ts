import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type MetricName, metricNamespace, metricService, metricUnits } from './metric-names.ts';

/** What a metric may be split by. Never a person or a case. */
export interface MetricDimensions {
  /** Four-digit municipality number. */
  readonly municipality?: string;
}

/** Counts one (or `value`) of a metric. Collaborator of the handlers that count, so tests can look at what was counted. */
export type CountMetric = (name: MetricName, dimensions?: MetricDimensions, value?: number) => void;

const metrics = new Metrics({ namespace: metricNamespace, serviceName: metricService });

/**
 * Writes one metric as a log line in the embedded metric format: in total (dimension `service` alone, which the alarms
 * watch) and split by the dimensions given.
 */
export const countMetric: CountMetric = (name, dimensions = {}, value = 1) => {
  const single = metrics.singleMetric();
  single.addDimensions({});
  if (dimensions.municipality !== undefined) single.addDimensions({ municipality: dimensions.municipality });
  single.addMetric(name, MetricUnit[metricUnits[name]], value);
};
