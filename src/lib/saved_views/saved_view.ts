import { identifierInText } from '../identifiers/identifier_in_text';

/** A view that the reader gave a name: where it is and how it is filtered. Never data, never a figure. */
export interface SavedView {
  /** Unlike every other, whatever its capitals. */
  readonly name: string;
  /** The page's path within the program: `/overview`. */
  readonly page: string;
  /** Without `#`, as the page writes it. */
  readonly fragment: string;
  /** ISO date. */
  readonly savedOn: string;
}

export const longestName = 80;
export const mostViews = 200;

/** A name as it is kept: one line, without characters that cannot be seen. */
export function tidyName(text: string): string {
  const seen = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '');
  return seen.normalize('NFC').replace(/\s+/g, ' ').trim();
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether a name looks as if it held a number, postcode, e-mail or telephone of a person. */
export const isIdentifying = (name: string): boolean => identifierInText(name) !== null;

/** Why a name cannot be used, in words; null when it can. `others` are the names that are taken. */
export function nameTrouble(name: string, others: readonly string[]): string | null {
  const tidy = tidyName(name);
  if (tidy === '') return 'Give the view a name.';
  if (tidy.length > longestName)
    return `The name is longer than ${longestName} characters. Shorten it.`;
  const found = identifierInText(tidy);
  if (found !== null)
    return `The name looks as if it held ${found.label}. Name what is shown: it is kept in this browser.`;
  if (others.some((other) => sameName(other, tidy)))
    return `There is a view named “${tidy}” already. Choose another name.`;
  return null;
}

/** The name itself, or with a number after it when it is taken. */
export function freeName(name: string, others: readonly string[]): string {
  const isTaken = (text: string) => others.some((other) => sameName(other, text));
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const numbered = tidyName(name.slice(0, longestName - end.length)) + end;
    if (!isTaken(numbered)) return numbered;
  }
}
