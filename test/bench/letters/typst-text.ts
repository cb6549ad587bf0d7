import { type CheerioAPI, load } from 'cheerio';

type Node = ReturnType<CheerioAPI>[number];

/** A letter's page as Typst markup: the same texts, headings, lists and tables on A4 with the letter's own margins. */
export function typstOf(html: string): string {
  const $ = load(html);
  const language = $('html').attr('lang') ?? 'nb';
  return `#set document(title: ${quoted($('title').text())})
#set page(paper: "a4", margin: (x: 22mm, top: 18mm, bottom: 21mm), numbering: "1 / 1")
#set text(font: "Inter", size: 10.5pt, lang: ${quoted(language)})
#set par(leading: 0.6em, spacing: 1em)
${blocks($, $('header'))}
${blocks($, $('main'))}`;
}

function blocks($: CheerioAPI, parent: ReturnType<CheerioAPI>): string {
  return parent
    .contents()
    .toArray()
    .map((node) => block($, node))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block($: CheerioAPI, node: Node): string {
  const name = nameOf(node);
  const element = $(node);
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading) return `#heading(level: ${heading})[${inline(element.text())}]`;
  if (name === 'ul' || name === 'ol') {
    const items = element.children('li').toArray();
    return `#${name === 'ul' ? 'list' : 'enum'}(${items.map((item) => `[${inline($(item).text())}]`).join(', ')})`;
  }
  if (name === 'table') return table($, element);
  if (['div', 'section', 'header', 'dl'].includes(name)) return blocks($, element);
  return inline(element.text());
}

function table($: CheerioAPI, element: ReturnType<CheerioAPI>): string {
  const rows = element.find('tr').toArray();
  const cells = rows.flatMap((row) => $(row).children('th, td').toArray());
  const columns = Math.max(1, Math.round(cells.length / Math.max(1, rows.length)));
  return `#table(columns: ${columns}, ${cells.map((cell) => `[${inline($(cell).text())}]`).join(', ')})`;
}

function nameOf(node: Node): string {
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
}

/** A text as Typst takes it: what has a meaning in its markup is escaped. */
function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\#$*_`<>@=~[\]/+-]/g, '\\$&');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
