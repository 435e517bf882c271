import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, type ScoredGroup } from '$lib/statistics/area_under_curve';

// The data set aSAH of R's pROC: 113 people after a subarachnoid haemorrhage (Turck and others, 2010),
// those with a poor outcome against those with a good one.

/** By the grade of the World Federation of Neurological Surgeons, 1 to 5. */
const grades: ScoredGroup[] = [
  { score: 1, events: 2, others: 37 },
  { score: 2, events: 12, others: 20 },
  { score: 3, events: 1, others: 3 },
  { score: 4, events: 8, others: 8 },
  { score: 5, events: 18, others: 4 },
];

const one = (of: 'events' | 'others') => (score: number) => ({
  score,
  events: of === 'events' ? 1 : 0,
  others: of === 'others' ? 1 : 0,
});

/** By the nucleoside diphosphate kinase A in their blood, µg/L. */
const kinase: ScoredGroup[] = [
  ...[
    3.87, 5.18, 5.19, 5.37, 7.42, 8.23, 8.38, 8.9, 9.57, 9.63, 9.85, 10.4, 11.09, 11.6, 11.67,
    11.72, 12.22, 12.75, 12.9, 13.2, 13.56, 13.67, 14.04, 14.26, 15.54, 15.89, 15.96, 17.4, 21.22,
    21.48, 21.57, 21.93, 22.63, 32.37, 32.41, 34.06, 40.34, 47.61, 54.82, 72.57, 419.19,
  ].map(one('events')),
  ...[
    3.01, 4.61, 5.03, 6.0, 6.01, 6.29, 6.3, 6.39, 6.54, 6.59, 6.79, 7.06, 7.63, 7.66, 7.75, 7.96,
    8.02, 8.09, 8.53, 8.54, 9.01, 9.44, 9.44, 9.47, 9.63, 9.7, 9.8, 9.81, 9.83, 9.95, 10.33, 10.42,
    10.51, 10.55, 10.6, 10.83, 11.07, 11.68, 11.73, 11.97, 12.53, 12.57, 12.59, 12.67, 12.71, 12.8,
    12.9, 12.98, 13.12, 13.41, 13.45, 13.87, 14.34, 14.57, 15.54, 16.11, 17.21, 17.3, 17.86, 18.21,
    19.46, 20.75, 22.27, 22.43, 24.58, 27.19, 28.49, 41.43, 46.83, 49.94, 58.83, 80.3,
  ].map(one('others')),
];

function resultOf(groups: readonly ScoredGroup[]) {
  const outcome = areaUnderCurve(groups);
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

describe('the area under the curve', () => {
  it('has the variance that pROC publishes for the graded data', () => {
    // pROC, tests/testthat/test-var.R.
    expect(resultOf(grades).variance).toBeCloseTo(0.00146991470882363, 15);
    expect(resultOf(kinase).variance).toBeCloseTo(0.0031908105493913, 15);
  });

  it('has the area and the DeLong interval that pROC publishes', () => {
    // pROC, tests/testthat/test-ci.auc.R.
    const { area, interval } = resultOf(kinase);
    expect(interval.lower).toBeCloseTo(0.501244999271703, 14);
    expect(area).toBeCloseTo(0.611957994579946, 14);
    expect(interval.upper).toBeCloseTo(0.722670989888189, 14);
    // Robin and others (2011), BMC Bioinformatics 12, figure 1: 82.4 % for the grades.
    expect(resultOf(grades).area).toBeCloseTo(0.824, 3);
  });

  const group = fc.record({
    score: fc.integer({ min: 0, max: 6 }),
    events: fc.integer({ min: 0, max: 8 }),
    others: fc.integer({ min: 0, max: 8 }),
  });
  const groups = fc.array(group, { minLength: 8, maxLength: 14 });

  it('and its variance are those of all pairs of people, taken one by one', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const outcome = areaUnderCurve(given);
        if (outcome.status !== 'ok') return;
        const scores = (of: 'events' | 'others') =>
          given.flatMap((each) => Array.from({ length: each[of] }, () => each.score));
        const [cases, controls] = [scores('events'), scores('others')];
        const win = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0);
        const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
        const spread = (values: number[]) =>
          values.reduce((sum, v) => sum + (v - mean(values)) ** 2, 0) / (values.length - 1);
        const ofCases = cases.map((x) => mean(controls.map((y) => win(x, y))));
        const ofControls = controls.map((y) => mean(cases.map((x) => win(x, y))));
        expect(outcome.result.area).toBeCloseTo(mean(ofCases), 12);
        expect(outcome.result.variance).toBeCloseTo(
          spread(ofCases) / cases.length + spread(ofControls) / controls.length,
          12,
        );
      }),
    );
  });

  it('turns over with the outcome, and does not mind the order or how people are grouped', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const outcome = areaUnderCurve(given);
        const turned = areaUnderCurve(
          given.map(({ score, events, others }) => ({ score, events: others, others: events })),
        );
        const split = areaUnderCurve(
          given.toReversed().flatMap(({ score, events, others }) => [
            { score, events, others: 0 },
            { score, events: 0, others },
          ]),
        );
        expect(turned.status).toBe(outcome.status);
        expect(split.status).toBe(outcome.status);
        if (outcome.status !== 'ok' || turned.status !== 'ok' || split.status !== 'ok') return;
        expect(turned.result.area).toBeCloseTo(1 - outcome.result.area, 12);
        expect(turned.result.variance).toBeCloseTo(outcome.result.variance, 12);
        expect(split.result.area).toBeCloseTo(outcome.result.area, 12);
      }),
    );
  });

  it('is not available without both outcomes, and not sure with fewer than 10 of either', () => {
    const score = 1;
    expect(areaUnderCurve([]).status).toBe('x');
    expect(areaUnderCurve([{ score, events: 50, others: 0 }]).status).toBe('x');
    expect(areaUnderCurve([...grades.slice(0, 1)]).status).toBe('u');
    expect(areaUnderCurve([{ score, events: 50, others: 50 }]).status).toBe('u');
    expect(
      areaUnderCurve([
        { score: 1, events: 0, others: 50 },
        { score: 2, events: 50, others: 0 },
      ]).status,
    ).toBe('u');
  });

  it('throws when a score or a count cannot be', () => {
    expect(() => areaUnderCurve([{ score: NaN, events: 1, others: 1 }])).toThrow(RangeError);
    expect(() => areaUnderCurve([{ score: 1, events: -1, others: 1 }])).toThrow(RangeError);
  });
});
