import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  independentColumns,
  indicatorColumns,
  interceptColumn,
  makeDesign,
  numericColumn,
} from '$lib/statistics/design_matrix';

const levels = [
  { code: 7, label: 'none' },
  { code: 2, label: 'some' },
  { code: 5, label: 'many' },
];

describe('columns of a factor', () => {
  it('are one a level but the reference, 1 where the row has the level', () => {
    const columns = indicatorColumns('help', [2, 7, 5, 5], levels, 7);
    expect(columns.map((column) => column.label)).toEqual(['help: some', 'help: many']);
    expect(columns.map((column) => column.term)).toEqual(['help', 'help']);
    expect(columns.map((column) => [...column.values])).toEqual([
      [1, 0, 0, 0],
      [0, 0, 1, 1],
    ]);
  });

  it('need codes and a reference that are levels', () => {
    expect(() => indicatorColumns('help', [3], levels, 7)).toThrow(RangeError);
    expect(() => indicatorColumns('help', [2], levels, 9)).toThrow(RangeError);
  });
});

describe('a design', () => {
  it('has columns of one length, with numbers only', () => {
    expect(makeDesign([interceptColumn(3)]).rows).toBe(3);
    expect(() => makeDesign([interceptColumn(3), interceptColumn(2)])).toThrow(RangeError);
    expect(() => makeDesign([numericColumn('a', [1, NaN])])).toThrow(RangeError);
  });

  it('keeps the columns that say something new, in order, and names the others', () => {
    const a = numericColumn('a', [1, 2, 3, 5]);
    const twice = numericColumn('twice a and one', [3, 5, 7, 11]);
    const b = numericColumn('b', [0, 1, 0, 1]);
    const { kept, aliased } = independentColumns(
      makeDesign([interceptColumn(4), a, twice, b, numericColumn('nothing', [0, 0, 0, 0])]),
      [1, 1, 1, 1],
    );
    expect(kept.columns.map((column) => column.label)).toEqual(['(intercept)', 'a', 'b']);
    expect(aliased.map((column) => column.label)).toEqual(['twice a and one', 'nothing']);
  });

  it('looks at rows with a weight only', () => {
    const a = numericColumn('a', [1, 1, 0]);
    const design = makeDesign([interceptColumn(3), a]);
    expect(independentColumns(design, [1, 1, 1]).aliased).toEqual([]);
    expect(independentColumns(design, [1, 1, 0]).aliased).toEqual([a]);
  });

  it('never finds a sum of its columns to be new, however they are scaled', () => {
    const number = fc.integer({ min: -10, max: 10 });
    const column = fc.array(number, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), number, (columns, scale) => {
        const sum = columns[0]!.map((_, row) =>
          columns.reduce((total, values) => total + 1e6 * (scale + 11) * values[row]!, 0),
        );
        const named = columns.map((values, i) => numericColumn(String(i), values));
        const design = makeDesign([...named, numericColumn('sum', sum)]);
        const { aliased } = independentColumns(design, [1, 1, 1, 1, 1, 1]);
        expect(aliased.map(({ label }) => label)).toContain('sum');
      }),
    );
  });
});
