import { writeFile } from 'node:fs/promises';
import { benchLetters, help as lettersHelp } from './letters/main.ts';

const help = `Measures on this machine. Nothing else should run meanwhile.

  npm run bench -- WHAT [options]

${lettersHelp}

  Of every kind:
    --json             prints what was found as JSON
    --out FILE         writes it to FILE as JSON as well
    --help             shows this

Exit codes: 0 measured, 1 a bar was missed and --strict given, 2 wrong arguments.
`;

/** Takes what every kind understands out of the arguments. */
function common(args: readonly string[]): { rest: string[]; json: boolean; out: string | undefined } {
  const rest = args.filter((arg) => arg !== '--json');
  const at = rest.indexOf('--out');
  const [, out] = at < 0 ? [] : rest.splice(at, 2);
  if (at >= 0 && out === undefined) throw new TypeError('--out needs a file');
  return { rest, json: args.includes('--json'), out };
}

async function main([what, ...args]: readonly string[]): Promise<number> {
  if (what === undefined || what === '--help' || args.includes('--help')) {
    console.log(help);
    return what === undefined ? 2 : 0;
  }
  const { rest, json, out } = common(args);
  if (what !== 'letters') throw new TypeError(`nothing is measured by the name ${what}`);
  const { found, text, code } = await benchLetters(rest);
  const written = JSON.stringify(found, null, 2);
  console.log(json ? written : text);
  if (out !== undefined) await writeFile(out, `${written}\n`);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${help}`);
  process.exitCode = 2;
}
