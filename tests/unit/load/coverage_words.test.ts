import { describe, expect, it } from 'vitest';
import { monthsInWords, yearsCovered } from '$lib/load/coverage_words';

describe('the months covered', () => {
  it('are spans, broken where a month is missing', () => {
    const months = ['2024-11-01', '2024-12-01', '2025-01-01', '2025-03-01'];
    expect(monthsInWords(months)).toBe('November 2024 to January 2025 and March 2025');
    expect(monthsInWords([])).toBe('no month');
  });
});

describe('the academic years covered', () => {
  const years = yearsCovered({
    absenceYears: [2021, 2022, 2023],
    absenceYearsToDate: [2022, 2023],
    absenceTerms: [
      ...[1, 2, 3, 4, 5, 6].map((term) => ({ academicYear: 2022, term })),
      { academicYear: 2023, term: 1 },
      { academicYear: 2023, term: 3 },
    ],
    activityMonths: [],
    serviceMonths: [],
    lastMonth: null,
    years: {
      exclusions: [],
      enforcements: [],
      licences: [],
      guarantees: [],
      registers: [2022, 2023],
    },
    lastSession: { 2022: '2023-07-25', 2023: '2024-02-09' },
  });

  it('come latest first, with their terms and last session', () => {
    expect(years).toEqual([
      { year: '2023/24', terms: 'terms 1 and 3', lastSession: '9 February 2024' },
      { year: '2022/23', terms: 'terms 1 to 6', lastSession: '25 July 2023' },
      { year: '2021/22', terms: 'the year as a whole', lastSession: null },
    ]);
  });
});
