import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownTexts } from './own-text.ts';
import { misspelt, openSpellers, ownWords } from './speller.ts';

const root = join(import.meta.dirname, '../..');

/** Exit codes: 0 every word is known, 1 some are not, 3 the dictionaries could not be had. */
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

process.exitCode = await main();
