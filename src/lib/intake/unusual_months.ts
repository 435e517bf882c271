/** The month, such as 2024-09, of a day since 1970-01-01. */
export function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

/** With fewer months there is no telling what is usual. */
const FEWEST_MONTHS = 3;

/** The months with under half or over twice the median number of rows, in order. */
export function unusualMonths(rowsOfMonth: ReadonlyMap<string, number>): string[] {
  if (rowsOfMonth.size < FEWEST_MONTHS) return [];
  const counts = [...rowsOfMonth.values()].sort((a, b) => a - b);
  const middle = counts.length >> 1;
  const usual =
    counts.length % 2 === 1 ? counts[middle]! : (counts[middle - 1]! + counts[middle]!) / 2;
  return [...rowsOfMonth]
    .filter(([, rows]) => rows * 2 < usual || rows > usual * 2)
    .map(([month]) => month)
    .sort();
}
