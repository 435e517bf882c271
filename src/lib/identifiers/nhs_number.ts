import type { IdentifierKind } from './identifier';
import { weightedSum } from './weighted_digits';

/**
 * Whether the text is an NHS number: ten digits, perhaps spaced 3-3-4, of which the last is 11 less the
 * weighted sum modulo 11 (11 is written 0, and 10 is never issued). NHS Data Dictionary, NHS NUMBER.
 */
export function isNhsNumber(value: string): boolean {
  const digits = value.replace(/^(\d{3})[ -]?(\d{3})[ -]?(\d{4})$/, '$1$2$3');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const check = 11 - (weightedSum(digits) % 11);
  return check !== 10 && check % 11 === Number(digits[9]);
}

export const nhsNumber: IdentifierKind = {
  label: 'NHS numbers',
  matches: isNhsNumber,
  least: 2,
  share: 0.9,
};
