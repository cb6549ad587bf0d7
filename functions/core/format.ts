import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.ts';
import { type CalendarDate, type Instant, zone } from './time.ts';

// Written out rather than asked of Intl: letters must not change with the ICU version of a runtime.
const months = [
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

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  nn: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
};

/** `21. november 2026`. The months are spelt alike in bokmål and nynorsk; the language is asked for all the same. */
export function formatDate(date: CalendarDate, _language: Language): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day}. ${months[month - 1]} ${year}`;
}

/** `lørdag 21. november 2026`, in nynorsk `laurdag 21. november 2026`. */
export function formatDateWithWeekday(date: CalendarDate, language: Language): string {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return `${weekdays[language][dayOfWeek - 1]} ${formatDate(date, language)}`;
}

/** Date and clock time in Oslo: `21. november 2026 kl. 10.05`. */
export function formatInstant(instant: Instant, language: Language): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const minutes = String(local.minute).padStart(2, '0');
  const hours = String(local.hour).padStart(2, '0');
  return `${formatDate(local.toPlainDate().toString(), language)} kl. ${hours}.${minutes}`;
}
