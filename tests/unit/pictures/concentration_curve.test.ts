import { describe, expect, test } from 'vitest';
import {
  concentrationCurve,
  curveTable,
  curveTitle,
  heightAfter,
  sayTenth,
} from '../../../src/lib/pictures/concentration_curve';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';
/** Sessions missed by each tenth of 1,000 in all; null is hidden. */
const curveOf = (missed: readonly (number | null)[]) =>
  concentrationCurve(
    fakeTable(
      'absence_by_tenth',
      missed
        .map((sessions, at) => {
          const keys = { absence_tenth: String(at + 1) };
          return sessions === null ? hiddenRow(year, keys) : shownRow(year, sessions, 1000, keys);
        })
        // The order of the rows is not that of the tenths.
        .reverse(),
      ['absence_tenth'],
    ),
    year,
  );
const heights = (curve: ReturnType<typeof curveOf>) =>
  Array.from({ length: 11 }, (_, no) => {
    const height = heightAfter(curve, no);
    return height === null ? null : Math.round(height * 1000);
  });

describe('the curve of concentration', () => {
  const curve = curveOf([460, 170, 110, 90, 70, 50, 30, 20, 0, 0]);

  test('adds up the tenths from the most absent and ends with all absence', () => {
    expect(heights(curve)).toEqual([0, 460, 630, 740, 830, 900, 950, 980, 1000, 1000, 1000]);
    expect(plain(sayTenth(curve.tenths[1]!))).toBe(
      '17.0 % of all absence; with the tenths before it 63.0 % of all absence',
    );
    expect(plain(curveTitle(curve, year, 'Kent'))).toBe(
      'The most absent tenth of enrolments in Kent missed 46.0 % of all sessions missed in 2024/25, the less absent half 10.0 %',
    );
  });

  test('never falls and never lies below the line on which all miss alike', () => {
    const shown = heights(curve).map((height) => height ?? 0);
    expect(shown.every((height, no) => height >= (shown[no - 1] ?? 0) && height >= 100 * no)).toBe(
      true,
    );
  });

  test('a tenth that is hidden alone takes the one before it along, so that it cannot be worked out', () => {
    const few = curveOf([460, 170, 110, 90, 70, 50, 30, 17, null, 0]);
    expect(few.tenths.flatMap(({ no, share }) => (share.value === null ? no : []))).toEqual([8, 9]);
    expect(heights(few)).toEqual([0, 460, 630, 740, 830, 900, 950, 980, null, 1000, 1000]);
    const cells = curveTable(few, year, 'Dover').rows[7]!.cells.slice(1);
    expect(cells.every((cell) => typeof cell === 'object' && cell.status === 'c')).toBe(true);
  });

  test('says when the most absent tenth cannot be shown', () => {
    const none = curveOf(Array.from({ length: 10 }, () => null));
    expect(curveTitle(none, year, 'Dover')).toBe(
      'How much of all absence in Dover falls on the most absent tenth cannot be shown',
    );
    expect(
      heights(none)
        .slice(1, 10)
        .every((height) => height === null),
    ).toBe(true);
  });
});
