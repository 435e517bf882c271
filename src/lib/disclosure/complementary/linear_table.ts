/** One number of a table, as who protects it knows it. */
export interface TableCell {
  /** Its value, not negative. */
  readonly value: number;
  /** The most that anybody who sees the table can take it to be; Infinity where nothing bounds it. */
  readonly most: number;
}

/** A cell that is the sum of others, by their places in the list of cells. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * Cells that are tied to each other by sums: a table with its totals, of any number of dimensions, or several
 * that share some of their totals.
 */
export interface LinearTable {
  readonly cells: readonly TableCell[];
  readonly sums: readonly Sum[];
}

/** The least and the most that a hidden cell can be, for somebody who sees all that is shown. */
export interface Range {
  readonly least: number;
  readonly most: number;
}
