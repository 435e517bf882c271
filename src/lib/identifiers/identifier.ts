/** A way in which values can identify people. */
export interface IdentifierKind {
  /** For the sentence "looks like ...". */
  readonly label: string;
  /** Whether one value of this form is, on its own, most likely such an identifier. */
  readonly matches: (value: string) => boolean;
  /**
   * How many distinct values must match, and what share of those seen, before a column is taken to
   * hold identifiers. A check digit of one in eleven passes by chance, so one value proves nothing.
   */
  readonly least: number;
  readonly share: number;
}

/** Values of which a single one gives a column away. */
export const ONE_IS_ENOUGH = { least: 1, share: 0 };
