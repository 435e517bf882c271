import type { SafeCell, Status, Symbols } from './safe_table';

/** Of the Department for Education, for its open data files: a column holds them between numbers. */
export const departmentForEducation: Symbols = { c: 'c', z: 'z', x: 'x', low: 'low', u: 'u' };

/** The shorthand of the Government Analysis Function, for tables that people read: no letter passes for a value. */
export const analysisFunction: Symbols = {
  c: '[c]',
  z: '[z]',
  x: '[x]',
  low: '[low]',
  u: '[u]',
};

/** The symbols of a screen and of pictures, under every profile: what is read beside numbers must not look like one. */
export const onScreen: Symbols = analysisFunction;

/** The symbol of a status; nothing for an ordinary number. */
export function symbolOf(status: Status, symbols: Symbols): string {
  return status === 'ok' ? '' : symbols[status];
}

/** What stands in a column of a file: the number unrounded, or the symbol of the reason there is none. */
export function cellInFile({ value, status }: SafeCell, symbols: Symbols): number | string {
  return value ?? symbolOf(status === 'ok' ? 'x' : status, symbols);
}

/** Which symbols files of a profile have, as a sentence. */
export function symbolsInWords(symbols: Symbols): string {
  const { c, z, x, low, u } = symbols;
  return `In its files ${c}, ${z}, ${x}, ${low} or ${u} stands where there is no number.`;
}
