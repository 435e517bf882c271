import { describe, expect, it } from 'vitest';
import type { Target } from '$lib/comparison/against';
import { gapsTo, widestGap } from '$lib/comparison/group_gaps';
import { kent } from '$lib/county';
import { placedFigures } from '$lib/explore/compared';
import { fifthTable, inFifths, sayFifths } from '$lib/explore/fifth_table';
import { gapTable, sayWidest, sayWidestInterval } from '$lib/explore/gap_table';
import { groupsOf } from '$lib/explore/groups';
import type { MeasureAnswer } from '$lib/explore/measure_figures';
import { heldAgainstTargets, sayTargets, targetTable } from '$lib/explore/target_table';
import { measureNamed } from '$lib/measures/catalogue';
import type { Measure } from '$lib/measures/measure';
import { tableCsv } from '$lib/ui/table';
import { districtTable, fakeTable, hiddenRow, shownRow } from '../charts/fixtures';

const persistent = measureNamed('persistent_absence')!;
const places = { name: kent.name, districts: kent.districts };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const period = '2024-25';
const codeOf = (name: string) => kent.districts.find((each) => each.name === name)!.code;

/** Districts in the county's order: 10, 11, … 20 of 100, and the last of them hidden. */
const byDistrict = districtTable(
  'persistent_absence',
  period,
  kent.districts.map((_, index) => [index === 11 ? null : 10 + index, 100] as const),
);
const groups = groupsOf(byDistrict, 'district', period, places);
const nth = (index: number) => kent.districts[index]!.name;

function answer(part: Partial<MeasureAnswer>): MeasureAnswer {
  return {
    measure: persistent,
    view: { measure: persistent.id, by: null, period: null, district: null, against: null },
    period,
    series: ['2023-24', period],
    figures: { headline: 'none', county: 'none', groups: 'none' },
    targets: [],
    ...part,
  };
}

describe('the gap between groups', () => {
  // Newcombe (1998), example (a)
  const table = fakeTable(
    'persistent_absence',
    [
      shownRow(period, 56, 70, { sex: 'female' }),
      shownRow(period, 48, 80, { sex: 'male' }),
      hiddenRow(period, { sex: 'unknown' }),
    ],
    ['sex'],
  );
  const sexes = groupsOf(table, 'sex', period, places);
  const widest = widestGap(persistent, sexes)!;

  it('is said with both figures, points and times', () => {
    const said = sayWidest(persistent, widest.highest, widest.lowest, widest.gap);
    expect(plain(said)).toMatch(
      /^The gap between \S+ \(80\.0 %\) and \S+ \(60\.0 %\) is 20\.0 points: 1\.33 times as high$/,
    );
    // Katz: 1.3333 / or × exp(1.96 √(1/56 − 1/70 + 1/48 − 1/80)) = exp(0.2139): 1.077 to 1.651
    expect(sayWidestInterval(persistent, widest.gap)).toBe(
      'The 95 % interval of that gap is 5.2 to 33.4 percentage points, or 1.08 to 1.65 times as high.',
    );
  });

  it('that could be chance is said to be', () => {
    // 22 and 20 of 100 differ by 2 points, give or take more than 10
    const close = ['female', 'male'].map((sex, index) => ({
      code: sex,
      name: sex,
      row: shownRow(period, 22 - 2 * index, 100, { sex }),
    }));
    const said = sayWidestInterval(persistent, widestGap(persistent, close)!.gap);
    expect(said).toMatch(/, so it could be chance\.$/);
  });

  it('is a table whose hidden rows hold no number, on the page and in the file', () => {
    const gaps = gapsTo(persistent, sexes, widest.lowest);
    const of = { id: 'sex', label: 'Sex', choosable: false };
    const model = gapTable(persistent, 'Caption', of, gaps);
    expect(model.columns.map(({ id }) => id)).toEqual([
      'sex',
      'value',
      'difference',
      'difference_lower',
      'difference_upper',
      'ratio',
      'ratio_lower',
      'ratio_upper',
      'chance',
    ]);
    expect(model.columns[2]?.label).toBe('Difference, percentage points');
    expect(model.rows.map(({ cells }) => cells.at(-1))).toEqual([
      'more than chance',
      'held against',
      '–',
    ]);
    const last = tableCsv(model, { sample: false, profile: 'Test' }).trim().split('\r\n').at(-1);
    expect(last).toBe('Not recorded,c,c,c,c,c,c,c,–,Test');
  });

  it('has no columns for intervals that a measure does not have', () => {
    const mean: Measure = { ...persistent, kind: 'mean', unit: 'sessions' };
    const of = { id: 'sex', label: 'Sex', choosable: false };
    const model = gapTable(mean, 'Caption', of, gapsTo(mean, sexes, widest.lowest));
    expect(model.columns.map(({ label }) => label)).toEqual([
      'Sex',
      persistent.label,
      'Difference, sessions',
      'Times as high',
    ]);
    expect(sayWidestInterval(mean, gapsTo(mean, sexes, widest.lowest)[0]!)).toBe('');
  });
});

