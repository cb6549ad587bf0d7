import { createHash } from 'node:crypto';
import alert from '@digdir/designsystemet-css/alert.css?text';
import base from '@digdir/designsystemet-css/base.css?text';
import button from '@digdir/designsystemet-css/button.css?text';
import card from '@digdir/designsystemet-css/card.css?text';
import details from '@digdir/designsystemet-css/details.css?text';
import divider from '@digdir/designsystemet-css/divider.css?text';
import errorSummary from '@digdir/designsystemet-css/error-summary.css?text';
import field from '@digdir/designsystemet-css/field.css?text';
import fieldset from '@digdir/designsystemet-css/fieldset.css?text';
import heading from '@digdir/designsystemet-css/heading.css?text';
import input from '@digdir/designsystemet-css/input.css?text';
import label from '@digdir/designsystemet-css/label.css?text';
import link from '@digdir/designsystemet-css/link.css?text';
import list from '@digdir/designsystemet-css/list.css?text';
import paragraph from '@digdir/designsystemet-css/paragraph.css?text';
import skipLink from '@digdir/designsystemet-css/skip-link.css?text';
import table from '@digdir/designsystemet-css/table.css?text';
import tag from '@digdir/designsystemet-css/tag.css?text';
import validationMessage from '@digdir/designsystemet-css/validation-message.css?text';
import theme from '@digdir/designsystemet-theme/index.css?text';
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff?font';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff?font';
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?font';
import site from '../../../templates/styles/site.css?text';

/** A file that never changes under its name: the name carries a hash of the content. */
export interface StaticFile {
  /** Absolute path on our own host, e.g. `/assets/site.0123456789ab.css`. */
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array;
}

const latinRange =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
/** Sami and other European letters; fetched only by a page that has them. */
const latinExtRange =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const latinExt = fontFile('latin-ext-400', latinExt400);
const semibold = fontFile('latin-600', latin600);
// Two files of Latin letters, as a page should weigh little: headings and labels of medium weight are semibold. A file is
// named once per weight: a range of weights would be a face of its own, and browsers would no longer join it with the Latin
// letters of that weight.
const fonts = [
  { weight: '400', range: latinRange, file: fontFile('latin-400', latin400) },
  { weight: '500', range: latinRange, file: semibold },
  { weight: '600', range: latinRange, file: semibold },
  ...['400', '500', '600'].map((weight) => ({ weight, range: latinExtRange, file: latinExt })),
];

const fontFaces = fonts.map(
  ({ weight, range, file }) =>
    `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;src:url(${file.path}) format("woff2");unicode-range:${range}}`,
);

// Only the components the pages use: a third of the whole design system.
const components = [
  alert,
  button,
  card,
  details,
  divider,
  errorSummary,
  field,
  fieldset,
  heading,
  input,
  label,
  link,
  list,
  paragraph,
  skipLink,
  table,
  tag,
  validationMessage,
];

const stylesheet = staticFile('site', 'css', {
  type: 'text/css; charset=utf-8',
  content: Buffer.from(
    [
      '@layer ds.theme, ds.base, ds.components, site;',
      ...fontFaces,
      theme.replace('@charset "UTF-8";', ''),
      `@layer ds.base{${base}}`,
      `@layer ds.components{${components.join('')}}`,
      `@layer site{${site}}`,
    ].join('\n'),
  ),
});

/** Where the pages' style sheet is. */
export const stylesheetPath = stylesheet.path;

/** Everything under `/assets`, by path. */
export const staticFiles: ReadonlyMap<string, StaticFile> = new Map(
  [stylesheet, ...fonts.map(({ file }) => file)].map((file) => [file.path, file]),
);

function fontFile(name: string, base64: string): StaticFile {
  return staticFile(`inter-${name}`, 'woff2', { type: 'font/woff2', content: Buffer.from(base64, 'base64') });
}

function staticFile(name: string, extension: string, file: Omit<StaticFile, 'path'>): StaticFile {
  const hash = createHash('sha256').update(file.content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${extension}`, ...file };
}
