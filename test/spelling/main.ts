import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../support/command.ts';
import { ownTexts } from './own-text.ts';
import { misspelt, openSpellers, ownWords } from './speller.ts';

const root = join(import.meta.dirname, '../..');

const help = `Reads every text of ours that people see, in bokmål and in nynorsk, by Hunspell's dictionaries and our own word list.
The dictionaries are no dependency: npm installs them into your cache (~/.cache/individuell-plan) the first time.

  npm run spelling

  --help  shows this

Exit codes: 0 every word is known, 1 some are not, 2 wrong arguments, 3 the dictionaries could not be had.
`;

async function main(): Promise<number> {
  const spellers = await openSpellers();
  if (!spellers) {
    console.error(
      'Nothing was checked: npm could not install the dictionaries (nspell, dictionary-nb, dictionary-nn).',
    );
    return 3;
  }
  const texts = ownTexts(root);
  const own = ownWords(readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8'));
  const wrong = misspelt(texts, spellers, own);
  for (const { language, word, file } of wrong) console.error(`${language}  ${word}  ${file}`);
  const files = new Set(texts.map(({ file }) => file)).size;
  console.log(`${texts.length} texts of ${files} files read in bokmål and nynorsk; ${wrong.length} unknown words.`);
  if (wrong.length > 0) console.log('Mend them, or give them a line with a reason in test/spelling/words.txt.');
  return wrong.length === 0 ? 0 : 1;
}

await command({ help, options: {}, read: () => ({}), run: main });
