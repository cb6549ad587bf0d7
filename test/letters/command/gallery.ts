import type { Row } from './row.ts';

type Shown = Row & { readonly pictures: readonly string[] };

/**
 * A page that shows every document's pages as pictures, by municipality, kind and language, with what its checks and
 * veraPDF said. No script, nothing from the network: it can be sent as a folder and opened anywhere.
 */
export function galleryPage(rows: readonly Shown[]): string {
  const places = groups(rows, ({ municipality }) => municipality);
  const faulty = rows.filter((row) => faultsOf(row).length > 0);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Letters and forms</title>
<style>${style}</style>
<header>
<h1>Letters and forms</h1>
<p>${rows.length} documents, ${rows.reduce((sum, { pages }) => sum + pages, 0)} pages. ${
    faulty.length === 0 ? 'Every check that was run passed.' : `<b>${faulty.length} not in order:</b>`
  }</p>
${faulty.length > 0 ? `<ul>${faulty.map((row) => `<li>${link(row)} ${marks(row)}</li>`).join('')}</ul>` : ''}
<nav aria-label="Municipalities">${places.map(([place, own]) => `<a href="#${place}">${place} (${own.length})</a>`).join(' ')}</nav>
</header>
<main>
${places.map(([place, own]) => placeSection(place, own)).join('\n')}
</main>
</html>
`;
}

function placeSection(place: string, rows: readonly Shown[]): string {
  const kinds = groups(rows, ({ kind }) => kind);
  const jumps = kinds.map(([kind]) => `<a href="#${place}-${kind}">${kind}</a>`).join(' ');
  const sections = kinds.map(([kind, own]) => `<h3 id="${place}-${kind}">${kind}</h3>\n${own.map(figure).join('\n')}`);
  return `<section>\n<h2 id="${place}">${place}</h2>\n<nav aria-label="${place}">${jumps}</nav>\n${sections.join('\n')}\n</section>`;
}

function figure(row: Shown): string {
  const images = row.pictures.map(
    (file, index) =>
      `<a href="${file}"><img loading="lazy" width="298" height="421" src="${file}" alt="Page ${index + 1} of ${row.pages}"></a>`,
  );
  const told = `${row.pages} pages, ${Math.round(row.bytes / 1024)} KiB, ${row.ms} ms`;
  return `<figure><figcaption><span class="language">${row.language}</span> ${link(row)} <small>${told}</small> ${marks(row)}</figcaption><div class="pages">${images.join('')}</div></figure>`;
}

function link({ file }: Row): string {
  return `<a href="${file}">${file.slice(file.indexOf('/') + 1)}</a>`;
}

/** What its checks and veraPDF said, in words: colour alone tells some nothing. */
function marks(row: Row): string {
  const broken = Object.entries(row.checks).flatMap(([name, ok]) => (ok ? [] : [name]));
  const checks = broken.length === 0 ? mark('ok', 'checks passed') : mark('bad', broken.join(', '));
  const standards = Object.entries(row.verapdf).map(([name, ok]) => {
    const flavour = name === '2a' ? 'PDF/A-2a' : 'PDF/UA-1';
    if (ok === null) return mark('none', `${flavour} not run`);
    return ok ? mark('ok', `${flavour} passed`) : mark('bad', `${flavour} failed`);
  });
  return [checks, ...standards].join(' ');
}

function mark(kind: 'ok' | 'bad' | 'none', words: string): string {
  return `<span class="mark ${kind}">${words}</span>`;
}

function faultsOf({ checks, verapdf }: Row): readonly string[] {
  return [...Object.entries(checks), ...Object.entries(verapdf)].flatMap(([name, ok]) => (ok === false ? [name] : []));
}

function groups<T>(all: readonly T[], key: (each: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(all, key)];
}

const style = `
body { margin: 0 auto; padding: 1rem 2rem; max-width: 1360px; font: 16px/1.5 system-ui, sans-serif; color: #1c2733; background: #f2f4f6; }
h1, h2, h3 { line-height: 1.2; }
h2 { margin: 3rem 0 0.5rem; padding-top: 1rem; border-top: 2px solid #1b3a57; text-transform: capitalize; }
h3 { margin: 2rem 0 0.5rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.3rem 0.9rem; }
a { color: #1b3a57; }
a:focus-visible { outline: 3px solid #c27800; outline-offset: 2px; }
figure { margin: 0 0 1.2rem; padding: 0.8rem 1rem 1rem; background: #fff; border-radius: 6px; }
figcaption { margin-bottom: 0.6rem; }
.language { display: inline-block; min-width: 2rem; font-weight: 600; }
.mark { padding: 0.05rem 0.5rem; border-radius: 1rem; font-size: 0.8rem; white-space: nowrap; }
.ok { color: #10512b; background: #dff2e5; }
.bad { color: #fff; background: #a1121d; white-space: normal; }
.none { color: #4a5560; background: #e6e9ec; }
.pages { display: flex; gap: 0.7rem; overflow-x: auto; padding-bottom: 0.4rem; }
.pages img { display: block; width: 298px; height: auto; background: #fff; border: 1px solid #b5bec7; }
`;
