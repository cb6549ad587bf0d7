/** A stuck connection must fail well before a function's 30 seconds, so that the SDK's own retries get their turn. */
export const patience = { maxAttempts: 3, requestHandler: { connectionTimeout: 2_000, requestTimeout: 7_000 } };
