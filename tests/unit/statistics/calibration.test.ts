import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationLine,
  calibrationTable,
  type PredictedGroup,
} from '$lib/statistics/calibration';
import {
  fitGeneralisedLinearModel,
  type RegressionFit,
} from '$lib/statistics/generalised_linear_model';
import { interceptColumn, makeDesign, numericColumn } from '$lib/statistics/design_matrix';
import type { Outcome } from '$lib/statistics/outcome';
import { logistic } from '$lib/statistics/response_family';
import { wilsonInterval } from '$lib/statistics/wilson';

function resultOf<T>(outcome: Outcome<T>): T {
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

// The example of Wikipedia's article on the test: volunteers with an A grade by dose of caffeine.
const grades = [10, 13, 17, 15, 10, 5, 4, 3, 3, 1, 0];
const doses = grades.map((_, i) => 50 * i);
const fit: RegressionFit = resultOf(
  fitGeneralisedLinearModel(
    { family: 'binomial', events: grades, trials: grades.map(() => 30) },
    makeDesign([interceptColumn(11), numericColumn('dose', doses)]),
  ),
);
const caffeine: PredictedGroup[] = grades.map((events, i) => ({
  probability: fit.fitted[i]! / 30,
  people: 30,
  events,
}));

describe('calibration in groups', () => {
  it('gives the chi-squared statistic of the caffeine example', () => {
    // By statsmodels 0.15 and scipy: 17.464064501185202 on 9 degrees of freedom, p 0.0419257215.
    const table = resultOf(calibrationTable(caffeine, 11));
    expect(table.statistic).toBeCloseTo(17.4640645012, 8);
    expect(table.degreesOfFreedom).toBe(9);
    expect(table.pValue).toBeCloseTo(0.0419257215, 9);
    expect(table.rows.map((row) => row.events)).toEqual(grades.toReversed());
    expect(table.rows[0]!.expected).toBeCloseTo(30 * 0.04822963, 6);
    expect(table.rows[0]!.interval).toEqual(wilsonInterval(0, 30));
  });

  it('joins the two highest doses to make ten groups of eleven', () => {
    // The same with the two lowest probabilities joined, by numpy and scipy.
    const table = resultOf(calibrationTable(caffeine));
    expect(table.rows).toHaveLength(10);
    expect(table.rows[0]).toMatchObject({ people: 60, events: 1 });
    expect(table.statistic).toBeCloseTo(17.243709, 5);
    expect(table.pValue).toBeCloseTo(0.02766908, 7);
  });

  it('is the sum done by hand on three groups', () => {
    // (12−10)²/(100·0.1·0.9) + (35−40)²/(200·0.2·0.8) + (33−30)²/(100·0.3·0.7)
    const table = resultOf(
      calibrationTable([
        { probability: 0.3, people: 100, events: 33 },
        { probability: 0.1, people: 100, events: 12 },
        { probability: 0.2, people: 100, events: 15 },
        { probability: 0.2, people: 100, events: 20 },
      ]),
    );
    expect(table.rows.map((row) => row.people)).toEqual([100, 200, 100]);
    expect(table.statistic).toBeCloseTo(4 / 9 + 25 / 32 + 9 / 21, 12);
    expect(table.degreesOfFreedom).toBe(1);
  });

  const group = fc
    .record({
      probability: fc.integer({ min: 1, max: 19 }),
      people: fc.integer({ min: 0, max: 500 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ probability, people, share }) => ({
      probability: probability / 20,
      people,
      events: Math.round(share * people),
    }));

  it('keeps everybody, the equal together, and every group as large as asked', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 40 }), (groups) => {
        const outcome = calibrationTable(groups, 10, 10);
        if (outcome.status !== 'ok') return;
        const { rows, statistic } = outcome.result;
        const total = (of: (each: PredictedGroup) => number) =>
          groups.reduce((sum, each) => sum + of(each), 0);
        const sum = (of: 'people' | 'events' | 'expected') =>
          rows.reduce((all, row) => all + row[of], 0);
        expect(rows.length).toBeLessThanOrEqual(10);
        expect(sum('people')).toBe(total((each) => each.people));
        expect(sum('events')).toBe(total((each) => each.events));
        expect(sum('expected')).toBeCloseTo(
          total((each) => each.people * each.probability),
          6,
        );
        for (const { people, events, expected } of rows) {
          expect(Math.min(events, people - events)).toBeGreaterThanOrEqual(10);
          expect(expected).toBeLessThan(people);
        }
        expect(Number.isFinite(statistic)).toBe(true);
      }),
    );
  });

  it('is not available with fewer than three groups, and throws for what is no probability', () => {
    expect(calibrationTable([]).status).toBe('x');
    expect(calibrationTable(caffeine.slice(0, 2)).status).toBe('x');
    expect(() => calibrationTable([{ probability: 0, people: 1, events: 0 }])).toThrow(RangeError);
    expect(() => calibrationLine([{ probability: 1, people: 1, events: 0 }])).toThrow(RangeError);
  });
});

describe('the line of calibration', () => {
  it('is 0 and 1 on the data the model was fitted to', () => {
    const line = resultOf(calibrationLine(caffeine));
    expect(line.intercept).toBeCloseTo(0, 9);
    expect(line.slope).toBeCloseTo(1, 9);
  });

  it('finds by how much predictions exaggerate, and lie too low', () => {
    // Large groups whose log odds are 0.3 + 0.5 times the predicted ones.
    const groups = [-3, -2, -1, 0, 1].map((logOdds) => {
      const people = 1e7;
      const share = logistic(0.3 + 0.5 * logOdds);
      return { probability: logistic(logOdds), people, events: Math.round(people * share) };
    });
    const line = resultOf(calibrationLine(groups));
    expect(line.slope).toBeCloseTo(0.5, 5);
    // With the slope held at 1 the intercept makes expected and observed events equal in all.
    const shifted = groups.reduce(
      (sum, { probability, people }) =>
        sum + people * logistic(Math.log(probability / (1 - probability)) + line.intercept),
      0,
    );
    expect(shifted / groups.reduce((sum, { events }) => sum + events, 0)).toBeCloseTo(1, 9);
    expect(line.intercept).toBeGreaterThan(0);
  });

  it('is not available when everybody was given the same probability', () => {
    const same = { probability: 0.2, people: 100, events: 20 };
    expect(calibrationLine([same, same]).status).toBe('x');
    expect(calibrationLine([{ ...same, events: 3 }]).status).toBe('u');
  });
});
