import { address } from './address';
import { email } from '../../identifiers/email';
import type { IdentifierKind } from '../../identifiers/identifier';
import { nhsNumber } from '../../identifiers/nhs_number';
import { personName } from './person_name';
import { phone } from '../../identifiers/phone';
import { postcode } from '../../identifiers/postcode';
import { uln } from '../../identifiers/uln';
import { upn } from '../../identifiers/upn';

const kinds: readonly IdentifierKind[] = [
  email,
  upn,
  postcode,
  phone,
  address,
  uln,
  nhsNumber,
  personName,
];

/**
 * What the distinct values of a column look like, when they look like something that identifies people.
 * @param except kinds that are right in this column
 */
export function identifierIn(
  values: Iterable<string>,
  except: readonly IdentifierKind[] = [],
): IdentifierKind | null {
  const distinct = [...new Set(values)];
  for (const kind of kinds) {
    if (except.includes(kind)) continue;
    const matching = distinct.filter(kind.matches).length;
    if (matching >= kind.least && matching >= kind.share * distinct.length && matching > 0) {
      return kind;
    }
  }
  return null;
}

const NEARLY_ALL = 0.9;
/** From ten values on, a share of 0.9 by chance is past belief even for a check of one in eleven. */
const ENOUGH_VALUES = 10;
/** Fewer values must all match; five numbers pass such a check by chance once in 160,000 files. */
const FEW_VALUES = 5;

/** What pseudonyms look like, when nearly all of them look like identifiers. */
export function identifierAmongPseudonyms(values: Iterable<string>): IdentifierKind | null {
  const distinct = [...new Set(values)];
  for (const kind of kinds) {
    const matching = distinct.filter(kind.matches).length;
    const byChance = kind === uln || kind === nhsNumber || kind === upn;
    const enough =
      distinct.length >= ENOUGH_VALUES
        ? matching >= NEARLY_ALL * distinct.length
        : matching === distinct.length && matching >= (byChance ? FEW_VALUES : 1);
    if (enough) return kind;
  }
  return null;
}
