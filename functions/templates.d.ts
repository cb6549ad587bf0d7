/**
 * Modules made by the build (infra/constructs/bundling), not by TypeScript.
 *
 * `*.hbs` is compiled strictly: a field that is missing in the view, or printed while null or undefined, throws, so a
 * letter can never have a blank where a value belongs. An optional field is given explicitly (`phone: undefined`) and
 * asked for with `{{#if phone}}`. Files that end in `.txt.hbs` are plain text: nothing is escaped.
 */
declare module '*.hbs' {
  const template: (view: object) => string;
  export default template;
}

/** A file's text, own or from a package: `import css from '@digdir/designsystemet-css/index.css?text'`. */
declare module '*?text' {
  const text: string;
  export default text;
}

/**
 * A WOFF file as WOFF2 for pages, with what they need of it, in base64: `import font from
 * '@fontsource/inter/files/inter-latin-400-normal.woff?font'`.
 */
declare module '*?font' {
  const base64: string;
  export default base64;
}
