import { expect, test } from 'vitest';
import { blankForms } from '../../functions/core/blank-forms.ts';
import { languages } from '../../functions/core/language.ts';
import { applicationFields } from '../../functions/intake/application/application-fields.ts';
import { checkPage } from '../../functions/letters/checks.ts';
import { formHtml } from '../../functions/letters/forms/form-html.ts';
import { formDate, formView } from '../../functions/letters/forms/form-view.ts';
import { renderForm } from '../../functions/letters/forms/render-form.ts';
import type { Printer } from '../../functions/letters/pdf/printer.ts';
import { createRenderLetter } from '../../functions/letters/render-letter/handler.ts';
import { createContacts } from '../../functions/messages/contacts.ts';
import { municipalities, mustFindMunicipality } from '../../functions/municipalities/index.ts';
import { fakeCount, fakeObjects, storeWith } from '../support/fakes.ts';
import { foreignWords } from './language.ts';
import { minimalPdf } from './minimal-pdf.ts';
import { wordsOf } from './words.ts';

const publicUrl = 'https://plan.example.no';
const pages = municipalities.flatMap((municipality) =>
  languages.flatMap((language) =>
    blankForms.map((form) => {
      const view = formView(form, { municipality, language, publicUrl });
      const html = formHtml(form, view);
      return { name: `${municipality.slug} ${form} ${language}`, municipality, language, form, view, html };
    }),
  ),
);

function paperPrinter() {
  const printer = {
    printed: 0,
    close: () => undefined,
    async print(html: string) {
      printer.printed += 1;
      const title = (/<title>(.*)<\/title>/.exec(html)?.[1] ?? '').replaceAll('&#x27;', "'");
      return minimalPdf({ title, language: /<html lang="(..)">/.exec(html)?.[1] ?? '', text: wordsOf(html) });
    },
  } satisfies Printer & { printed: number };
  return printer;
}

test('every form is in order, in one language, and tells whose it is and where it goes', () => {
  for (const { name, municipality, language, form, view, html } of pages) {
    expect(checkPage(view, html, []), name).toEqual([]);
    const words = wordsOf(html);
    const address = municipality.postalAddress.lines;
    const own = address.reduce((text, line) => text.replaceAll(line, ''), words);
    expect(foreignWords(own, language), name).toEqual([]);
    expect(words, name).toContain(view.heading);
    expect(words, name).toMatch(language === 'nb' ? /ikke .*i e-post/ : /ikkje .*i e-post/);
    expect(words, name).toContain(view.ombudsman.name);
    expect(words, name).toMatch(/Sta?e?d og dato Underskrift/);
    if (form !== 'tool-access') expect(words, name).toContain(municipality.postalAddress.postalCode);
    expect(html, name).not.toMatch(/<(ul|ol|p|h\d)[^>]*>\s*<\/\1>/);
  }
});

test('the application asks for everything the form on the web asks for', () => {
  for (const { name, form, html } of pages) {
    if (form !== 'application') continue;
    const asked = [...html.matchAll(/data-field="(\w+)"/g)].map(([, field]) => field ?? '');
    expect(asked.sort(), name).toEqual([...applicationFields].sort());
  }
});

test('the forms say what the law says of them', () => {
  const words = (form: string, slug = 'gjovik') =>
    wordsOf(
      pages.find((page) => page.form === form && page.language === 'nb' && page.municipality.slug === slug)?.html ?? '',
    );
  expect(words('application')).toMatch(/gratis.*16 år, samtykker du selv.*klage innen fire uker/);
  expect(words('appeal')).toMatch(/vanlig brev også.*til kommunen, ikke til Statsforvalteren.*fire uker/);
  expect(words('appeal')).toMatch(/ikke blir satt i verk før klagen er avgjort \(utsatt iverksetting/);
  expect(words('mandate')).toMatch(/forvaltningsloven § 12.*kan ikke være fullmektig/);
  expect(words('tool-access', 'kristiansand')).toMatch(/Autorisasjonsskjema for DIPS Samspill.*Enkelt samspill/);
  expect(words('tool-access')).toMatch(/Autorisasjonsskjema for SamPro/);
  // Where the municipality has not told which tool it uses, the form says whom to ask.
  for (const slug of ['vindafjord', 'alesund'])
    expect(words('tool-access', slug)).toMatch(
      /Autorisasjonsskjema for planverktøyet.*Spør koordinatoren hva det heter/,
    );
  expect(words('tool-access')).not.toContain('Spør koordinatoren hva');
});

test('a form is printed once for its content, and given from the bucket after that', async () => {
  const objects = fakeObjects();
  const printer = paperPrinter();
  const wanted = { form: 'mandate', municipality: mustFindMunicipality('4635'), language: 'nn', publicUrl } as const;
  const first = await renderForm({ objects, printer }, wanted);
  expect(Buffer.from(await renderForm({ objects, printer }, wanted)).equals(Buffer.from(first))).toBe(true);
  expect(printer.printed).toBe(1);
  expect([...objects.objects.keys()]).toEqual([expect.stringMatching(/^forms\/4635\/mandate\.nn\.[0-9a-f]{32}\.pdf$/)]);
  await renderForm({ objects, printer }, { ...wanted, publicUrl: 'https://another.example.no' });
  // The mandate names no address of the pages, the appeal does.
  expect(printer.printed).toBe(1);
  await renderForm({ objects, printer }, { ...wanted, form: 'appeal' });
  await renderForm({ objects, printer }, { ...wanted, form: 'appeal', publicUrl: 'https://another.example.no' });
  expect(printer.printed).toBe(3);
});

test('the function that prints letters prints a form when its payload asks for one', async () => {
  const objects = fakeObjects();
  const ports = {
    store: await storeWith(),
    objects,
    contacts: createContacts(),
    count: fakeCount(),
    publicUrl,
    faults: false,
  };
  const render = createRenderLetter({ ...ports, printer: paperPrinter() });
  const answer = await render({ form: 'appeal', municipality: '4204', language: 'nb' });
  expect(answer).toEqual({ pdfBase64: expect.stringMatching(/^JVBERi/) });
  await expect(render({ form: 'postcard', municipality: '4204', language: 'nb' })).rejects.toThrow('does not fit');
  await expect(render({ form: 'appeal', municipality: '9999', language: 'nb' })).rejects.toThrow();
  expect(Date.parse(formDate)).toBeGreaterThan(0);
});
