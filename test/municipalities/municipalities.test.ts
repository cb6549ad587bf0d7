import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../functions/core/errors.ts';
import { languages, pageLanguages } from '../../functions/core/language.ts';
import {
  findMunicipality,
  type Municipality,
  municipalities,
  mustFindMunicipality,
} from '../../functions/municipalities/index.ts';
import { municipalitySchema } from '../../functions/municipalities/schema.ts';

const named = municipalities.map((municipality) => [municipality.slug, municipality] as const);

/** All that is written about a municipality in one form of Norwegian. */
function page({ information }: Municipality, language: (typeof pageLanguages)[number]): string {
  return information.flatMap(({ heading, paragraphs }) => [heading[language], ...paragraphs[language]]).join('\n');
}

describe('finding a municipality', () => {
  it.each([
    '3407',
    '4635',
    '1508',
    '1160',
    '4204',
    'gjovik',
    'gulen',
    'alesund',
    'vindafjord',
    'kristiansand',
    'GULEN',
  ])('by %s', (wanted) => {
    expect(findMunicipality(wanted)).toMatchObject({ alias: false });
  });

  it.each(['orskog', '1523', '1507'])('by %s, which is Ålesund today', (former) => {
    expect(findMunicipality(former)).toMatchObject({ alias: true, municipality: { number: '1508', slug: 'alesund' } });
  });

  it('gives nothing for others, and fails where one must be there', () => {
    expect(findMunicipality('0301')).toBeUndefined();
    expect(() => mustFindMunicipality('0301')).toThrow(ConfigurationError);
    expect(mustFindMunicipality('4635').name).toBe('Gulen kommune');
  });

  it('leads every word to one place', () => {
    const words = municipalities.flatMap(({ number, slug, aliases }) => [number, slug, ...aliases]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the schema', () => {
  const [gjovik] = municipalities;

  it.each([
    ['a text in one language only', { unit: { nb: 'Enhet' } }],
    ['a number of three digits', { number: '340' }],
    ['an unknown field', { mayor: 'somebody' }],
    ['an address without encryption', { website: 'http://www.example.no' }],
    ['a slug with capitals', { slug: 'Gjøvik' }],
  ])('refuses %s', (_what, change) => {
    expect(municipalitySchema.safeParse(gjovik).success).toBe(true);
    expect(municipalitySchema.safeParse({ ...gjovik, ...change }).success).toBe(false);
  });

  it('refuses a section that says less in one language', () => {
    const information = municipalities.flatMap((municipality) => municipality.information).slice(0, 1);
    const shorter = information.map((section) => ({
      ...section,
      paragraphs: { ...section.paragraphs, nn: section.paragraphs.nn.slice(1) },
    }));
    expect(municipalitySchema.safeParse({ ...gjovik, information: shorter }).success).toBe(false);
  });
});

describe.each(named)('%s', (_slug, municipality) => {
  it('has mailboxes that reach nobody until it gives its own', () => {
    for (const mailbox of Object.values(municipality.mailboxes)) expect(mailbox).toMatch(/\.example$/);
  });

  it('names nothing that no longer exists or holds (domain.md § 8)', () => {
    const all = JSON.stringify(municipality);
    for (const stale of [
      /Øyravegen|6240|orskog\.kommune|70 16 59 00|864978932/,
      /Fylkesmann/,
      /samtykkekompetanse/,
      /§ 3-2/,
      /over 15 år/,
      /tre uker|tre veker/,
      /enkeltvedtak/,
    ]) {
      expect(all).not.toMatch(stale);
    }
  });

  it('gives its mail address and the appeal body in both languages', () => {
    const { postalCode, city } = municipality.postalAddress;
    for (const language of languages) {
      expect(page(municipality, language)).toContain(`${postalCode} ${city}`);
      expect(page(municipality, language)).toContain(municipality.countyGovernor.name[language]);
      expect(page(municipality, language)).toContain(municipality.ombudsman.name[language]);
    }
  });

  it('keeps the two forms of Norwegian apart', () => {
    const [bokmal, nynorsk] = [page(municipality, 'nb'), page(municipality, 'nn')];
    expect(bokmal.match(/\b(ikkje|eit|ein|frå|kva|korleis|tenester|søkjer|vidare|berre|noko)\b/gi)).toBeNull();
    expect(
      nynorsk.match(/\b(ikke|et|en|fra|hva|hvordan|tjenester|søker|videre|bare|noe|hvis|søknaden din er)\b/gi),
    ).toBeNull();
  });

  it('says the same in English, with every number and paragraph sign, and none of the Norwegian words', () => {
    const numbers = (text: string) => text.match(/\d[\d-]*|§+|«[^»]+»/g)?.toSorted();
    for (const { paragraphs } of municipality.information) {
      expect(paragraphs.en.map(numbers)).toEqual(paragraphs.nb.map(numbers));
    }
    expect(page(municipality, 'en').match(/\b(eller|ikke|ikkje|søknaden|kommunen|hva|kva|deg|planen)\b/g)).toBeNull();
  });

  it('says each thing once', () => {
    const ids = municipality.information.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const language of pageLanguages) {
      const paragraphs = municipality.information.flatMap((section) => section.paragraphs[language]);
      expect(new Set(paragraphs).size).toBe(paragraphs.length);
    }
  });
});

describe('facts of the five', () => {
  const fact = (slug: string) => findMunicipality(slug)?.municipality;

  it('have today’s numbers, counties and languages', () => {
    expect(
      municipalities.map(({ number, county, language, languageNeutral }) => [
        number,
        county,
        language,
        languageNeutral,
      ]),
    ).toEqual([
      ['3407', 'Innlandet', 'nb', false],
      ['4635', 'Vestland', 'nn', false],
      ['4204', 'Agder', 'nb', false],
      ['1160', 'Rogaland', 'nn', false],
      ['1508', 'Møre og Romsdal', 'nn', true],
    ]);
  });

  it('have their plan tools, with guides for those with and without a plan in Kristiansand', () => {
    expect(municipalities.map(({ planTool }) => planTool.name)).toEqual([
      'SamPro',
      'SamPro',
      'DIPS Samspill',
      null,
      null,
    ]);
    expect(fact('kristiansand')?.planTool).toMatchObject({
      accessForm: true,
      url: 'https://samspill.dips.no/Kristiansand',
      guides: [{ for: 'plan' }, { for: 'coordinator-only' }],
    });
  });

  it('let only Vindafjord’s staff answer by link alone', () => {
    expect(municipalities.filter(({ staffSignIn }) => staffSignIn === 'link-only')).toEqual([fact('vindafjord')]);
  });

  it('have the numbers and hours of their pages', () => {
    expect(fact('gulen')?.phones.map(({ number }) => number)).toEqual(['57 78 20 04', '57 78 20 05']);
    expect(fact('vindafjord')).toMatchObject({
      phones: [{ number: '53 65 60 50' }],
      openingHours: { from: '08:00', to: '15:30' },
    });
  });
});