describe('targets', () => {
  const county: Target = {
    measure: 'persistent_absence',
    district: null,
    period,
    target: 0.18,
    floor: 0.21,
  };
  const of = (district: string, target: number, floor: number | null): Target => ({
    ...county,
    district,
    target,
    floor,
  });
  const whole = fakeTable('persistent_absence', [shownRow(period, 3900, 20_000)]);

  it('are held against figures of their own place and period only', () => {
    const figures = placedFigures(
      answer({ figures: { headline: whole, county: whole, groups: whole } }),
      places,
    );
    const held = heldAgainstTargets(persistent, figures, [
      county,
      { ...county, period: '2023-24' },
      { ...county, measure: 'severe_absence' },
      of('E07000114', 0.2, null),
    ]);
    expect(held.map(({ name, rating }) => [name, rating])).toEqual([['Kent', 'amber']]);
    expect(plain(sayTargets(persistent, held))).toBe(
      'Kent misses its persistent absence target of 18.0 % with 19.5 %, and meets the floor of 21.0 %',
    );
    const [row] = targetTable(persistent, 'Caption', held).rows;
    expect(row?.cells.slice(1, 4)).toEqual(
      [0.195, 0.18, 0.21].map((value) => ({ value, status: 'ok' })),
    );
    expect(row?.cells.at(-1)).toBe('misses the target, meets the floor');
  });

  it('of several periods have a row each, and the latest is said', () => {
    const line = fakeTable('persistent_absence', [
      shownRow('2023-24', 2200, 10_000),
      shownRow(period, 1700, 10_000),
    ]);
    const figures = placedFigures(
      answer({ figures: { headline: line, county: line, groups: line } }),
      places,
    );
    const held = heldAgainstTargets(persistent, figures, [
      county,
      { ...county, period: '2023-24' },
    ]);
    const model = targetTable(persistent, 'Caption', held);
    expect(model.rows.map(({ cells }) => [cells[1], cells.at(-1)])).toEqual([
      ['2023/24', 'misses the floor'],
      ['2024/25', 'meets the target'],
    ]);
    expect(plain(sayTargets(persistent, held))).toBe(
      'Kent meets its persistent absence target of 18.0 % with 17.0 %',
    );
  });

  it('do not give a district the county’s target, nor a group', () => {
    const thanet = fakeTable('persistent_absence', [shownRow(period, 30, 100)]);
    const view = { ...answer({}).view, district: 'E07000114', by: 'sex' as const };
    const figures = placedFigures(
      answer({ view, figures: { headline: thanet, county: whole, groups: thanet } }),
      places,
    );
    const held = heldAgainstTargets(persistent, figures, [county]);
    expect(held.map(({ name }) => name)).toEqual(['Kent']);
  });

  it('of districts are counted, each against its own, a hidden one never', () => {
    const view = { ...answer({}).view, by: 'district' as const };
    const figures = placedFigures(
      answer({ view, figures: { headline: whole, county: whole, groups: byDistrict } }),
      places,
    );
    // 10 % meets 10 %; 11 % meets only the floor of 12 %; 12 % misses 11 % without a floor; hidden
    const held = heldAgainstTargets(persistent, figures, [
      of(codeOf(nth(0)), 0.1, 0.12),
      of(codeOf(nth(1)), 0.1, 0.12),
      of(codeOf(nth(2)), 0.11, null),
      of(codeOf(nth(11)), 0.1, 0.12),
    ]);
    expect(plain(sayTargets(persistent, held))).toBe(
      '1 of 3 districts meets its own target, 1 only the floor and 1 neither',
    );
    const states = targetTable(persistent, 'Caption', held).rows.map(({ cells }) => cells.at(-1));
    // 10 of 100 has an interval of 5.5 to 17.4 %, which holds every line here
    expect(states).toEqual([
      'meets the target; could be chance',
      'misses the target, meets the floor; could be chance',
      'misses the target; could be chance',
      '–',
    ]);
    const hidden = targetTable(persistent, 'Caption', held).rows[3]!;
    expect(hidden.cells[4]).toEqual({ value: null, status: 'c' });
  });

  it('are not judged where neither way is better', () => {
    const neutral: Measure = { ...persistent, polarity: 'neutral' };
    const [row] = whole.rows;
    const held = heldAgainstTargets(
      neutral,
      [{ district: null, name: 'Kent', row: row! }],
      [county],
    );
    expect(held[0]?.rating).toBeNull();
    expect(plain(sayTargets(neutral, held))).toBe(
      'Kent has 19.5 %, beside a persistent absence target of 18.0 %',
    );
  });
});

