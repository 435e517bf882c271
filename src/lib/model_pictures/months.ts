import { formatMonth, formatMonthShort } from '../ui/format';

/** 2026-03, a year before: 2025-03. */
export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

/** 2026-03 as "March 2026"; another text as it is. */
export function monthInWords(month: string): string {
  return /^\d{4}-\d{2}$/.test(month) ? formatMonth(month) : month;
}

/** A sentence of the model with its months in words. */
export function withMonths(text: string): string {
  return text.replace(/\b\d{4}-(0[1-9]|1[0-2])\b/g, (month) => formatMonth(month));
}

/** Months named on an axis: as many as there is room for, counted back from the last. */
export function monthLabels(months: readonly string[], room: number): ReadonlyMap<string, string> {
  const each = room / Math.max(1, months.length);
  const every = [1, 2, 3, 6, 12, 24, 48].find((step) => step * each >= 34) ?? 96;
  const named = months.filter((_, at) => (months.length - 1 - at) % every === 0);
  let year = '';
  return new Map(
    named.map((month) => {
      const isNew = month.slice(0, 4) !== year;
      year = month.slice(0, 4);
      return [month, isNew ? `${formatMonthShort(month)}\n${year}` : formatMonthShort(month)];
    }),
  );
}
