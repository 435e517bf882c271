import { ONE_IS_ENOUGH, type IdentifierKind } from './identifier';

/** Whether the text is a UK telephone number: 0 or +44, then nine or ten digits (Ofcom numbering plan). */
export function isPhone(value: string): boolean {
  const plain = value.replace(/[\s()-]/g, '').replace(/^(\+44|0044)0?/, '0');
  return /^0[1-37-9]\d{8,9}$/.test(plain);
}

export const phone: IdentifierKind = {
  label: 'telephone numbers',
  matches: isPhone,
  ...ONE_IS_ENOUGH,
};
