import { ONE_IS_ENOUGH, type IdentifierKind } from '../../identifiers/identifier';

const STREETS =
  'street|road|lane|avenue|close|drive|way|court|gardens|place|crescent|terrace|grove|hill|square|st|rd|ave|ln|cl|dr';

/** Whether the text is the first line of a postal address: a number or flat, then a street. */
export function isAddress(value: string): boolean {
  return new RegExp(`^(flat \\w+,? ?)?\\d+[a-z]?,? .*\\b(${STREETS})\\b`, 'i').test(value.trim());
}

export const address: IdentifierKind = {
  label: 'addresses',
  matches: isAddress,
  ...ONE_IS_ENOUGH,
};
