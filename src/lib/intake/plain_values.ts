const decoder = new TextDecoder();

/** The number that a text spells, NaN when it spells none. Spaces around it do not matter. */
export function numberInText(bytes: Uint8Array, start: number, end: number): number {
  const text = decoder.decode(bytes.subarray(start, end)).trim();
  return /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/**
 * The day since 1970-01-01 of a date written 2024-09-01 or, as a British spreadsheet saves it,
 * 01/09/2024; NaN when it is no such date. A time of midnight after it does not matter.
 */
export function dayInText(bytes: Uint8Array, start: number, end: number): number {
  return dayOf(decoder.decode(bytes.subarray(start, end)));
}

/** As `dayInText`, for a string. */
export function dayOf(text: string): number {
  const date = text.trim().replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
  const [year, month, day] = (
    iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : []
  ).map(Number);
  if (year === undefined || month === undefined || day === undefined) return Number.NaN;
  const time = Date.UTC(year, month - 1, day);
  const exists = new Date(time).getUTCMonth() === month - 1 && day > 0;
  return exists ? time / 86_400_000 : Number.NaN;
}
