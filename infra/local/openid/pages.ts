import type { TestPerson } from './people.ts';

/** The provider's pages: plain HTML, no script. They show our own test people only, so nothing needs escaping but names. */
export function loginPage(options: {
  readonly heading: string;
  readonly people: readonly TestPerson[];
  /** Whether somebody who is not on the page may sign in with a number of the test series. */
  readonly others: boolean;
  readonly action: string;
}) {
  const choices = options.people.map(
    ({ id, label }) =>
      `<p><label><input type="radio" name="person" value="${id}" required> ${escapeHtml(label)}</label></p>`,
  );
  if (options.others)
    choices.push(`<p><label><input type="radio" name="person" value="other"> En annen, med dette syntetiske fødselsnummeret:</label>
<input name="nationalId" inputmode="numeric" autocomplete="off" aria-label="Syntetisk fødselsnummer (måned + 80)"></p>`);
  return page(
    options.heading,
    `<p>Ingen av disse finnes. Velg hvem du vil være.</p>
<form method="post" action="${options.action}">
<fieldset><legend>Testperson</legend>
${choices.join('\n')}
</fieldset>
<p><button type="submit">Logg inn</button></p>
</form>`,
  );
}

/** Asks before signing out; `form` is the provider's own, with its anti-forgery field. */
export function logoutPage(form: string, formId: string): string {
  return page(
    'Logg ut av testinnloggingen',
    `${form}<p><button type="submit" form="${formId}" name="logout" value="yes">Logg ut</button></p>`,
  );
}

/** Signed out here; the frame signs out of the app, and then the browser goes on to `to`. */
export function signedOutPage({ frame, to }: { readonly frame: string; readonly to: string }): string {
  return page(
    'Du er logget ut av testinnloggingen',
    `<iframe src="${escapeHtml(frame)}" title="Utlogging" hidden></iframe>
<p><a href="${escapeHtml(to)}">Gå videre</a></p>`,
    `<meta http-equiv="refresh" content="2; url=${escapeHtml(to)}">`,
  );
}

/** What went wrong, by the provider's own error code. */
export function errorPage(code: string): string {
  return page('Testinnloggingen kom ikke videre', `<p>${escapeHtml(code)}</p>`);
}

function page(heading: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title>${head}
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.4rem}input{font:inherit}input[type=radio]{width:1.2em;height:1.2em}</style></head>
<body><main><h1>${heading}</h1>
${body}
</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
