import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kent } from '$lib/county';
import {
  measureViewFromFragment,
  measureViewToFragment,
  viewOf,
  type MeasureLimits,
  type MeasureView,
} from '$lib/explore/measure_view';
import { catalogue, measureNamed } from '$lib/measures/catalogue';

const limits: MeasureLimits = {
  measures: catalogue,
  districts: kent.districts.map(({ code }) => code),
};
const [first] = catalogue;
const plain: MeasureView = {
  measure: first!.id,
  by: null,
  period: null,
  district: null,
  against: null,
};

describe('the view of a measure in the fragment', () => {
  it('is empty for what is shown at first', () => {
    expect(measureViewToFragment(plain, limits)).toBe('');
    expect(measureViewFromFragment('', limits)).toEqual({ view: plain, measure: first, notes: [] });
  });

  it('reads back what it wrote', () => {
    const example = {
      academic_year: '2024-25',
      year_to_date: '2024-25-ytd',
      term: '2024-25-t3',
      month_end: '2025-01',
      month: '2025-01',
      twelve_months: '2025-01-r12',
      december_to_february: '2025-djf',
    } as const;
    const views = fc.constantFrom(...catalogue).chain((measure) =>
      fc.record({
        measure: fc.constant(measure.id),
        by: fc.constantFrom(null, ...measure.dimensions),
        period: fc.constantFrom(null, ...measure.periodBases.map((basis) => example[basis])),
        district:
          measure.dimensions.includes('district') || measure.dimensions.includes('home_district')
            ? fc.constantFrom(null, ...limits.districts)
            : fc.constant(null),
        against: fc.constantFrom(null, 'rest', 'E07000114', 'early_help + housing'),
      }),
    );
    fc.assert(
      fc.property(views, (drawn) => {
        // There is nothing to hold against anything where nothing is split.
        const view = { ...drawn, against: drawn.by === null ? null : drawn.against };
        const read = measureViewFromFragment(`#${measureViewToFragment(view, limits)}`, limits);
        expect(read?.view).toEqual(view);
        expect(read?.notes).toEqual([]);
      }),
    );
  });

  it('leaves out what the link names wrongly, with a note each', () => {
    const read = measureViewFromFragment(
      '#v=1&measure=persistent_absence&by=shoe_size&period=2025-01&district=E07000999',
      limits,
    );
    expect(read?.view).toEqual({
      measure: 'persistent_absence',
      by: null,
      period: null,
      district: null,
      against: null,
    });
    expect(read?.notes).toHaveLength(3);
    expect(read?.notes[0]).toContain('“shoe_size”');
  });

  it('keeps the rest of a link whose measure does not exist', () => {
    const read = measureViewFromFragment('#v=1&measure=happiness&district=E07000114', limits);
    expect(read?.view.measure).toBe(first?.id);
    expect(read?.view.district).toBe('E07000114');
    expect(read?.notes).toHaveLength(1);
  });

  it('starts with the kinds of a measure that tells kinds apart', () => {
    const read = measureViewFromFragment('#v=1&measure=absence_bands', limits);
    expect(read?.view.by).toBe('absence_band');
    expect(measureViewFromFragment('#v=1&measure=absence_bands&by=time', limits)?.view.by).toBe(
      null,
    );
    expect(measureViewToFragment(read!.view, limits)).toBe('v=1&measure=absence_bands');
  });

  it('holds groups against one only where they are split, and only by a code', () => {
    const link = (fields: string) =>
      measureViewFromFragment(`#v=1&measure=persistent_absence&${fields}`, limits);
    expect(link('by=sex&against=female')?.view.against).toBe('female');
    expect(link('against=female')?.view.against).toBeNull();
    expect(link('against=female')?.notes).toHaveLength(1);
    expect(link('by=sex&against=%3Cb%3E')?.view.against).toBeNull();
  });

  it('says when another version made it', () => {
    expect(measureViewFromFragment('#v=2', limits)?.notes).toHaveLength(1);
  });

  it('answers nothing where there is no measure', () => {
    expect(measureViewFromFragment('', { measures: [], districts: [] })).toBeNull();
  });
});

describe('the same view of another measure', () => {
  it('keeps what that one can show and drops the rest', () => {
    const neet = measureNamed('neet')!;
    const view: MeasureView = {
      measure: 'persistent_absence',
      by: 'phase',
      period: '2024-25-t1',
      district: 'E07000114',
      against: 'secondary',
    };
    expect(viewOf(neet, view)).toEqual({
      measure: 'neet',
      by: null,
      period: null,
      district: 'E07000114',
      against: null,
    });
    const bands = measureNamed('absence_bands')!;
    expect(viewOf(bands, { ...view, by: null }).by).toBe('absence_band');
    expect(
      viewOf(neet, { ...view, by: 'sex', against: 'female', period: '2025-djf' }),
    ).toMatchObject({
      by: 'sex',
      against: 'female',
      period: '2025-djf',
    });
  });
});
