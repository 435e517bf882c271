import type { DesignColumn } from './design_matrix';

/**
 * A design by rows, its zeros left out: row `i` has `values[k]` in column `columns[k]` for `k` from
 * `starts[i]` to `starts[i + 1]`, columns ascending. Factors fill a row with a few ones among many zeros.
 */
export interface SparseRows {
  readonly rows: number;
  readonly size: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export function sparseRows(columns: readonly DesignColumn[], rows: number): SparseRows {
  const starts = new Int32Array(rows + 1);
  for (const { values } of columns)
    for (let row = 0; row < rows; row++) if (values[row] !== 0) starts[row + 1]!++;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const filled = starts.slice(0, rows);
  const entries = {
    columns: new Int32Array(starts[rows]!),
    values: new Float64Array(starts[rows]!),
  };
  for (const [j, { values }] of columns.entries())
    for (let row = 0; row < rows; row++)
      if (values[row] !== 0) {
        const k = filled[row]!++;
        entries.columns[k] = j;
        entries.values[k] = values[row]!;
      }
  return { rows, size: columns.length, starts, ...entries };
}

/** X'WX, row after row of a square of `size`. */
export function crossProduct(design: SparseRows, weights: ArrayLike<number>): Float64Array {
  const { rows, size, starts, columns, values } = design;
  const square = new Float64Array(size * size);
  for (let row = 0; row < rows; row++) {
    const weight = weights[row]!;
    const end = starts[row + 1]!;
    if (weight === 0) continue;
    for (let k = starts[row]!; k < end; k++) {
      const weighted = weight * values[k]!;
      const line = size * columns[k]!;
      for (let l = starts[row]!; l <= k; l++) square[line + columns[l]!]! += weighted * values[l]!;
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) square[size * j + i] = square[size * i + j]!;
  return square;
}

/** X'v. */
export function transposedTimes(design: SparseRows, vector: ArrayLike<number>): Float64Array {
  const { rows, size, starts, columns, values } = design;
  const product = new Float64Array(size);
  for (let row = 0; row < rows; row++)
    for (let k = starts[row]!; k < starts[row + 1]!; k++)
      product[columns[k]!]! += values[k]! * vector[row]!;
  return product;
}

/** Xβ + offset. */
export function linearPredictor(
  design: SparseRows,
  coefficients: ArrayLike<number>,
  offset: ArrayLike<number>,
): Float64Array {
  const { rows, starts, columns, values } = design;
  const linear = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = offset[row]!;
    for (let k = starts[row]!; k < starts[row + 1]!; k++)
      sum += values[k]! * coefficients[columns[k]!]!;
    linear[row] = sum;
  }
  return linear;
}
