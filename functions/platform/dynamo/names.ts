/** Names of the table's keys, shared with the construct that makes the table. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

/** Attribute by which the table forgets an item by itself: seconds since 1970 (DynamoDB TTL). */
export const timeToLive = 'expires';

/**
 * `byState`: cases of a municipality, open or closed, by state and promised date. `byPerson`: cases of a person, by keyed
 * hash. The construct makes the indexes from this. Keys are enough to project: the cases are then read consistently.
 */
export const tableIndexes = {
  byState: { name: 'GSI1', partition: 'gsi1pk', sort: 'gsi1sk' },
  byPerson: { name: 'GSI2', partition: 'gsi2pk', sort: 'gsi2sk' },
} as const;
