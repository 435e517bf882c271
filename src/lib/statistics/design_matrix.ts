import { crossProduct, sparseRows } from './sparse_rows';

/** One column of a design: a value for every row, its name, and the term (factor) it belongs to. */
export interface DesignColumn {
  readonly label: string;
  readonly term: string;
  readonly values: Float64Array;
}

export interface Design {
  readonly rows: number;
  readonly columns: readonly DesignColumn[];
}

export interface DesignLevel {
  readonly code: number;
  readonly label: string;
}

/** The term of the constant column. */
export const INTERCEPT = '(intercept)';

/**
 * A column that keeps less than this share of its squared length beside the earlier ones adds nothing
 * that sums of squares in doubles could tell from rounding.
 */
const ALIASED_BELOW = 1e-10;

export function interceptColumn(rows: number): DesignColumn {
  return { label: INTERCEPT, term: INTERCEPT, values: new Float64Array(rows).fill(1) };
}

export function numericColumn(term: string, values: ArrayLike<number>): DesignColumn {
  return { label: term, term, values: Float64Array.from(values) };
}

/**
 * A column of 0 and 1 for each level but the reference (treatment contrasts): `codes` holds the code of
 * the level of every row.
 *
 * @throws RangeError when a code is none of the levels, or the reference is not among them.
 */
export function indicatorColumns(
  term: string,
  codes: ArrayLike<number>,
  levels: readonly DesignLevel[],
  reference: number,
): DesignColumn[] {
  const known = new Set(levels.map((level) => level.code));
  if (!known.has(reference))
    throw new RangeError(`The reference ${reference} of ${term} is none of its levels.`);
  for (let row = 0; row < codes.length; row++)
    if (!known.has(codes[row]!))
      throw new RangeError(`The code ${codes[row]} is none of the levels of ${term}.`);
  return levels
    .filter((level) => level.code !== reference)
    .map((level) => ({
      label: `${term}: ${level.label}`,
      term,
      values: Float64Array.from(codes, (code) => (code === level.code ? 1 : 0)),
    }));
}

/** @throws RangeError when a column has another length than the first, or a value that is no number. */
export function makeDesign(columns: readonly DesignColumn[]): Design {
  const rows = columns[0]?.values.length ?? 0;
  for (const { label, values } of columns) {
    if (values.length !== rows)
      throw new RangeError(`The column ${label} has ${values.length} rows, not ${rows}.`);
    if (!values.every(Number.isFinite))
      throw new RangeError(`The column ${label} holds a value that is no number.`);
  }
  return { rows, columns };
}

/**
 * The columns that say something the earlier ones do not, and those that do not (aliased), over the rows
 * with a weight above zero. Earlier columns are kept before later ones, as statistical packages do.
 *
 * Cholesky's decomposition of X'X scaled to a unit diagonal, passing over columns without a pivot.
 */
export function independentColumns(
  design: Design,
  weights: ArrayLike<number>,
): { readonly kept: Design; readonly aliased: readonly DesignColumn[] } {
  const { rows, columns } = design;
  const size = columns.length;
  const counted = Float64Array.from(weights, (weight) => (weight > 0 ? 1 : 0));
  const square = crossProduct(sparseRows(columns, rows), counted);
  const scale = columns.map((_, i) => 1 / Math.sqrt(square[size * i + i]!));
  const kept: number[] = [];
  /** The triangular factor: a line for each kept column. */
  const lines: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const line = new Float64Array(kept.length + 1);
    let left = 1;
    for (const [k, j] of kept.entries()) {
      let entry = square[size * i + j]! * scale[i]! * scale[j]!;
      for (let l = 0; l < k; l++) entry -= line[l]! * lines[k]![l]!;
      line[k] = entry / lines[k]![k]!;
      left -= line[k]! ** 2;
    }
    if (!(left > ALIASED_BELOW) || scale[i] === Infinity) continue;
    line[kept.length] = Math.sqrt(left);
    kept.push(i);
    lines.push(line);
  }
  const isKept = new Set(kept);
  return {
    kept: { rows, columns: kept.map((i) => columns[i]!) },
    aliased: columns.filter((_, i) => !isKept.has(i)),
  };
}
