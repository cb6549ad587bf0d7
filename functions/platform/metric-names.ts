/** CloudWatch namespace of every metric the functions count. */
export const metricNamespace = 'IndividuellPlan';

/** Value of the one dimension (`service`) that every metric carries; alarms watch the metric under it alone. */
export const metricService = 'individuell-plan';

/** The metrics and their units. Shared with the alarms, so that none watches a name nobody counts. */
export const metricUnits = {
  /** Cases whose promised date has passed unanswered and without a newer notice, at the daily look. */
  NoticesLate: 'Count',
  /** Human tasks still open after a whole round went by unanswered, at the daily look. */
  TasksOverdue: 'Count',
  /** Letters that could not be rendered or failed their checks. */
  LettersFailed: 'Count',
  /** Mails that bounced for good. */
  MailBounced: 'Count',
  /** Lanes that stopped at a failed step and wait for operations. */
  CasesHeld: 'Count',
  /** One per daily look: its absence means that nobody watches. */
  Heartbeat: 'Count',
  /** Holds still unanswered, at the daily look. */
  HoldsOpen: 'Count',
  /** Whole days in Oslo from receipt of the application to the dispatch of its decision letter. */
  SubmitToLetterDays: 'NoUnit',
} as const;

export type MetricName = keyof typeof metricUnits;
