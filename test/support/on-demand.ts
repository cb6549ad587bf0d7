import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * A package too large to be a dependency, installed with npm into the user's cache when it is first wanted. Gives the
 * file to import; undefined when npm could not install it.
 */
export async function onDemand(name: string, version: string): Promise<string | undefined> {
  const folder = `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${version}`;
  const place = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'individuell-plan', folder);
  if (!existsSync(join(place, 'node_modules', name))) {
    await mkdir(place, { recursive: true });
    const install = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', place, `${name}@${version}`];
    const failed = await promisify(execFile)('npm', install, { cwd: place }).catch((error: Error) => error);
    if (failed instanceof Error) return undefined;
  }
  return createRequire(join(place, 'package.json')).resolve(name);
}
