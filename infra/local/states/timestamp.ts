/** The only form of time that Step Functions takes, as in 2026-01-05T08:00:00Z or with an offset. */
export const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
