import { determinant, Matrix } from 'ml-matrix';
import { INTERCEPT } from './design_matrix';

/** How much a term's estimates are blurred because it goes together with the other terms. */
export interface Inflation {
  readonly term: string;
  /** Columns of the term. */
  readonly degreesOfFreedom: number;
  /** The generalised variance inflation factor; 1 when the term is unrelated to the others. */
  readonly factor: number;
  /**
   * factor^(1/(2·degrees of freedom)): comparable between terms, and by how many times the standard
   * error of a single coefficient is larger than it would be alone.
   */
  readonly perColumn: number;
}

/**
 * The generalised variance inflation factor of each term, from the covariance of the coefficients and
 * the term each belongs to: det(R₁₁) det(R₂₂) / det(R), R their correlations, constant left out. Empty
 * when there are fewer than two terms.
 *
 * Source: Fox and Monette (1992), Journal of the American Statistical Association 87.
 */
export function generalisedVarianceInflation(
  covariance: readonly ArrayLike<number>[],
  terms: readonly string[],
): Inflation[] {
  const used = terms.flatMap((term, i) => (term === INTERCEPT ? [] : i));
  const names = [...new Set(used.map((i) => terms[i]!))];
  if (names.length < 2) return [];
  const whole = determinant(correlations(covariance, used));
  return names.map((term) => {
    const own = used.filter((i) => terms[i] === term);
    const others = used.filter((i) => terms[i] !== term);
    const factor =
      (determinant(correlations(covariance, own)) * determinant(correlations(covariance, others))) /
      whole;
    return {
      term,
      degreesOfFreedom: own.length,
      factor,
      perColumn: factor ** (1 / (2 * own.length)),
    };
  });
}

function correlations(
  covariance: readonly ArrayLike<number>[],
  indices: readonly number[],
): Matrix {
  const at = (i: number, j: number): number => covariance[i]![j]!;
  return new Matrix(
    indices.map((i) => indices.map((j) => at(i, j) / Math.sqrt(at(i, i) * at(j, j)))),
  );
}
