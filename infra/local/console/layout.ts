import { html, raw } from 'hono/html';

/** A piece of a page; `hono/html` escapes everything that is put in. */
export type Markup = ReturnType<typeof html>;

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:72rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884;vertical-align:top}
nav a,form{display:inline-block;margin:0 .75rem .5rem 0}
button{font:inherit;padding:.35rem .8rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#8881;padding:1rem}
ul.graph,ul.graph ul{list-style:none;padding-left:1.25rem;border-left:2px solid #8884}
.current{font-weight:bold;outline:2px solid #d60;padding:0 .25rem}
.unvisited{opacity:.75}
.site-scroll{overflow-x:auto}
.site-scroll:focus-visible{outline:3px solid #d60}
.graph-legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
.graph-legend svg{vertical-align:middle}
summary{padding:.25rem 0;overflow-wrap:anywhere}
h1{overflow-wrap:anywhere}
.lanes{display:flex;gap:1rem;flex-wrap:wrap}
small{opacity:.85}
`;

/** One page of the console. */
export function page(title: string, body: Markup, { refresh }: { refresh?: number } = {}): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh === undefined ? '' : html`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title} – local runtime</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<nav aria-label="Console"><a href="/">Overview</a></nav>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

/** A table that scrolls in its own box where the window is narrow. */
export function table(label: string, columns: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="site-scroll" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
