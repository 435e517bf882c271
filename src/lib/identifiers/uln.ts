import type { IdentifierKind } from './identifier';
import { weightedSum } from './weighted_digits';

/**
 * Whether the text is a unique learner number: ten digits, the first not 0, of which the last is 10 less
 * the weighted sum modulo 11 (a remainder of 0 is never issued). Learning Records Service, ULN validation.
 */
export function isUln(value: string): boolean {
  if (!/^[1-9]\d{9}$/.test(value)) return false;
  const remainder = weightedSum(value) % 11;
  return remainder !== 0 && 10 - remainder === Number(value[9]);
}

export const uln: IdentifierKind = {
  label: 'unique learner numbers (ULN)',
  matches: isUln,
  least: 2,
  share: 0.9,
};
