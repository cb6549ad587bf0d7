/** The two written forms of Norwegian; every letter and page exists whole in both (språklova §§ 4, 10; domain.md § 7.3). */
export const languages = ['nb', 'nn'] as const;

/** ISO 639-1 code: `nb` bokmål, `nn` nynorsk. */
export type Language = (typeof languages)[number];

/** True when `value` is a language we write letters in. */
export function isLanguage(value: unknown): value is Language {
  return value === 'nb' || value === 'nn';
}

/** What the pages that anybody may read are written in: the form and the information are in English too. */
export const pageLanguages = [...languages, 'en'] as const;

/** A {@link Language}, or `en`. Cases, letters and the pages of staff are never in English. */
export type PageLanguage = (typeof pageLanguages)[number];

/** True when `value` is a language we write public pages in. */
export function isPageLanguage(value: unknown): value is PageLanguage {
  return value === 'en' || isLanguage(value);
}
