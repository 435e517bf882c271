import { describe, expect, test } from 'vitest';
import { kent } from '$lib/county';
import { measureNamed } from '$lib/measures/catalogue';
import type { Measure } from '$lib/measures/measure';
import { districtMap } from '$lib/topics/drawn/pictures';
import { filtersIgnored, monthsFor, periodFor, whereFor, type Scope } from '$lib/topics/scope';
import { nothingIn, placeInWords } from '$lib/topics/topic_words';
import { defaultView, type View } from '$lib/view/view';

const measure = (id: string): Measure => measureNamed(id)!;
const months = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });

/** Registers of 2023/24 and of terms 1 and 2 of 2024/25, NEET records from September 2023 to July 2025. */
const scope = (view: Partial<View> = {}, year = '2024-25'): Scope => ({
  purpose: 'several',
  view: { ...defaultView, ...view },
  year,
  county: kent,
  coverage: {
    absenceYears: [2023, 2024],
    absenceYearsToDate: [2023, 2024],
    absenceTerms: [
      { academicYear: 2023, term: 6 },
      { academicYear: 2024, term: 1 },
      { academicYear: 2024, term: 2 },
    ],
    activityMonths: months(2023 * 12 + 8, 2025 * 12 + 6),
    serviceMonths: months(2023 * 12 + 8, 2025 * 12 + 6),
  } as unknown as Scope['coverage'],
  holdings: new Set(),
});

describe('the period of a measure', () => {
  test('is the headline, the year, or the last month of the year shown', () => {
    expect(periodFor(measure('neet'), scope())).toBe('2025-djf');
    expect(periodFor(measure('persistent_absence'), scope())).toBe('2024-25');
    expect(periodFor(measure('participation'), scope())).toBe('2025-07');
    expect(periodFor(measure('neet'), scope({}, '2023-24'))).toBe('2024-djf');
  });

  test('is the term or the year to date that is asked for, where the measure has such', () => {
    expect(periodFor(measure('persistent_absence'), scope({ part: 't1' }))).toBe('2024-25-t1');
    expect(periodFor(measure('persistent_absence'), scope({ part: 'ytd' }))).toBe('2024-25-ytd');
    expect(periodFor(measure('neet'), scope({ part: 't1' }))).toBe('2025-djf');
  });

  test('is none where the extracts hold none of it in the year', () => {
    expect(periodFor(measure('neet'), scope({}, '2019-20'))).toBeNull();
  });
});

test('months are those of the year and the year before that the extracts hold', () => {
  const held = monthsFor(measure('neet'), scope());
  expect(held[0]).toBe('2023-09');
  expect(held.at(-1)).toBe('2025-07');
  expect(held).toHaveLength(23);
  expect(monthsFor(measure('persistent_absence'), scope())).toEqual([]);
});

describe('filters', () => {
  const view: Partial<View> = {
    districts: ['E07000114'],
    groups: { sex: ['F'], phase: ['primary'] },
  };

  test('are followed as far as the measure knows them', () => {
    expect(whereFor(measure('neet'), scope(view))).toEqual({ district: ['E07000114'], sex: ['F'] });
    expect(filtersIgnored(measure('neet'), scope(view))).toEqual(['phase']);
    expect(filtersIgnored(measure('persistent_absence'), scope(view))).toEqual([]);
  });

  test('leave out what a picture is split by, so that its other marks stay', () => {
    expect(whereFor(measure('neet'), scope(view), ['district'])).toEqual({ sex: ['F'] });
    expect(whereFor(measure('neet'), scope(view), ['sex'])).toEqual({ district: ['E07000114'] });
  });

  test('are said in words', () => {
    expect(placeInWords(scope(view))).toBe('Thanet, Sex: Female, School phase: Primary');
    expect(placeInWords(scope(view), ['district'])).toBe(
      'Kent, Sex: Female, School phase: Primary',
    );
  });
});

describe('months that were chosen', () => {
  const chosen = (from: string, to: string) => scope({ months: { from, to } });

  test('show a measure of months at the last of them that is held', () => {
    expect(periodFor(measure('neet'), chosen('2024-11', '2025-03'))).toBe('2025-03');
    expect(periodFor(measure('participation'), chosen('2025-06', '2025-08'))).toBe('2025-07');
  });

  test('show the NEET headline when they are its three months', () => {
    expect(periodFor(measure('neet'), chosen('2024-12', '2025-02'))).toBe('2025-djf');
    expect(periodFor(measure('participation'), chosen('2024-12', '2025-02'))).toBe('2025-02');
  });

  test('leave a measure of years in its year, and one of months without them as it was', () => {
    expect(periodFor(measure('persistent_absence'), chosen('2024-11', '2025-03'))).toBe('2024-25');
    expect(periodFor(measure('participation'), chosen('2030-01', '2030-02'))).toBe('2025-07');
  });
});

test('a panel with nothing to ask names the table that is missing, or else the period', () => {
  const absence = measure('persistent_absence');
  expect(nothingIn(absence, scope())).toMatch(/^Persistent absence needs people and s/);
  const holdings = new Set(['attendance', 'people', 'schools', 'enrolments']);
  expect(nothingIn(absence, { ...scope(), holdings })).toMatch(/hold no whole period/);
});

test('a map of the districts asks for all of them and the whole, whichever is chosen', () => {
  const chosen = scope({ districts: ['E07000114'], groups: { sex: ['F'] } });
  const request = { measure: 'persistent_absence', where: { sex: ['F'] } };
  const periods = [periodFor(measure('persistent_absence'), chosen)];
  expect(periods).toEqual(['2024-25']);
  expect(districtMap('persistent_absence').asks(chosen)).toEqual({
    groups: { ...request, periods, by: ['district'] },
    whole: { ...request, periods, by: [] },
  });
});
