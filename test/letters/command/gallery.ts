import type { Row } from './row.ts';

/** A page that shows every document's pages as pictures, grouped by municipality, to look through. */
export function galleryPage(rows: readonly (Row & { readonly pictures: readonly string[] })[]): string {
  const places = [...new Set(rows.map(({ municipality }) => municipality))];
  const sections = places.map(
    (place) =>
      `<h2 id="${place}">${place}</h2>\n${rows
        .filter(({ municipality }) => municipality === place)
        .map(figure)
        .join('\n')}`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Letters and forms</title>
<style>
body { margin: 1rem 2rem; font-family: sans-serif; background: #eee; }
figure { margin: 0 0 2rem; }
figcaption { margin-bottom: 0.4rem; }
figcaption b { color: #a00; }
.pages { display: flex; flex-wrap: wrap; gap: 0.6rem; }
.pages img { width: 300px; height: auto; background: #fff; border: 1px solid #999; }
</style>
<h1>Letters and forms</h1>
<p>${rows.length} documents. ${places.map((place) => `<a href="#${place}">${place}</a>`).join(' · ')}</p>
${sections.join('\n')}
</html>
`;
}

function figure(row: Row & { readonly pictures: readonly string[] }): string {
  const broken = Object.entries(row.checks).filter(([, ok]) => !ok);
  const standards = Object.entries(row.verapdf).filter(([, ok]) => ok === false);
  const faults = [...broken, ...standards].map(([name]) => name).join(', ');
  const images = row.pictures.map((file, index) => `<img loading="lazy" src="${file}" alt="Page ${index + 1}">`);
  const told = `${row.pages} pages, ${row.bytes} bytes, ${row.ms} ms`;
  return `<figure><figcaption><a href="${row.file}">${row.file}</a> – ${told}${faults && ` – <b>${faults}</b>`}</figcaption><div class="pages">${images.join('')}</div></figure>`;
}
