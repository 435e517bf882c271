/** A day, counted from 1 January 1970: what a Parquet DATE holds. */
export type Day = number;

/** The day of a calendar date; month 1 to 12. */
export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

/** The day of an ISO date such as 2025-07-31. */
export function dayOfIso(iso: string): Day {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** ISO date of a day. */
export function isoOf(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** Calendar month of a day, 1 to 12. */
export function monthOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1;
}

/** Day of the week: 0 Monday to 6 Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** First day of the n-th month from January 1970. */
export function monthStart(month: number): Day {
  return dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

/** Months since year 0, so that months can be counted and compared. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

/** Month number of a day. */
export function monthNumberOf(day: Day): number {
  return monthNumber(yearOf(day), monthOf(day));
}

/** Academic year of a day: 2024 for 1 September 2024 to 31 August 2025. */
export function academicYearOf(day: Day): number {
  return monthOf(day) >= 9 ? yearOf(day) : yearOf(day) - 1;
}

/** How an academic year is written: 2024 is 2024-25. */
export function academicYearLabel(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}
