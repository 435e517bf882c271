import { ONE_IS_ENOUGH, type IdentifierKind } from './identifier';

/** Whether the text is, or ends with, a full UK postcode (Cabinet Office, bulk data transfer, BS 7666). */
export function isPostcode(value: string): boolean {
  return /(^|[\s,])([A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKPSTUW]?) ?\d[ABD-HJLNP-UW-Z]{2}$/i.test(
    value.trim(),
  );
}

export const postcode: IdentifierKind = {
  label: 'postcodes',
  matches: isPostcode,
  ...ONE_IS_ENOUGH,
};
