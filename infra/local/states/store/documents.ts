import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, SQLOutputValue>;

/**
 * A document column read back. The engine alone writes it, in the shape that `T` says: this is the edge where that is
 * trusted.
 */
function documentOf<T>(row: Row): T {
  const value: T = JSON.parse(String(row.doc));
  return value;
}

export function one<T>(statement: StatementSync, ...values: SQLInputValue[]): T | undefined {
  const row = statement.get(...values);
  return row === undefined ? undefined : documentOf<T>(row);
}

export function many<T>(statement: StatementSync, ...values: SQLInputValue[]): T[] {
  return statement.all(...values).map((row) => documentOf<T>(row));
}

export function numberOf(statement: StatementSync, ...values: SQLInputValue[]): number {
  return Number(statement.get(...values)?.value ?? 0);
}
