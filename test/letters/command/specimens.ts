import { type BlankForm, blankForms } from '../../../functions/core/blank-forms.ts';
import { type Language, languages } from '../../../functions/core/language.ts';
import { type LetterKind, letterKinds } from '../../../functions/core/letter-record.ts';
import type { ViewInput } from '../../../functions/letters/views/letter.ts';
import { type Municipality, municipalities } from '../../../functions/municipalities/index.ts';
import { type LetterCase, letterCases } from '../letter-cases.ts';

/** One document to print: a letter in a situation, or a blank form. */
export interface Specimen {
  readonly municipality: Municipality;
  readonly language: Language;
  /** `decision`, or `form-application`. */
  readonly kind: string;
  /** What it is called among those of its kind; '' is the plain one. */
  readonly variant: string;
  readonly letter?: { readonly kind: LetterKind; readonly input: ViewInput };
  readonly form?: BlankForm;
}

/** Every kind that can be asked for by name. */
export const specimenKinds: readonly string[] = [...letterKinds, ...blankForms.map((form) => `form-${form}`)];

/** Everything we print, in every municipality and both written forms. */
export function specimens(wanted: { readonly municipality?: string; readonly kind?: string }): readonly Specimen[] {
  return municipalities
    .filter(({ number }) => wanted.municipality === undefined || number === wanted.municipality)
    .flatMap((municipality) => languages.flatMap((language) => specimensIn(municipality, language)))
    .filter(({ kind }) => wanted.kind === undefined || kind === wanted.kind);
}

function specimensIn(municipality: Municipality, language: Language): readonly Specimen[] {
  const cases = letterCases(municipality.number, language);
  const plain = new Set(letterKinds.map((kind) => plainOf(kind, cases)));
  const letters = cases.map((letter) => ofLetter(letter, plain.has(letter) ? '' : slug(letter.name)));
  const odd = [...plain].flatMap((letter) => (letter ? unusual(letter) : []));
  const forms = blankForms.map((form) => ({ kind: `form-${form}`, variant: '', form }));
  return [...letters, ...odd, ...forms].map((each) => ({ municipality, language, ...each }));

  function ofLetter({ kind, input }: LetterCase, variant: string) {
    return { kind, variant, letter: { kind, input } };
  }

  /** What people may be called and may write: long, from far away, and with signs that few fonts have. */
  function unusual(letter: LetterCase) {
    const changed = (variant: string, name: string, text: string) => {
      const said = JSON.stringify(letter.input.file)
        .replaceAll('Kari Testperson', JSON.stringify(name).slice(1, -1))
        .replaceAll('Fysioterapi kl. 10', JSON.stringify(text).slice(1, -1));
      return ofLetter({ ...letter, input: { ...letter.input, file: JSON.parse(said) } }, variant);
    };
    return [
      changed('long-text', 'Kari Testperson', longText),
      changed('long-name', longName, 'Fysioterapi kl. 10'),
      changed('signs', 'Áile Čuđđi Nguyễn Şahin 李', signs),
    ];
  }
}

/** The case called as its kind is, or else the first of it. */
function plainOf(kind: LetterKind, cases: readonly LetterCase[]): LetterCase | undefined {
  return cases.find(({ name }) => slug(name) === kind) ?? cases.find((each) => each.kind === kind);
}

const longText = `${'Ho treng hjelp til å stå opp, kle på seg og ete frukost kvar dag. '.repeat(40)}\n\n`.repeat(5);
const longName = `Anne-Margrethe Elisabeth ${'Østensen-Bjørnstjernaskjold '.repeat(4)}Langetternavnesen`;
const signs =
  'Sámi: Áá Čč Đđ Ŋŋ Šš Ŧŧ Žž. Україна, Ελλάδα, عربي, 中文, 😀 👍🏽, ½ ≤ → ✓ ☐, a\u0301, zero\u200Bwidth, \u{1F468}\u200D\u{1F469}. ';

function slug(name: string): string {
  return name.replaceAll(/[^\p{L}\d]+/gu, '-').toLowerCase();
}

/** Where a document is written: `gulen/decision-all-refused.nn.pdf`. */
export function fileOf({ municipality, kind, variant, language }: Specimen): string {
  const name = variant === '' || variant.startsWith(`${kind}-`) ? variant || kind : `${kind}-${variant}`;
  return `${municipality.slug}/${name}.${language}.pdf`;
}
