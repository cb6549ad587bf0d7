import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { findMunicipality, type Municipality, municipalities } from '../../functions/municipalities/index.ts';

/** What is typed behind a command, by the options it has. */
type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ readonly options: O; readonly allowPositionals: true }>
>['values'];

/** One of our commands: what it tells of itself, what it takes, and what it does. */
interface Command<O extends ParseArgsOptionsConfig, A> {
  readonly help: string;
  readonly options: O;
  /** Words besides options; without it, they are not understood. */
  readonly takesWords?: true;
  /** Makes the arguments of what was typed. Throws TypeError, in words for whoever typed it, when they cannot be. */
  readonly read: (values: Values<O>, words: readonly string[]) => A;
  /** Gives the exit code. */
  readonly run: (args: A) => Promise<number>;
}

/** Runs a command with what was typed. `--help` shows its help; what it does not understand is told with it, exit code 2. */
export async function command<const O extends ParseArgsOptionsConfig, A>(given: Command<O, A>): Promise<void> {
  const args = understood(given);
  if (args !== undefined) process.exitCode = await given.run(args);
}

function understood<O extends ParseArgsOptionsConfig, A>(given: Command<O, A>): A | undefined {
  const { help, options, read, takesWords = false } = given;
  const asked = ['--help', '-h'].some((word) => process.argv.includes(word));
  if (asked) {
    console.log(help);
    return undefined;
  }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: takesWords });
    return read(values, positionals);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${help}`);
    process.exitCode = 2;
    return undefined;
  }
}

/** The municipality with this number or name; all when none is named. */
export function municipalitiesNamed(code: string | undefined): readonly Municipality[] {
  if (code === undefined) return municipalities;
  const found = findMunicipality(code);
  if (found) return [found.municipality];
  throw new TypeError(`no municipality ${code}; there are ${municipalities.map(({ slug }) => slug).join(', ')}`);
}