describe('fifths of districts', () => {
  const placed = inFifths(persistent, groups)!;

  it('are told in words for the districts that are shown', () => {
    // Eleven shown: by floor(6 − ceil((12 − rank) × 5 / 11)) ranks 1-3, 4-5, 6-7, 8-9 and 10-11
    const fifthOf = (index: number) =>
      placed.find(({ group }) => group.name === nth(index))?.fifth ?? null;
    expect([...Array(12).keys()].map(fifthOf)).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, null]);
    expect(plain(sayFifths(placed))).toBe(
      `Best fifth: ${nth(2)}, ${nth(1)}, ${nth(0)}. Worst fifth: ${nth(10)}, ${nth(9)}. Hidden: 1 district`,
    );
  });

  it('tell nothing of a hidden district: it stands last and takes no place', () => {
    const model = fifthTable(persistent, 'Caption', { id: 'district', label: 'District' }, placed);
    expect(model.rows.at(-1)?.cells).toEqual([nth(11), { value: null, status: 'c' }, '–']);
    // Without it the others lie in the very same fifths.
    const without = inFifths(
      persistent,
      groups.filter(({ name }) => name !== nth(11)),
    );
    expect(without).toEqual(placed.filter(({ group }) => group.name !== nth(11)));
  });

  it('are not told of numbers, without a better end, of few or where all are alike', () => {
    expect(inFifths({ ...persistent, kind: 'count' }, groups)).toBeNull();
    expect(inFifths({ ...persistent, polarity: 'neutral' }, groups)).toBeNull();
    expect(inFifths(persistent, groups.slice(0, 4))).toBeNull();
    const alike = districtTable('persistent_absence', period, Array(12).fill([10, 100]));
    expect(inFifths(persistent, groupsOf(alike, 'district', period, places))).toBeNull();
  });

  it('leave out people whose district is not known', () => {
    const unknown = { code: 'unknown', name: 'Not known', row: shownRow(period, 90, 100) };
    expect(inFifths(persistent, [...groups, unknown])).toEqual(placed);
  });
});
