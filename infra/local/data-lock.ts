import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Thrown when another runtime has the data directory. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
}

/**
 * Takes a data directory for this process alone. The lock is SQLite's on an empty database: the operating system lets go
 * of it when the process dies, however it dies, which a file with a process id in it cannot promise.
 */
export function lockDataDirectory(directory: string): () => void {
  const path = resolve(directory);
  mkdirSync(path, { recursive: true });
  const holder = join(path, 'lock.pid');
  const database = new DatabaseSync(join(path, 'lock.db'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    const pid = existsSync(holder) ? readFileSync(holder, 'utf8').trim() : 'unknown';
    throw new DataDirectoryInUseError(
      `The data directory ${path} is in use by process ${pid}. Stop that one, or choose another with --data.`,
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  return () => database.close();
}
