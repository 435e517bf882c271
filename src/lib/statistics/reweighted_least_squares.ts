import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { DesignColumn } from './design_matrix';
import { answered, unreliable, type Outcome } from './outcome';
import type { Family } from './response_family';
import { separationAlong } from './separation';
import {
  crossProduct,
  linearPredictor,
  sparseRows,
  transposedTimes,
  type SparseRows,
} from './sparse_rows';

export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** The inverse of the information: the covariance of the coefficients before any dispersion. */
  readonly inverse: readonly Float64Array[];
  /** The linear predictor of each row, offset included. */
  readonly linear: Float64Array;
  readonly iterations: number;
}

const MOST_ITERATIONS = 50;
const MOST_HALVINGS = 30;
/** Each step squares the error, so after one this small none is left that a double could hold. */
const SETTLED = 1e-8;

const NOT_SETTLED = unreliable('The model did not settle on an estimate, so none is given.');
const SEPARATED = {
  complete: unreliable(
    'The factors tell the two outcomes apart without exception in these data, so the size of their ' +
      'links has no finite estimate.',
  ),
  'quasi-complete': unreliable(
    'In some groups everybody, or nobody, had the event, so the size of some links has no finite ' +
      'estimate.',
  ),
};

/**
 * Maximum likelihood by iteratively reweighted least squares (Fisher scoring; for these families also
 * Newton's method), each step halved until the deviance does not rise. The columns must be independent
 * of one another. It has settled when no row's linear predictor moves any more; the deviance alone would
 * also come to rest on separated data, where the estimate runs off to infinity.
 *
 * 'u' when the data separate or nothing settles.
 */
export function reweightedLeastSquares(
  family: Family,
  columns: readonly DesignColumn[],
  offset: ArrayLike<number>,
): Outcome<LeastSquares> {
  const rows = offset.length;
  const design = sparseRows(columns, rows);
  const weights = new Float64Array(rows);
  /** What pulls each row's linear predictor up or down: in the end, events not yet explained. */
  const pull = new Float64Array(rows);
  const movement = new Float64Array(rows);

  // The first step starts from nothing and aims at what each row by itself suggests.
  let coefficients: Float64Array = new Float64Array(columns.length);
  let linear: Float64Array = new Float64Array(rows);
  let deviance = Infinity;
  for (let row = 0; row < rows; row++) {
    if (!family.counts(row)) continue;
    linear[row] = family.start(row);
    weights[row] = family.expect(row, linear[row]!).variance;
    pull[row] = (linear[row]! - offset[row]!) * weights[row]!;
  }
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    const information = decompose(design, weights);
    if (information === null) break;
    let step = information.solve(transposedTimes(design, pull));
    let next = linearPredictor(design, added(coefficients, step), offset);
    let nextDeviance = devianceOf(family, next);
    for (let i = 0; i < MOST_HALVINGS && rises(nextDeviance, deviance); i++) {
      step = step.map((value) => value / 2);
      next = linearPredictor(design, added(coefficients, step), offset);
      nextDeviance = devianceOf(family, next);
    }
    coefficients = added(coefficients, step);
    let furthest = 0;
    for (let row = 0; row < rows; row++) {
      if (!family.counts(row)) continue;
      const { residual, variance } = family.expect(row, next[row]!);
      weights[row] = variance;
      pull[row] = residual;
      movement[row] = next[row]! - linear[row]!;
      furthest = Math.max(furthest, Math.abs(movement[row]!));
    }
    linear = next;
    deviance = nextDeviance;
    if (iterations > 1 && furthest < SETTLED) {
      const inverse = decompose(design, weights)?.inverse();
      return inverse ? answered({ coefficients, inverse, linear, iterations }) : NOT_SETTLED;
    }
  }
  const kinds = Array.from({ length: rows }, (_, row) =>
    family.counts(row) ? family.kind(row) : 'both',
  );
  const separation = separationAlong(movement, kinds);
  return separation === null ? NOT_SETTLED : SEPARATED[separation];
}

/** Whether the deviance is more than rounding above the one before, or no number at all. */
function rises(next: number, before: number): boolean {
  return !(next <= before + 1e-9 * (1 + before));
}

function devianceOf(family: Family, linear: Float64Array): number {
  let total = 0;
  for (let row = 0; row < linear.length; row++)
    if (family.counts(row)) total += family.deviance(row, linear[row]!);
  return total;
}

interface Decomposed {
  solve(right: Float64Array): Float64Array;
  inverse(): readonly Float64Array[];
}

/**
 * The information X'WX by Cholesky, scaled to a unit diagonal first, which keeps digits when columns
 * differ in size. Null when it is not positive definite: a weight, or all of a column's, ran out.
 */
function decompose(design: SparseRows, weights: Float64Array): Decomposed | null {
  const { size } = design;
  const information = crossProduct(design, weights);
  const scale = Array.from({ length: size }, (_, i) => 1 / Math.sqrt(information[size * i + i]!));
  if (!scale.every(Number.isFinite)) return null;
  const scaled = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const entry = information[size * i + j]! * scale[i]! * scale[j]!;
      scaled.set(i, j, entry);
      scaled.set(j, i, entry);
    }
  const cholesky = new CholeskyDecomposition(scaled);
  if (!cholesky.isPositiveDefinite()) return null;
  return {
    solve: (right) => {
      const solved = cholesky.solve(
        Matrix.columnVector(scale.map((factor, i) => factor * right[i]!)),
      );
      return Float64Array.from(scale, (factor, i) => factor * solved.get(i, 0));
    },
    inverse: () => {
      const solved = cholesky.solve(Matrix.eye(size));
      return scale.map((factor, i) =>
        Float64Array.from(scale, (other, j) => solved.get(i, j) * factor * other),
      );
    },
  };
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from(a, (value, i) => value + b[i]!);
}
