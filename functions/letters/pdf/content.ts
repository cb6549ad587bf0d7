/** One run of text as a page shows it. */
export interface TextRun {
  /** Which marked content of the page it belongs to; undefined in an artifact, such as the page's foot. */
  readonly mcid: number | undefined;
  readonly text: string;
}

/**
 * Marks as artifacts what Chromium paints outside every tag: page feet, borders, backgrounds (PDF/UA-1 7.1). A screen
 * reader then passes over them. Works line by line, as Skia writes one operator a line.
 */
export function markArtifacts(content: string): string {
  const written: string[] = [];
  let depth = 0;
  let path: number | undefined;
  for (const line of content.split('\n')) {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    if (operator === '>>BDC' || operator === 'BMC') depth += 1;
    else if (operator === 'EMC') depth -= 1;
    if (depth > 0) {
      written.push(line);
      continue;
    }
    if (operator === 'm' || operator === 're') path ??= written.length;
    if (operator === 'BT' || operator === 'Do' || operator === 'sh') written.push(begin, line);
    else if (painting.has(operator)) {
      written.splice(path ?? written.length, 0, begin);
      written.push(line);
    } else written.push(line);
    if (operator === 'ET' || operator === 'Do' || operator === 'sh' || painting.has(operator)) written.push('EMC');
    if (operator === 'n' || painting.has(operator)) path = undefined;
  }
  return written.join('\n');
}

const begin = '/Artifact BMC';
const painting: ReadonlySet<string> = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*']);

/** Whether anything is painted that is neither tagged nor marked as an artifact. */
export function hasUnmarked(content: string): boolean {
  return markArtifacts(content) !== content;
}

/** What a page says, in the order it is painted. `fonts` gives, by name in the page, a glyph's characters. */
export function textRuns(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): readonly TextRun[] {
  const runs: TextRun[] = [];
  let font: ReadonlyMap<number, string> = new Map();
  let mcid: number | undefined;
  let words = '';
  for (const line of content.split('\n')) {
    if (line.endsWith('Tj')) words += decoded(line, font);
    else if (line.endsWith('Tf')) font = fonts.get(line.slice(1, line.indexOf(' '))) ?? new Map();
    else if (line.endsWith('>>BDC')) mcid = Number(/\/MCID (\d+)/.exec(line)?.[1]);
    else if (line === 'EMC') mcid = undefined;
    else if (line === 'ET') {
      runs.push({ mcid, text: words });
      words = '';
    }
  }
  return runs;
}

/** A glyph without characters is the replacement character: it is seen in a search of the text. */
function decoded(line: string, font: ReadonlyMap<number, string>): string {
  const from = line.lastIndexOf('<') + 1;
  const to = line.indexOf('>', from);
  let text = '';
  for (let at = from; at + 4 <= to; at += 4) {
    text += font.get(Number.parseInt(line.slice(at, at + 4), 16)) ?? '\uFFFD';
  }
  return text;
}
