import { Matrix } from 'ml-matrix';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericColumn } from '$lib/statistics/design_matrix';
import {
  crossProduct,
  linearPredictor,
  sparseRows,
  transposedTimes,
} from '$lib/statistics/sparse_rows';

describe('a design without its zeros', () => {
  const sized = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, size]) => {
      const list = (of: fc.Arbitrary<number>, length: number) =>
        fc.array(of, { minLength: length, maxLength: length });
      const value = fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 }));
      return fc.record({
        dense: fc.array(list(value, size), { minLength: rows, maxLength: rows }),
        weights: list(fc.integer({ min: 0, max: 9 }), rows),
        coefficients: list(value, size),
      });
    });

  it('has the products of the whole matrix', () => {
    fc.assert(
      fc.property(sized, ({ dense, weights, coefficients }) => {
        const whole = new Matrix(dense);
        const columns = coefficients.map((_, j) => numericColumn(String(j), whole.getColumn(j)));
        const sparse = sparseRows(columns, dense.length);
        const weighted = Matrix.diag(weights).mmul(whole);
        expect(sparse.values.includes(0)).toBe(false);
        // Adding 0 makes -0 of ml-matrix 0.
        const plain = (values: readonly number[]) => values.map((value) => value + 0);
        expect([...crossProduct(sparse, weights)]).toEqual(
          plain(whole.transpose().mmul(weighted).to1DArray()),
        );
        expect(plain([...transposedTimes(sparse, weights)])).toEqual(
          plain(whole.transpose().mmul(Matrix.columnVector(weights)).to1DArray()),
        );
        expect(plain([...linearPredictor(sparse, coefficients, weights)])).toEqual(
          plain(
            whole
              .mmul(Matrix.columnVector(coefficients))
              .add(Matrix.columnVector(weights))
              .to1DArray(),
          ),
        );
      }),
    );
  });
});
