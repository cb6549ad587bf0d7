import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const place = join(import.meta.dirname, '../../peers/verapdf');

/** The two standards everything we print keeps at once. */
export const flavours = ['2a', 'ua1'] as const;
export type Flavour = (typeof flavours)[number];

/** What veraPDF said of a file: whether it keeps the standard, and what it breaks. */
export interface Verdict {
  readonly compliant: boolean;
  readonly broken: readonly string[];
}

/**
 * veraPDF's class path, from Maven Central through the machine's own Maven, kept in the user's cache. Gives the reason
 * instead when it cannot be had here.
 */
export async function findVeraPdf(): Promise<{ readonly classPath: string } | { readonly missing: string }> {
  const pom = join(place, 'pom.xml');
  const version = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'individuell-plan');
  const kept = join(cache, `verapdf-${version}.classpath`);
  if (!(await works('java', ['-version']))) return { missing: 'Java is not installed' };
  if (!(await isWhole(kept))) {
    if (!(await works('mvn', ['--version']))) return { missing: 'Maven is not installed' };
    await mkdir(cache, { recursive: true });
    const goal = ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${kept}`];
    if (!(await works('mvn', goal))) return { missing: 'Maven could not fetch veraPDF' };
  }
  return { classPath: (await readFile(kept, 'utf8')).trim() };
}

async function works(command: string, args: readonly string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

async function isWhole(kept: string): Promise<boolean> {
  if (!existsSync(kept)) return false;
  const files = (await readFile(kept, 'utf8')).trim().split(delimiter);
  return files.every((file) => existsSync(file));
}

const report = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z
          .array(
            z.object({
              compliant: z.boolean(),
              details: z.object({
                ruleSummaries: z.array(
                  z.object({ clause: z.string(), testNumber: z.number(), description: z.string() }),
                ),
              }),
            }),
          )
          .optional(),
      }),
    ),
  }),
});

/** One run of veraPDF over all files, in one Java process. A file it could not read at all is not compliant. */
export async function judge(
  classPath: string,
  flavour: Flavour,
  files: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> {
  const args = ['-cp', classPath, join(place, 'VeraPdf.java'), '--flavour', flavour, '--format', 'json', ...files];
  // It ends with 1 when a file is not compliant: what it wrote tells.
  const { stdout } = await run('java', args, { maxBuffer: 1 << 30 }).catch((error: { stdout: string }) => error);
  const { jobs } = report.parse(JSON.parse(stdout.slice(stdout.indexOf('{')))).report;
  return new Map(
    jobs.map(({ itemDetails, validationResult: [result] = [] }) => [
      itemDetails.name,
      {
        compliant: result?.compliant ?? false,
        broken: (result?.details.ruleSummaries ?? []).map(
          ({ clause, testNumber, description }) => `${clause}-${testNumber} ${description.slice(0, 140)}`,
        ),
      },
    ]),
  );
}
