import { ONE_IS_ENOUGH, type IdentifierKind } from './identifier';

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Whether the text is a unique pupil number: a check letter, eleven digits, and a digit or, in a temporary
 * number, a letter. The check letter is the sum of the others, weighted 2 to 13, modulo 23; a final letter
 * counts as its place in the check letters. DfE, Unique pupil numbers, guidance for local authorities.
 */
export function isUpn(value: string): boolean {
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(value)) return false;
  let sum = 0;
  for (let at = 1; at < 13; at++) {
    const character = value[at]!;
    const worth = at === 12 && character >= 'A' ? CHECK_LETTERS.indexOf(character) : +character;
    if (worth < 0) return false;
    sum += worth * (at + 1);
  }
  return CHECK_LETTERS[sum % 23] === value[0];
}

export const upn: IdentifierKind = {
  label: 'unique pupil numbers (UPN)',
  matches: isUpn,
  ...ONE_IS_ENOUGH,
};
