import { Temporal } from 'temporal-polyfill';
import type { PageLanguage } from './language.ts';
import { type CalendarDate, type Instant, zone } from './time.ts';

// Written out rather than asked of Intl: letters must not change with the ICU version of a runtime.
const norwegianMonths = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const weekdays: Readonly<Record<PageLanguage, readonly string[]>> = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  nn: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `21. november 2026`; the months are spelt alike in bokmål and nynorsk. In English `21 November 2026`. */
export function formatDate(date: CalendarDate, language: PageLanguage): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  if (language === 'en') return `${day} ${englishMonths[month - 1]} ${year}`;
  return `${day}. ${norwegianMonths[month - 1]} ${year}`;
}

/** `lørdag 21. november 2026`, in nynorsk `laurdag 21. november 2026`. */
export function formatDateWithWeekday(date: CalendarDate, language: PageLanguage): string {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return `${weekdays[language][dayOfWeek - 1]} ${formatDate(date, language)}`;
}

/** Date and clock time in Oslo: `21. november 2026 kl. 10.05`, in English `21 November 2026 at 10:05`. */
export function formatInstant(instant: Instant, language: PageLanguage): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const minutes = String(local.minute).padStart(2, '0');
  const hours = String(local.hour).padStart(2, '0');
  const date = formatDate(local.toPlainDate().toString(), language);
  return language === 'en' ? `${date} at ${hours}:${minutes}` : `${date} kl. ${hours}.${minutes}`;
}
