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
    if (operator.endsWith('BDC') || operator === 'BMC') depth += 1;
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

/** What a page says, and what it could not say. */
export interface PageText {
  /** In the order it is painted. */
  readonly runs: readonly TextRun[];
  /** Texts for which no font has a glyph: the page shows a box or nothing. */
  readonly undrawn: readonly string[];
}

type Characters = ReadonlyMap<number, string>;

/** Marked content that is open: its own number or its parent's, and what it says where glyphs do not tell. */
interface Marked {
  readonly mcid: number | undefined;
  readonly actual: string | undefined;
}

/** Reads a page's text. `fonts` gives, by name in the page, a glyph's characters. */
export function readText(content: string, fonts: ReadonlyMap<string, Characters>): PageText {
  const runs: TextRun[] = [];
  const undrawn: string[] = [];
  const open: Marked[] = [];
  let font: Characters = new Map();
  let words = '';
  for (const line of content.split('\n')) {
    const inside = open.at(-1);
    if (line.endsWith('Tj')) {
      const shown = decoded(line, font);
      if (inside?.actual === undefined) words += shown.text;
      if (shown.undrawn) undrawn.push(inside?.actual ?? font.get(0) ?? '');
    } else if (line.endsWith('Tf')) font = fonts.get(line.slice(1, line.indexOf(' '))) ?? new Map();
    else if (line.endsWith('BDC') || line.endsWith('BMC')) open.push(marked(line, inside));
    else if (line === 'EMC') words += open.pop()?.actual ?? '';
    else if (line === 'ET') {
      runs.push({ mcid: inside?.mcid, text: words });
      words = '';
    }
  }
  return { runs, undrawn };
}

function marked(line: string, parent: Marked | undefined): Marked {
  const mcid = /\/MCID (\d+)/.exec(line)?.[1];
  const [, actual] = /\/ActualText <feff([0-9a-f]*)>/i.exec(line) ?? [];
  return {
    mcid: mcid === undefined ? parent?.mcid : Number(mcid),
    actual: actual === undefined ? undefined : Buffer.from(actual, 'hex').swap16().toString('utf16le'),
  };
}

/** Glyph 0 is the one a font shows for characters it does not have. */
function decoded(line: string, font: Characters): { text: string; undrawn: boolean } {
  const from = line.lastIndexOf('<') + 1;
  const to = line.indexOf('>', from);
  let text = '';
  let undrawn = false;
  for (let at = from; at + 4 <= to; at += 4) {
    const glyph = Number.parseInt(line.slice(at, at + 4), 16);
    undrawn ||= glyph === 0;
    text += font.get(glyph) ?? '\uFFFD';
  }
  return { text, undrawn };
}
