import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CovariatePattern } from '$lib/models/covariate_patterns';
import { riskPoints, type RiskPoints, type Threshold } from '$lib/models/risk_points';
import { DEFAULT_RISK_POINTS, type PointsFactor } from '$lib/models/risk_points_table';
import { golden } from '../statistics/golden';

const yesNo = (id: string, points: number): PointsFactor => ({
  id,
  label: id,
  levels: [
    { code: 0, label: 'no', points: 0 },
    { code: 1, label: 'yes', points },
  ],
  reference: 0,
});
const table = [yesNo('a', 1), yesNo('b', 2)];

function resultOf(patterns: readonly CovariatePattern[], of = table): RiskPoints {
  const outcome = riskPoints({ table: of, patterns });
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

const pattern = (levels: number[], people: number, events: number) => ({ levels, people, events });
const figuresAt = (thresholds: readonly Threshold[], points: number) => {
  const found = thresholds.find((threshold) => threshold.points === points)!.figures;
  if (found.status !== 'ok') throw new Error(found.because);
  return found.result;
};

describe('the points to begin with', () => {
  it('are those of the domain rules', () => {
    const points = Object.fromEntries(
      DEFAULT_RISK_POINTS.map(({ id, levels }) => [id, levels.map((level) => level.points)]),
    );
    expect(points).toEqual({
      attendance: [0, 1, 2],
      english_additional_language: [0, 1],
      special_educational_needs: [0, 1, 2],
      exclusion: [0, 1, 2],
      alternative_provision: [0, 1],
      looked_after: [0, 2],
      pregnant_or_parent: [0, 2],
      free_school_meals: [0, 2],
      carer: [0, 2],
      youth_justice: [0, 2],
    });
  });
});

describe('risk points', () => {
  // Points:   0 → 8000 people, 200 with the outcome;  1 → 1000, 100;  2 → 700, 120;  3 → 300, 80.
  const patterns = [
    pattern([0, 0], 8000, 200),
    pattern([1, 0], 1000, 100),
    pattern([0, 1], 700, 120),
    pattern([1, 1], 300, 80),
  ];
  const result = resultOf(patterns);

  it('count by hand what each threshold picks out', () => {
    expect(result).toMatchObject({ people: 10_000, events: 500 });
    expect(result.thresholds.map(({ points }) => points)).toEqual([1, 2, 3]);
    const two = figuresAt(result.thresholds, 2);
    expect(two.flagged).toBe(1000);
    expect(two.flaggedShare.value).toBe(0.1);
    expect(two.recall.value).toBe(0.4);
    expect(two.precision.value).toBe(0.2);
    expect(two.sentence).toBe(
      '2 points or more would pick out 10.0\u00a0% of people and 40.0\u00a0% of those with the outcome; ' +
        'of the people picked out, 20.0\u00a0% had it.',
    );
    const three = figuresAt(result.thresholds, 3);
    expect([three.recall.value, three.precision.value]).toEqual([80 / 500, 80 / 300]);
  });

  it('have the published Wilson limits', () => {
    // 65 of 100: the domain's golden values.
    const row = golden.proportion.find((each) => each.Numerator === 65)!;
    expect(row.Denominator).toBe(100);
    const { thresholds } = resultOf([pattern([0, 0], 900, 100), pattern([1, 0], 100, 65)]);
    const { precision } = figuresAt(thresholds, 1);
    expect(precision.lower * row.multiplier).toBeCloseTo(row.lower95_0cl, 9);
    expect(precision.upper * row.multiplier).toBeCloseTo(row.upper95_0cl, 9);
  });

  it('have the area under the curve counted over all pairs by hand', () => {
    // Pairs won: a person with the outcome against those without who have fewer points, ties half.
    const others = [7800, 900, 580, 220];
    const events = [200, 100, 120, 80];
    let won = 0;
    for (const [i, e] of events.entries())
      for (const [j, o] of others.entries()) won += e * o * (i > j ? 1 : i === j ? 0.5 : 0);
    const area = result.areaUnderCurve;
    expect(area.status === 'ok' && area.result.area).toBeCloseTo(won / (500 * 9500), 12);
  });

  it('are as the reader sets them', () => {
    const equal = resultOf(patterns, [yesNo('a', 1), yesNo('b', 1)]);
    expect(equal.thresholds.map(({ points }) => points)).toEqual([1, 2]);
    expect(figuresAt(equal.thresholds, 1).flagged).toBe(2000);
    const none = resultOf(patterns, [yesNo('a', 0), yesNo('b', 0)]);
    expect(none.thresholds).toEqual([]);
    expect(none.areaUnderCurve.status).toBe('u');
  });

  it('leave small groups unanswered, and differences that are small', () => {
    const few = resultOf([...patterns.slice(0, 3), pattern([1, 1], 40, 9)]);
    expect(few.thresholds[2]).toMatchObject({ points: 3, figures: { status: 'u' } });
    expect(few.thresholds[1]!.figures.status).toBe('ok');
    // Between 3 points and 2 there are only 4 people.
    const close = resultOf([
      pattern([0, 0], 8000, 200),
      pattern([1, 0], 1000, 100),
      pattern([0, 1], 4, 2),
      pattern([1, 1], 300, 80),
    ]);
    expect(close.thresholds.map(({ figures }) => figures.status)).toEqual(['ok', 'u', 'ok']);
    // Nobody has exactly 2: the same people as with 3.
    const gap = resultOf([...patterns.slice(0, 2), ...patterns.slice(3)]);
    expect(figuresAt(gap.thresholds, 2).flagged).toBe(figuresAt(gap.thresholds, 3).flagged);
  });

  it('are not available without people, and not sure with few outcomes', () => {
    expect(riskPoints({ table, patterns: [] }).status).toBe('x');
    expect(riskPoints({ table, patterns: [pattern([0, 0], 100, 9)] }).status).toBe('u');
    expect(riskPoints({ table, patterns: [pattern([0, 0], 100, 91)] }).status).toBe('u');
  });

  it('throw for codes, counts and points that cannot be', () => {
    expect(() => riskPoints({ table, patterns: [pattern([2, 0], 1, 0)] })).toThrow(RangeError);
    expect(() => riskPoints({ table, patterns: [pattern([0], 1, 0)] })).toThrow(RangeError);
    expect(() =>
      riskPoints({ table: [yesNo('a', 0.5)], patterns: [pattern([0], 100, 50)] }),
    ).toThrow(RangeError);
  });

  it('stop when they are no longer wanted', () => {
    const run = { signal: AbortSignal.abort() };
    expect(() => riskPoints({ table, patterns }, run)).toThrow(/abort/i);
  });

  it('flag fewer, and never more of those with the outcome, as the threshold rises', () => {
    const any = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 1 }),
          fc.integer({ min: 0, max: 1 }),
          fc.nat({ max: 500 }),
          fc.nat({ max: 200 }),
        )
        .map(([a, b, others, events]) => pattern([a, b], others + events, events)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(any, (given) => {
        const outcome = riskPoints({ table, patterns: given });
        if (outcome.status !== 'ok') return;
        const { thresholds, people, events } = outcome.result;
        const shown = thresholds.flatMap(({ figures }) =>
          figures.status === 'ok' ? figures.result : [],
        );
        for (const [i, { flagged, flaggedShare, recall, precision }] of shown.entries()) {
          expect(flagged).toBeLessThanOrEqual(shown[i - 1]?.flagged ?? people);
          expect(recall.value).toBeLessThanOrEqual(shown[i - 1]?.recall.value ?? 1);
          // Both ways of counting the people picked out who had the outcome.
          expect(precision.value * flagged).toBeCloseTo(recall.value * events, 8);
          expect(flaggedShare.value * people).toBeCloseTo(flagged, 8);
          expect(flagged).toBeGreaterThanOrEqual(20);
        }
      }),
    );
  });
});
