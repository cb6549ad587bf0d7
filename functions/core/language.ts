/** The two written forms of Norwegian; every letter and page exists whole in both (språklova §§ 4, 10; domain.md § 7.3). */
export const languages = ['nb', 'nn'] as const;

/** ISO 639-1 code: `nb` bokmål, `nn` nynorsk. */
export type Language = (typeof languages)[number];

/** True when `value` is a language we write letters in. */
export function isLanguage(value: unknown): value is Language {
  return value === 'nb' || value === 'nn';
}
