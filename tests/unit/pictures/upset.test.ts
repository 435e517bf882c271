import { describe, expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import {
  upsetFigures,
  upsetSubtitle,
  upsetTable,
  upsetTitle,
} from '../../../src/lib/pictures/upset';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const month = '2025-07';
const combination = (service_combination: string, people: number | null) => {
  const row =
    people === null
      ? hiddenRow(month, { service_combination })
      : shownRow(month, people, people, { service_combination });
  // The value of a count is the count.
  return people === null ? row : { ...row, value: row.numerator };
};
const table = (...rows: readonly (readonly [string, number | null])[]) =>
  fakeTable(
    'services_together',
    rows.map(([code, people]) => combination(code, people)),
    ['service_combination'],
  );

describe('services together', () => {
  const some = table(
    ['early_help', 40],
    ['child_in_need + youth_justice', null],
    ['child_in_need', 90],
    ['child_in_need + early_help', 12],
    ['child_in_need + health', null],
  );
  const figures = upsetFigures(some, month, kent);

  test('stand largest first, the hidden ones last by name', () => {
    expect(figures.drawn.map(({ name }) => name)).toEqual([
      'Child in need',
      'Early Help',
      'Early Help and child in need',
      'Child in need and health',
      'Child in need and youth justice',
    ]);
  });

  test('a service adds up shown combinations alone; of one in hidden ones only nothing is known', () => {
    expect(figures.sets.map(({ name, people }) => [name, people])).toEqual([
      ['Child in need', 102],
      ['Early Help', 52],
      ['Youth justice', null],
      ['Health', null],
    ]);
  });

  test('are named by their commonest overlap and by who has one alone', () => {
    expect(plain(upsetTitle(figures, month, 'Kent'))).toBe(
      'Early Help and child in need is the commonest overlap of services in Kent: 12 people in July 2025; 130 of the 142 people shown have one service alone',
    );
    expect(upsetSubtitle(figures, month, 'Kent')).not.toContain('In the table alone');
  });

  test('beyond fifteen are left to the table, and how many these are is said', () => {
    const names = Object.keys(Array.from({ length: 18 })).map((at) => `service_${at}`);
    const many = table(...names.map((name, at) => [name, 100 - at] as const), [
      'child_in_need + health',
      null,
    ]);
    const crowded = upsetFigures(many, month, kent);
    expect(crowded.drawn).toHaveLength(15);
    expect(crowded.more).toEqual({ shown: 3, hidden: 1 });
    expect(plain(upsetSubtitle(crowded, month, 'Kent'))).toContain(
      'In the table alone: 3 smaller combinations and 1 combination hidden because few people have it.',
    );
    expect(upsetTable(crowded, many, month, 'Kent').rows).toHaveLength(19);
  });

  test('say when every one is hidden', () => {
    const hidden = upsetFigures(table(['health', null]), month, kent);
    expect(upsetTitle(hidden, month, 'Dover')).toBe(
      'Services open together in Dover: every combination is hidden',
    );
  });
});
