import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import { monthsBetween } from '../../../src/lib/view/months';
import {
  comparators,
  defaultView,
  parts,
  toggleDistrict,
  viewFromFragment,
  viewToFragment,
  type View,
} from '../../../src/lib/view/view';

const limits = {
  districts: kent.districts.map(({ code }) => code),
  mapMeasures: ['neet_or_not_known', 'persistent_absence'],
};

const months = fc
  .tuple(fc.integer({ min: 2015, max: 2098 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

const views: fc.Arbitrary<View> = fc.record({
  year: fc.option(
    fc.integer({ min: 2012, max: 2098 }).map((start) => `${start}-${String(start + 1).slice(2)}`),
    { nil: null },
  ),
  part: fc.option(fc.constantFrom(...parts), { nil: null }),
  months: fc.option(
    fc.tuple(months, months).map(([one, other]) => monthsBetween(one, other)),
    { nil: null },
  ),
  districts: fc.subarray([...limits.districts]).map((codes) => codes.sort()),
  groups: fc.record(
    {
      sex: fc.subarray(['F', 'M'], { minLength: 1 }),
      sen: fc.subarray(['E', 'K', 'N'], { minLength: 1 }),
      year_group: fc.subarray(['12', '13', '7'], { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  comparator: fc.constantFrom(...comparators),
  map: fc.constantFrom(...limits.mapMeasures),
});

describe('the URL fragment', () => {
  test('brings back every view without a note', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewFromFragment(`#${viewToFragment(view)}`, limits)).toEqual({ view, notes: [] });
      }),
    );
  });

  test('is empty for the default view and carries its version otherwise', () => {
    expect(viewToFragment(defaultView)).toBe('');
    expect(viewToFragment({ ...defaultView, year: '2024-25', districts: ['E07000114'] })).toBe(
      'v=1&year=2024-25&district=E07000114',
    );
  });

  test('never throws and never lets an unknown value in, whatever the link says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { view } = viewFromFragment(text, limits);
        expect(limits.districts).toEqual(expect.arrayContaining([...view.districts]));
        expect(limits.mapMeasures).toContain(view.map);
      }),
    );
  });

  test('leaves out what does not exist, keeps the rest and says so', () => {
    const { view, notes } = viewFromFragment(
      '#v=1&year=2024-26&district=E07000114.E06000035&period=t9&against=england',
      limits,
    );
    expect(view).toEqual({ ...defaultView, districts: ['E07000114'], comparator: 'england' });
    expect(notes).toHaveLength(3);
    expect(notes.join()).toContain('E06000035');
  });

  test('of another version is read as far as it goes, with a note', () => {
    const { view, notes } = viewFromFragment('#v=2&year=2024-25', limits);
    expect(view.year).toBe('2024-25');
    expect(notes).toHaveLength(1);
  });
});

test('a click on a district filters by it and a second click undoes it', () => {
  const once = toggleDistrict(defaultView, 'E07000114');
  expect(once.districts).toEqual(['E07000114']);
  expect(toggleDistrict(once, 'E07000113').districts).toEqual(['E07000113']);
  expect(toggleDistrict(once, 'E07000114')).toEqual(defaultView);
});
