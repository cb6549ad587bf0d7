import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes when a function's code does. A browser beside it counts by the version it bears: to read its 200 MB would take
 * as long as the rest of the synthesis.
 */
export function assetHash(directory: string): string {
  const hash = createHash('sha256');
  const add = (name: string) => hash.update(`${name}\n`).update(readFileSync(join(directory, name)));
  const version = join('chromium', 'version');
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile()) add(entry.name);
    else if (entry.name !== 'chromium') throw new Error(`${directory} has a folder that no hash covers: ${entry.name}`);
  }
  if (existsSync(join(directory, version))) add(version);
  return hash.digest('hex');
}
