import type { PageLanguage } from '../../core/language.ts';

/** What the ranges of Accept-Language mean here; `no` is what many clients send for Norwegian. */
const known: Readonly<Record<string, PageLanguage>> = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' };

/** The best language of an Accept-Language header (RFC 9110 § 12.5.4) that we write in, or the fallback. */
export function acceptedLanguage(header: string | undefined, fallback: PageLanguage): PageLanguage {
  const asked = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { language: known[tag.split('-')[0] ?? ''], weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0);
  return asked.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? fallback;
}
