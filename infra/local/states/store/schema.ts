import { DatabaseSync } from 'node:sqlite';

const TABLES = `
  CREATE TABLE IF NOT EXISTS machines (arn TEXT PRIMARY KEY, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS revisions (id TEXT PRIMARY KEY, doc TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS executions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine_arn TEXT NOT NULL, status TEXT NOT NULL,
    doc TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine_arn, seq);
  CREATE INDEX IF NOT EXISTS executions_by_status ON executions (status);
  CREATE TABLE IF NOT EXISTS frames (
    id INTEGER PRIMARY KEY AUTOINCREMENT, execution_arn TEXT NOT NULL, parent_id INTEGER, position INTEGER NOT NULL,
    phase TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS frames_by_execution ON frames (execution_arn);
  CREATE INDEX IF NOT EXISTS frames_by_parent ON frames (parent_id, position);
  CREATE TABLE IF NOT EXISTS timers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, execution_arn TEXT NOT NULL, frame_id INTEGER, at INTEGER NOT NULL,
    doc TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS timers_by_time ON timers (at, id);
  CREATE INDEX IF NOT EXISTS timers_by_frame ON timers (frame_id);
  CREATE INDEX IF NOT EXISTS timers_by_execution ON timers (execution_arn);
  CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, frame_id INTEGER NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS tokens_by_frame ON tokens (frame_id);
  CREATE TABLE IF NOT EXISTS events (
    execution_arn TEXT NOT NULL, id INTEGER NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (execution_arn, id)) WITHOUT ROWID;
`;

/**
 * Opens the engine's database. In WAL mode a committed transaction survives the death of the process at any moment; NORMAL
 * gives up only what a power cut could lose, which is not what a laptop's runtime is asked for.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  database.exec(TABLES);
  return database;
}
