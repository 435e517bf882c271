import { describe, expect, it } from 'vitest';
import { makeCounts, type CountRow } from '$lib/disclosure/counts';
import { defaultPolicy } from '$lib/disclosure/policy';
import { protect } from '$lib/disclosure/protect';
import type { SafeRow } from '$lib/disclosure/safe_table';
import type { Measure } from '$lib/measures/measure';
import golden from '../../golden/statistics.json';

function figure(measure: Partial<Measure>, row: Partial<CountRow>): SafeRow {
  const counts = makeCounts({
    measure: { id: 'made_up', label: 'Made up', ...measure } as Measure,
    by: [],
    where: {},
    rows: [
      { period: '2024-25', keys: {}, numerator: null, denominator: null, available: true, ...row },
    ],
    made: { sql: 'select 1', parameters: {} },
  });
  return protect(counts, defaultPolicy).rows[0]!;
}

describe('a rate of events', () => {
  it('has exact Poisson limits below 10 events and Byar’s from 10', () => {
    for (const { Numerator, Denominator, value, lower95_0cl, upper95_0cl } of golden[
      'rate_exact_below_10_else_byar'
    ] as unknown as Record<string, number>[]) {
      if (Numerator! <= 5) continue; // hidden
      const row = figure({ kind: 'rate' }, { numerator: Numerator!, denominator: Denominator! });
      expect(100 * row.value.value!).toBeCloseTo(value!, 9);
      expect(100 * row.lower.value!).toBeCloseTo(lower95_0cl!, 6);
      expect(100 * row.upper.value!).toBeCloseTo(upper95_0cl!, 6);
    }
  });

  it('may be above one an head, and is hidden for few people, not for few without', () => {
    expect(figure({ kind: 'rate' }, { numerator: 130, denominator: 100 }).value.value).toBe(1.3);
    expect(figure({ kind: 'rate' }, { numerator: 97, denominator: 100 }).status).toBe('ok');
    const fewPeople = {
      numerator: 30,
      denominator: 100,
      contributors: { numerator: 4, denominator: 100 },
    };
    expect(figure({ kind: 'rate' }, fewPeople).status).toBe('c');
  });
});

describe('a count', () => {
  it('stands alone, with the limits of the count', () => {
    const row = figure({ kind: 'count' }, { numerator: 20 });
    expect(row.denominator).toEqual({ value: null, status: 'z' });
    expect(row.value.value).toBe(20);
    expect(row.lower.value).toBeCloseTo(12.211428834876, 6);
    expect(row.upper.value).toBeCloseTo(30.889880369197, 6);
    expect(figure({ kind: 'count' }, { numerator: 3 }).status).toBe('c');
    expect(figure({ kind: 'count' }, { numerator: 0 }).value.value).toBe(0);
  });
});

describe('a mean', () => {
  it('has no interval', () => {
    const row = figure({ kind: 'mean' }, { numerator: 45, denominator: 10 });
    expect([row.value.value, row.lower.status, row.upper.status]).toEqual([4.5, 'z', 'z']);
  });
});

describe('a length', () => {
  /** Acute myelogenous leukaemia, maintained and not (Miller 1981), in weeks: medians 27 (18 to 43) in R's survival. */
  const ended = [9, 13, 18, 23, 31, 34, 48, 5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45];
  const censored = [13, 28, 45, 161, 16];
  const lengths = [
    ...ended.map((days) => ({ days, ended: 1, stillGoingOn: 0 })),
    ...censored.map((days) => ({ days, ended: 0, stillGoingOn: 1 })),
  ];

  it('is the Kaplan-Meier median, those still going on included', () => {
    const row = figure({ kind: 'length' }, { lengths, denominator: 23 });
    expect(row.numerator).toEqual({ value: null, status: 'z' });
    expect([row.denominator.value, row.value.value]).toEqual([23, 27]);
    expect(row.lower.value).toBeLessThan(27);
    expect(row.upper.value).toBeGreaterThan(27);
  });

  it('is hidden where few are on one side of it, and says when too few have ended', () => {
    const eleven = lengths.slice(0, 11);
    expect(figure({ kind: 'length' }, { lengths: eleven, denominator: 11 }).status).toBe('c');
    // 23 spells leave 5 below the lower quartile
    const quartile = { kind: 'length', quantile: 'lowerQuartile' } as const;
    expect(figure(quartile, { lengths, denominator: 23 }).status).toBe('c');
    const open = Array.from({ length: 40 }, (_, day) => ({
      days: day + 1,
      ended: 0,
      stillGoingOn: 1,
    }));
    expect(figure({ kind: 'length' }, { lengths: open, denominator: 40 }).status).toBe('u');
  });
});
