import { email } from './email';
import type { IdentifierKind } from './identifier';
import { nhsNumber } from './nhs_number';
import { phone } from './phone';
import { postcode } from './postcode';
import { uln } from './uln';
import { upn } from './upn';

const kinds: readonly IdentifierKind[] = [email, upn, postcode, phone, nhsNumber, uln];

/** Numbers are written in up to four groups: "+44 7700 900 123". */
const mostGroups = 4;

/**
 * What identifies a person somewhere in a text that somebody wrote; null when nothing in it looks like that. One
 * is enough, whatever its kind: unlike a column, a sentence has no other values to be judged by.
 */
export function identifierInText(text: string): IdentifierKind | null {
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  for (let groups = 1; groups <= mostGroups; groups++) {
    for (let at = 0; at + groups <= words.length; at++) {
      const part = words.slice(at, at + groups).join(' ');
      const found = kinds.find(({ matches }) => matches(part) || matches(part.toUpperCase()));
      if (found) return found;
    }
  }
  return null;
}
