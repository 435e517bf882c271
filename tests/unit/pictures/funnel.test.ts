import { describe, expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import {
  funnelFigures,
  funnelTable,
  funnelTitle,
  sayPoint,
  sayUnseen,
  unseenWords,
} from '../../../src/lib/pictures/funnel_points';
import { nameSpots } from '../../../src/lib/pictures/name_spots';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';
const school = (code: string, counted: number, of: number) =>
  shownRow(year, counted, of, { school: code });

/** Twelve schools of 1,000 at exactly 20 %, one of 500 at 40 %, two hidden, one not known. */
const rows = [
  ...Array.from({ length: 12 }, (_, index) => school(String(900 + index), 200, 1000)),
  school('1', 200, 500),
  hiddenRow(year, { school: '3' }),
  hiddenRow(year, { school: '20' }),
  shownRow(year, 1, 1, { school: 'unknown' }),
];

describe('a funnel', () => {
  const table = fakeTable('persistent_absence', rows, ['school']);
  const figures = funnelFigures(table, 'school', year, kent);

  test('has its average and its sizes from the units that are shown', () => {
    // (12 · 200 + 200) of 12,500
    expect(figures.average).toBeCloseTo(0.208, 10);
    expect(figures.sizes).toEqual([470, 1030]);
    expect(figures.points).toHaveLength(13);
  });

  test('stays the same whatever the size of a hidden unit, which has no place', () => {
    const without = fakeTable('persistent_absence', rows.slice(0, 13), ['school']);
    const { points, edges, sizes, average } = funnelFigures(without, 'school', year, kent);
    expect({ points, edges, sizes, average }).toEqual({
      points: figures.points,
      edges: figures.edges,
      sizes: figures.sizes,
      average: figures.average,
    });
    expect(figures.unseen.map(({ name }) => name)).toEqual(['School 3', 'School 20']);
    expect(unseenWords(figures)).toEqual(['Not shown: small numbers: School 3 and School 20.']);
    expect(figures.unseen[0] && sayUnseen(figures, figures.unseen[0].row)).toBe(
      'not shown: hidden to protect people, because few are counted',
    );
  });

  test('names who lies outside, and says where each one lies', () => {
    expect(plain(funnelTitle(figures))).toBe(
      'Persistent absence: School 1 lies above the 99.8 % limits',
    );
    const [smallest, other] = figures.points;
    expect(smallest && plain(sayPoint(figures, smallest))).toBe(
      '40.0 % of 500 enrolments; above the 99.8 % limit',
    );
    expect(other && plain(sayPoint(figures, other))).toBe(
      '20.0 % of 1,000 enrolments; within the 95 % limits',
    );
  });

  test('says so when none lies outside, or none can be shown', () => {
    const even = fakeTable('persistent_absence', rows.slice(0, 12), ['school']);
    expect(plain(funnelTitle(funnelFigures(even, 'school', year, kent)))).toBe(
      'Persistent absence: none of the 12 schools shown lies outside the 99.8 % limits',
    );
    const none = fakeTable('persistent_absence', [hiddenRow(year, { school: '3' })], ['school']);
    const empty = funnelFigures(none, 'school', year, kent);
    expect(funnelTitle(empty)).toBe('Persistent absence: no school can be shown');
    expect(empty.edges).toEqual([]);
  });

  test('lists the highest first and the hidden last, by name, in its table', () => {
    const { rows: listed } = funnelTable(figures, true);
    expect(listed.map(({ key }) => key).slice(0, 1)).toEqual(['1']);
    expect(listed.slice(-2).map(({ cells }) => [cells[0], cells[4]])).toEqual([
      ['School 3', 'not placed'],
      ['School 20', 'not placed'],
    ]);
    expect(listed.at(-1)?.filters).toBe('20');
    expect(funnelTable(figures, false).rows[0]?.filters).toBeUndefined();
  });

  test('shortens a long list of hidden units', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      hiddenRow(year, { school: String(100 + index) }),
    );
    const words = unseenWords(
      funnelFigures(fakeTable('persistent_absence', many, ['school']), 'school', year, kent),
    );
    expect(words[0]).toMatch(/School 111 and 3 more\.$/);
  });
});

describe('names beside points', () => {
  const dot = (x: number, y: number, must = false) => ({ x, y, name: 'Swale', must });

  test('stand to the right, and to the left near the edge', () => {
    expect(nameSpots([dot(50, 50)], [{ x: 50, y: 50 }], 200)).toMatchObject([
      { x: 60, y: 50, anchor: 'start' },
    ]);
    expect(nameSpots([dot(180, 50)], [{ x: 180, y: 50 }], 200)).toMatchObject([
      { x: 170, y: 50, anchor: 'end' },
    ]);
  });

  test('move out of each other’s way, and give way where there is no room', () => {
    const points = [dot(50, 50, true), dot(51, 51)];
    expect(nameSpots(points, [], 200).map(({ y }) => y)).toEqual([50, 64]);
    const crowd = [dot(50, 50), dot(50, 37), dot(50, 63), dot(50, 50)];
    expect(nameSpots(crowd, [], 200)).toHaveLength(3);
  });
});
