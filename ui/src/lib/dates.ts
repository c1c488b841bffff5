// Days as ISO texts (2016-04-21) and as counts since 1970-01-01. No clock, no time zone: a date of a decision
// is the same day everywhere.

const DAY = 86_400_000;

/** Days since 1970-01-01, as the strip counts them. */
export function dayNumber(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

export function isoOf(dayCount: number): string {
  return new Date(dayCount * DAY).toISOString().slice(0, 10);
}

export function addDays(iso: string, days: number): string {
  return isoOf(dayNumber(iso) + days);
}

/** The same day some months on; the last of the month where there is no such day. */
export function addMonths(iso: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return isoOf(Math.round(first.getTime() / DAY) + Math.min(day, last) - 1);
}

/** As offices write it: 21/4/2016. */
export function shown(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** A typed date, day first (21/4/2016, 21-4-2016, 21.4.2016, 21042016) or ISO; null where there is no such day. */
export function typed(text: string): string | null {
  const tidy = text.trim();
  const dayFirst = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(tidy) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(tidy);
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tidy);
  if (dayFirst) return real(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  if (yearFirst) return real(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  return null;
}

function real(year: number, month: number, day: number): string | null {
  if (year < 1945 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** A day, a month or a year as an office writes it (21/4/2016, 4/2016, 2016), as ISO; null where it is none of them. */
export function typedPartial(text: string): string | null {
  const tidy = text.trim();
  const month = /^(\d{1,2})[/.\-\s](\d{4})$/.exec(tidy);
  const yearFirst = /^(\d{4})-(\d{1,2})$/.exec(tidy);
  if (/^\d{4}$/.test(tidy)) return real(Number(tidy), 1, 1)?.slice(0, 4) ?? null;
  if (month) return real(Number(month[2]), Number(month[1]), 1)?.slice(0, 7) ?? null;
  if (yearFirst) return real(Number(yearFirst[1]), Number(yearFirst[2]), 1)?.slice(0, 7) ?? null;
  return typed(tidy);
}

/** A day, a month or a year, as much of it as is known: 21/4/2016, 4/2016, 2016. */
export function shownPartial(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  if (month === undefined) return year;
  return day === undefined ? `${Number(month)}/${year}` : shown(iso);
}

/** Whether all of a date is known. */
export function isDay(iso: string): boolean {
  return iso.length === 10;
}

/** An instant in UTC as the day and time in Việt Nam, which has no summer time. */
export function instant(utc: string): string {
  const at = new Date(new Date(utc).getTime() + 7 * 3_600_000);
  if (Number.isNaN(at.getTime())) return utc;
  const iso = at.toISOString();
  return `${shown(iso.slice(0, 10))} ${iso.slice(11, 16)}`;
}
