import compounds from '../../templates/letters/compounds.txt?text';

const seams: ReadonlyMap<string, readonly string[]> = new Map(
  compounds
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.replaceAll('-', '').toLowerCase(), line.split('-')]),
);

/**
 * Our own long words with soft hyphens where they may be broken: the browser we ship has no Norwegian patterns. The words
 * are ours, so they are known: a list breaks a compound where its words are joined, which a pattern often does not.
 * Headings and links are left whole, as bookmarks and addresses repeat them.
 */
export function softHyphenated(body: string): string {
  return body.replaceAll(piece, (found) => (found.startsWith('<') ? found : found.replaceAll(longWord, broken)));
}

const piece = /<(h[1-6]|a)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;
const longWord = /(?<![\p{L}\d/@.])\p{L}{12,}(?![\p{L}\d/@]|\.\p{L})/gu;

function broken(word: string): string {
  const parts = seams.get(word.toLowerCase());
  if (!parts) return word;
  const ends = parts.map((_, index) => parts.slice(0, index + 1).join('').length);
  return ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end)).join('\u00AD');
}
