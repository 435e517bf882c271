/**
 * Whether work may be done that nobody has asked for yet: not in a tab that is out of sight, and not where the reader
 * has told the browser to be sparing (a setting of browsers on telephones and small machines, `Save-Data`).
 */
export function hasTimeToSpare(): boolean {
  const { connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  return document.visibilityState === 'visible' && connection?.saveData !== true;
}
