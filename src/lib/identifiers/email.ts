import { ONE_IS_ENOUGH, type IdentifierKind } from './identifier';

/** Whether the text holds an e-mail address. */
export function isEmail(value: string): boolean {
  return /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i.test(value);
}

export const email: IdentifierKind = {
  label: 'e-mail addresses',
  matches: isEmail,
  ...ONE_IS_ENOUGH,
};
