const MONTHS = [
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
];

/** The instant as spreadsheets keep it: ISO 8601 in UTC, to the second. */
export function madeInFile(made: string): string {
  return `${new Date(made).toISOString().slice(0, 19)}Z`;
}

/** As "3 March 2026 at 14:05 UTC": in words of our own, since those of a browser change with its version. */
export function madeInWords(made: string): string {
  const instant = new Date(made);
  const month = MONTHS[instant.getUTCMonth()];
  const time = instant.toISOString().slice(11, 16);
  return `${instant.getUTCDate()} ${month} ${instant.getUTCFullYear()} at ${time} UTC`;
}
