import type { WorkbookColumn } from './workbook';

type Holds = WorkbookColumn['holds'];

const fixed = (digits: number, style: 'decimal' | 'percent' = 'decimal') =>
  new Intl.NumberFormat('en-GB', {
    style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

const FORMATS = {
  'whole numbers': fixed(0),
  'one decimal': fixed(1),
  'two decimals': fixed(2),
  percent: fixed(1, 'percent'),
};

/** A number as its column shows it; among words, as it is. */
export function shown(value: number, holds: Holds): string {
  // Zero has no sign.
  return holds === 'words' ? String(value) : FORMATS[holds].format(value + 0);
}

/**
 * A number with all its digits and without an exponent, as XML Schema's `decimal` and `integer` are written.
 * @throws RangeError for a number that is not finite
 */
export function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a number.`);
  const [digits = '', exponent] = String(Math.abs(value)).split('e');
  const sign = value < 0 ? '-' : '';
  if (exponent === undefined) return sign + digits;
  const [whole = '', fraction = ''] = digits.split('.');
  const move = Number(exponent);
  return move < 0
    ? `${sign}0.${'0'.repeat(-move - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(move, '0')}`;
}
