import { writeFile } from 'node:fs/promises';
import { command } from '../support/command.ts';
import { benchLetters, letterArguments, letterOptions, help as lettersHelp } from './letters/main.ts';

const help = `Measures on this machine. Nothing else should run meanwhile.

  npm run bench -- WHAT [options]

${lettersHelp}

  Of every kind:
    --json             prints what was found as JSON
    --out FILE         writes it to FILE as JSON as well
    --help             shows this

Exit codes: 0 measured, 1 a bar was missed and --strict given, 2 wrong arguments.
`;

await command({
  help,
  options: { ...letterOptions, json: { type: 'boolean', default: false }, out: { type: 'string' } },
  takesWords: true,
  read({ json, out, ...values }, words) {
    if (words.join() !== 'letters') throw new TypeError(`what can be measured is «letters», not «${words.join(' ')}»`);
    return { json, out, given: letterArguments(values) };
  },
  async run({ json, out, given }) {
    const { found, text, code } = await benchLetters(given);
    const written = JSON.stringify(found, null, 2);
    console.log(json ? written : text);
    if (out !== undefined) await writeFile(out, `${written}\n`);
    return code;
  },
});
