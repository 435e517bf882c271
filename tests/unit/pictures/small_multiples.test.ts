import { expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import {
  choiceFrom,
  choiceOf,
  layOutPanels,
  saySmall,
  smallFigures,
  smallTable,
  smallTitle,
} from '../../../src/lib/pictures/small_multiples';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';
const sex = fakeTable(
  'severe_absence',
  [
    shownRow(year, 20, 1000, { sex: 'F' }),
    shownRow(year, 30, 1000, { sex: 'M' }),
    // eight people, so an interval of nearly a third
    shownRow(year, 0, 8, { sex: 'U' }),
  ],
  ['sex'],
);
const care = fakeTable(
  'severe_absence',
  [
    shownRow(year, 40, 1900, { social_care: 'none' }),
    hiddenRow(year, { social_care: 'looked_after' }),
    shownRow(year, 10, 100, { social_care: 'child_in_need' }),
    shownRow(year, 90, 100, { social_care: 'unknown' }),
  ],
  ['social_care'],
);
const whole = fakeTable('severe_absence', [shownRow(year, 50, 2000)]);
const nothing = fakeTable('severe_absence', [], ['sen']);
const figures = smallFigures(
  sex.measure,
  [
    { by: 'sex', table: sex },
    { by: 'sen', table: nothing },
    { by: 'social_care', table: care },
  ],
  whole,
  year,
  'Kent',
  kent,
);

test('a dimension without groups has no panel; groups are ranked, the hidden one last', () => {
  expect(
    figures.panels.map(({ label, groups }) => [label, groups.map(({ name }) => name)]),
  ).toEqual([
    ['Sex', ['Male', 'Female', 'Unknown']],
    ['Social care', ['Not known', 'Child in need', 'None of these', 'Looked after']],
  ]);
});

test('the axis is from shown values, and an interval beyond twice the highest does not stretch it', () => {
  const only = smallFigures(sex.measure, [{ by: 'sex', table: sex }], null, year, 'Kent', kent);
  // the upper limit of 30 in 1,000
  expect(only.top).toBeCloseTo(0.0425, 3);
});

test('the title is the group furthest above the whole, of those whose characteristic is known', () => {
  expect(plain(smallTitle(figures, year))).toBe(
    'Severe absence by characteristic, 2024/25: furthest above Kent 2.5 % is social care, Child in need (10.0 %)',
  );
  const level = smallFigures(sex.measure, [{ by: 'sex', table: sex }], whole, year, 'Kent', kent);
  expect(plain(smallTitle(level, year))).toBe(
    'Severe absence by characteristic, 2024/25: no group stands above Kent 2.5 % by more than chance would explain',
  );
});

test('a group is said with its gap to the whole, a hidden one with its reason', () => {
  const [need, , hidden] = figures.panels[1]?.groups.slice(1) ?? [];
  expect(need && plain(saySmall(figures, need))).toBe(
    '10.0 %; 95 % interval 5.5 % to 17.4 %; 7.5 points above Kent',
  );
  expect(hidden && saySmall(figures, hidden)).toBe(
    'hidden to protect people, because few are counted',
  );
});

test('a choice carries its dimension and code', () => {
  expect(choiceFrom(choiceOf('social_care', 'looked_after'))).toEqual({
    by: 'social_care',
    code: 'looked_after',
  });
  expect(choiceFrom('nonsense F')).toBeNull();
  expect(smallTable(figures, year, 'Kent', true).rows[0]?.filters).toBe('sex M');
  expect(smallTable(figures, year, 'Kent', false).rows).toHaveLength(7);
});

test('panels fill the column that is shortest', () => {
  expect(layOutPanels([100, 40, 30, 20], 2, 10)).toEqual({
    spots: [
      { column: 0, top: 0 },
      { column: 1, top: 0 },
      { column: 1, top: 50 },
      { column: 1, top: 90 },
    ],
    height: 110,
  });
});
