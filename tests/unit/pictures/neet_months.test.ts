import { describe, expect, test } from 'vitest';
import {
  movesOf,
  movesTable,
  movesTitle,
  peopleOf,
  sayMove,
} from '../../../src/lib/pictures/joiners_leavers';
import { monthTick, pushedApart } from '../../../src/lib/pictures/months_axis';
import {
  bandSeries,
  bandTable,
  bandTitle,
  isBandHidden,
  latestOf,
  monthsShown,
  sayEdge,
} from '../../../src/lib/pictures/neet_band';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

describe('the band of NEET', () => {
  const low = fakeTable('neet', [
    shownRow('2023-10', 350, 10000),
    hiddenRow('2024-09'),
    shownRow('2024-10', 400, 10000),
  ]);
  const high = fakeTable('neet_or_not_known', [
    shownRow('2023-10', 500, 10000),
    shownRow('2024-09', 2000, 10000),
    shownRow('2024-10', 600, 10000),
  ]);
  const series = bandSeries({ low, middle: null, high }, '2024-25');

  test('has the twelve months of a year, each with the one a year before', () => {
    expect(series.points).toHaveLength(12);
    expect(series.points.at(-1)?.month).toBe('2025-08');
    expect(series.points[1]?.before.low?.value.value).toBe(0.035);
    expect(latestOf(series)?.month).toBe('2024-10');
  });

  test('shows the months of both years that any of its tables holds, and no others', () => {
    const older = fakeTable('neet', [...low.rows, shownRow('2022-10', 350, 10000)]);
    expect(monthsShown(series)).toEqual(['2023-10', '2024-09', '2024-10']);
    expect(monthsShown(bandSeries({ low: older, middle: null, high }, '2024-25'))).toEqual(
      monthsShown(series),
    );
  });

  test('is broken where one of its edges is hidden, and not where there is no figure', () => {
    expect(series.points.map(isBandHidden).slice(0, 3)).toEqual([true, false, false]);
  });

  test('is named by its two ends in the latest month, and a year before', () => {
    expect(plain(bandTitle(series, 'Kent'))).toBe(
      'Between 4.0 % and 6.0 % of 16 and 17 year olds in Kent were NEET in October 2024, depending on what the not known do; a year before, between 3.5 % and 5.0 %',
    );
  });

  test('gives nothing away where the latest month is hidden, or there is none', () => {
    const hidden = bandSeries(
      { low: fakeTable('neet', [hiddenRow('2024-10')]), middle: null, high },
      '2024-25',
    );
    expect(bandTitle(hidden, 'Thanet')).toBe(
      'NEET in Thanet: how wide the range was in October 2024 cannot be shown',
    );
    expect(bandTitle(bandSeries({ low, middle: null, high }, '2020-21'), 'Kent')).toBe(
      'NEET in Kent: no month of 2020/21 has a figure yet',
    );
  });

  test('an edge is said with its interval and last year', () => {
    const [september, october, november] = series.points;
    const say = (point: typeof september) =>
      plain(sayEdge(low, point?.now.low ?? null, point?.before.low ?? null));
    expect(say(october)).toBe(
      '4.0 %; 95 % interval 3.6 % to 4.4 %; up 0.5 points on the same month last year',
    );
    expect(say(september)).toBe('hidden to protect people, because few are counted');
    expect(say(november)).toBe('no figure');
  });

  test('the table has both edges with intervals, and the middle where it is given', () => {
    expect(bandTable(series, 'Kent').columns).toHaveLength(9);
    expect(bandTable({ ...series, middle: low }, 'Kent').columns).toHaveLength(12);
    expect(bandTable(series, 'Kent').rows[0]?.cells[1]).toEqual({ value: null, status: 'c' });
    expect(bandTable(series, 'Kent').rows[5]?.cells[1]).toEqual({ value: null, status: 'x' });
  });
});

describe('joiners and leavers', () => {
  const months = ['2024-09', '2024-10', '2024-11', '2024-12'];
  const joiners = fakeTable('neet_joiners', [
    shownRow('2024-09', 30, 1500),
    shownRow('2024-10', 12, 1500),
    hiddenRow('2024-11'),
  ]);
  const leavers = fakeTable('neet_leavers', [
    shownRow('2024-09', 10, 1500),
    shownRow('2024-10', 0, 1500),
    shownRow('2024-11', 9, 1500),
  ]);
  const moves = movesOf(joiners, leavers, months);

  test('a zero is a zero, a hidden month and one without data have no people', () => {
    expect(moves.months.map(({ joined }) => peopleOf(joined))).toEqual([30, 12, NaN, NaN]);
    expect(moves.months.map(({ left }) => peopleOf(left))).toEqual([10, 0, 9, NaN]);
  });

  test('the title is the latest month that is shown whole, and says when later ones are not', () => {
    expect(plain(movesTitle(moves, 'Kent'))).toBe(
      '12 young people in Kent became NEET in October 2024 and nobody stopped being NEET (what came after is hidden); more became than stopped in 2 of the 2 months shown',
    );
    expect(plain(movesTitle(movesOf(joiners, leavers, ['2024-09']), 'Kent'))).toBe(
      '30 young people in Kent became NEET in September 2024 and 10 stopped being NEET',
    );
    expect(movesTitle(movesOf(joiners, leavers, ['2024-11']), 'Kent')).toBe(
      'Who became NEET and who stopped in Kent: no month can be shown',
    );
  });

  test('a column is said as people and their share', () => {
    const [september, , november] = moves.months;
    expect(september?.joined && plain(sayMove(joiners, september.joined))).toBe(
      '30 young people; 2.0 % of the cohort; 95 % interval 1.4 % to 2.8 %',
    );
    expect(november?.joined && sayMove(joiners, november.joined)).toBe(
      'hidden to protect people, because few are counted',
    );
  });

  test('the table has a row a month, the missing one not available', () => {
    const { rows } = movesTable(moves, 'Kent');
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      { value: 30, status: 'ok' },
      { value: 12, status: 'ok' },
      { value: null, status: 'c' },
      { value: null, status: 'x' },
    ]);
  });
});

describe('an axis of months', () => {
  test('names months by letters where there is little room', () => {
    expect(monthTick('2024-09', 40)).toBe('Sep');
    expect(monthTick('2024-09', 20)).toBe('S');
  });

  test('labels keep their order and stay above the floor', () => {
    expect(pushedApart([100, 10, 104], 15, 200)).toEqual([100, 10, 115]);
    expect(pushedApart([195, 190], 15, 200)).toEqual([200, 185]);
  });
});
