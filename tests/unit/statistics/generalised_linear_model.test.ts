import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indicatorColumns,
  interceptColumn,
  makeDesign,
  numericColumn,
} from '$lib/statistics/design_matrix';
import {
  fitGeneralisedLinearModel,
  reachOf,
  type RegressionFit,
} from '$lib/statistics/generalised_linear_model';
import type { Outcome } from '$lib/statistics/outcome';
import { logistic, type GroupedResponse } from '$lib/statistics/response_family';
import { seededRandom } from '$lib/statistics/seeded_random';

function resultOf<T>(outcome: Outcome<T>): T {
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

function expectCoefficients(fit: RegressionFit, published: [number, number][], digits: number) {
  expect(fit.coefficients).toHaveLength(published.length);
  for (const [i, [estimate, standardError]] of published.entries()) {
    expect(fit.coefficients[i]!.estimate).toBeCloseTo(estimate, digits);
    expect(fit.coefficients[i]!.standardError).toBeCloseTo(standardError, digits);
  }
}

const levels = (...labels: string[]) => labels.map((label, code) => ({ code, label }));
const repeat = (length: number, value: (row: number) => number) =>
  Array.from({ length }, (_, row) => value(row));

// The examples of R's ?predict.glm: Venables and Ripley (2002), Modern Applied Statistics with S,
// pp. 190-2, budworms of each sex dying at six doses, 20 in each group. Printed by R's own tests
// (tests/Examples/stats-Ex.Rout.save).
const budworms = {
  response: {
    family: 'binomial',
    events: [1, 4, 9, 13, 18, 20, 0, 2, 6, 10, 12, 16],
    trials: repeat(12, () => 20),
  },
  design: makeDesign([
    interceptColumn(12),
    numericColumn(
      'male',
      repeat(12, (row) => (row < 6 ? 1 : 0)),
    ),
    numericColumn(
      'dose',
      repeat(12, (row) => row % 6),
    ),
    numericColumn(
      'male and dose',
      repeat(12, (row) => (row < 6 ? row : 0)),
    ),
  ]),
} as const;

// Dobson (1990), An Introduction to Generalized Linear Models, p. 93: the example of R's ?glm.
const dobson = {
  events: [18, 17, 15, 20, 10, 20, 25, 13, 12],
  design: makeDesign([
    interceptColumn(9),
    ...indicatorColumns(
      'outcome',
      repeat(9, (row) => row % 3),
      levels('1', '2', '3'),
      0,
    ),
    ...indicatorColumns(
      'treatment',
      repeat(9, (row) => Math.floor(row / 3)),
      levels('1', '2', '3'),
      0,
    ),
  ]),
};

// McCullagh and Nelder (1989), 6.3.2: damage to ships, by type, years of construction (1960-64 to
// 1975-79) and period of operation; months of service and incidents, as in MASS::ships.
const ships = (
  [
    'A 127 0 63 0 1095 3 1095 4 1512 6 3353 18 0 0 2244 11',
    'B 44882 39 17176 29 28609 58 20370 53 7064 12 13099 44 0 0 7117 18',
    'C 1179 1 552 1 781 0 676 1 783 6 1948 2 0 0 274 1',
    'D 251 0 105 0 288 0 192 0 349 2 1208 11 0 0 2051 4',
    'E 45 0 0 0 789 7 437 7 1157 5 2161 12 0 0 542 1',
  ] as const
).flatMap((line, type) => {
  const numbers = line.slice(2).split(' ').map(Number);
  return repeat(8, (i) => i)
    .map((i) => ({ type, i, service: numbers[2 * i]!, incidents: numbers[2 * i + 1]! }))
    .filter(({ service }) => service > 0);
});
const shipsDesign = makeDesign([
  interceptColumn(ships.length),
  ...indicatorColumns(
    'type',
    ships.map((row) => row.type),
    levels('A', 'B', 'C', 'D', 'E'),
    0,
  ),
  ...indicatorColumns(
    'built',
    ships.map((row) => Math.floor(row.i / 2)),
    levels('60', '65', '70', '75'),
    0,
  ),
  numericColumn(
    'period 75',
    ships.map((row) => row.i % 2),
  ),
]);
const shipsResponse = {
  events: ships.map((row) => row.incidents),
  offset: ships.map((row) => Math.log(row.service)),
};

describe('logistic regression', () => {
  it('gives R’s coefficients for the budworms of Venables and Ripley', () => {
    const fit = resultOf(fitGeneralisedLinearModel(budworms.response, budworms.design));
    expectCoefficients(
      fit,
      [
        [-2.9935, 0.5527],
        [0.175, 0.7783],
        [0.906, 0.1671],
        [0.3529, 0.27],
      ],
      4,
    );
    expect(fit.deviance).toBeCloseTo(4.9937, 4);
    expect(fit.degreesOfFreedom).toBe(8);
    expect(fit.aliased).toEqual([]);
    // The same by statsmodels 0.15 to ten digits, with Pearson's statistic, which R does not print.
    expect(fit.coefficients[2]!.estimate).toBeCloseTo(0.9060364355, 9);
    expect(fit.coefficients[2]!.standardError).toBeCloseTo(0.1671016604, 9);
    expect(fit.pearson).toBeCloseTo(3.5046938293, 9);
  });

  it('gives Dobson’s coefficients for the beetles of Bliss, where a whole group died', () => {
    // Dobson (1990), table 8.4: beetles killed by carbon disulphide at eight doses.
    const dose = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.861, 1.8839];
    const fit = resultOf(
      fitGeneralisedLinearModel(
        {
          family: 'binomial',
          events: [6, 13, 18, 28, 52, 53, 61, 60],
          trials: [59, 60, 62, 56, 63, 59, 62, 60],
        },
        makeDesign([interceptColumn(8), numericColumn('dose', dose)]),
      ),
    );
    expectCoefficients(
      fit,
      [
        [-60.717, 5.181],
        [34.27, 2.912],
      ],
      3,
    );
    expect(fit.deviance).toBeCloseTo(11.232, 3);
    const expected = [3.46, 9.84, 22.45, 33.9, 50.1, 53.29, 59.22, 58.74];
    for (const [row, deaths] of expected.entries()) expect(fit.fitted[row]).toBeCloseTo(deaths, 2);
  });

  it('with a quasi family gives Crawley’s coefficients for the germination of broomrape', () => {
    // Crowder (1978); Crawley (2007), The R Book, 16.5: dispersion 1.861832, deviance 33.278 on 17.
    const seeds = [10, 23, 23, 26, 17, 5, 53, 55, 32, 46, 10, 8, 10, 8, 23, 0, 3, 22, 15, 32, 3];
    const sown = [39, 62, 81, 51, 39, 6, 74, 72, 51, 79, 13, 16, 30, 28, 45, 4, 12, 41, 30, 51, 7];
    const a75 = repeat(21, (row) => (row < 11 ? 1 : 0));
    const cucumber = repeat(21, (row) => ((row >= 5 && row < 11) || row >= 16 ? 1 : 0));
    const fit = resultOf(
      fitGeneralisedLinearModel(
        { family: 'quasi-binomial', events: seeds, trials: sown },
        makeDesign([
          interceptColumn(21),
          numericColumn('a75', a75),
          numericColumn('cucumber', cucumber),
          numericColumn(
            'both',
            a75.map((value, row) => value * cucumber[row]!),
          ),
        ]),
      ),
    );
    expectCoefficients(
      fit,
      [
        [-0.4122, 0.2513],
        [-0.1459, 0.3045],
        [0.5401, 0.3409],
        [0.7781, 0.4181],
      ],
      4,
    );
    expect(fit.dispersion).toBeCloseTo(1.861832, 6);
    expect(fit.deviance).toBeCloseTo(33.278, 3);
    // Student's t on 17 degrees of freedom: 2.110 in every table.
    expect(reachOf(fit)).toBeCloseTo(2.11, 3);
  });
});

describe('Poisson regression', () => {
  it('gives R’s figures for Dobson’s randomised controlled trial', () => {
    const fit = resultOf(
      fitGeneralisedLinearModel({ family: 'Poisson', events: dobson.events }, dobson.design),
    );
    // ?glm prints estimates to four places; ?confint the normal intervals to seven.
    expectCoefficients(
      fit,
      [
        [3.0445, 0.1709],
        [-0.4543, 0.2022],
        [-0.293, 0.1927],
        [0, 0.2],
        [0, 0.2],
      ],
      4,
    );
    expect(fit.deviance).toBeCloseTo(5.1291, 4);
    const intervals = [
      [2.7095672, 3.37947764],
      [-0.8505027, -0.05800787],
      [-0.6707552, 0.08478093],
      [-0.3919928, 0.39199279],
    ] as const;
    for (const [i, [lower, upper]] of intervals.entries()) {
      const { estimate, standardError } = fit.coefficients[i]!;
      expect(estimate - reachOf(fit) * standardError).toBeCloseTo(lower, 7);
      expect(estimate + reachOf(fit) * standardError).toBeCloseTo(upper, 7);
    }
  });

  it('with a quasi family gives R’s dispersion, 1.2933, and errors √1.2933 times as large', () => {
    // R's ?sigma: sigma(update(glm.D93, family = quasipoisson())) is 1.137234.
    const fit = resultOf(
      fitGeneralisedLinearModel({ family: 'quasi-Poisson', events: dobson.events }, dobson.design),
    );
    expect(fit.dispersion).toBeCloseTo(1.2933, 4);
    expect(fit.coefficients[3]!.standardError).toBeCloseTo(0.2 * 1.137234, 6);
  });

  it('with an offset gives the published coefficients of the ships', () => {
    const fit = resultOf(
      fitGeneralisedLinearModel({ family: 'Poisson', ...shipsResponse }, shipsDesign),
    );
    // As R prints summary(glm(incidents ~ type + year + period + offset(log(service)), poisson)).
    expectCoefficients(
      fit,
      [
        [-6.4059, 0.21744],
        [-0.54334, 0.17759],
        [-0.6874, 0.32904],
        [-0.07596, 0.29058],
        [0.32558, 0.23588],
        [0.69714, 0.14964],
        [0.81843, 0.16977],
        [0.45343, 0.23317],
        [0.38447, 0.11827],
      ],
      4,
    );
    expect(fit.deviance).toBeCloseTo(38.695, 3);
    expect(fit.degreesOfFreedom).toBe(25);
    // McCullagh and Nelder give the over-dispersion as 1.69.
    expect(fit.dispersion).toBeCloseTo(1.69, 2);
  });
});

describe('a generalised linear model', () => {
  const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });

  it('of one factor has the log odds of each level, and Woolf’s standard errors', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 6 }), (shares) => {
        const trials = shares.map((_, i) => 400 + 50 * i);
        const events = shares.map((value, i) => Math.round(value * trials[i]!));
        const codes = shares.map((_, i) => i);
        const fit = resultOf(
          fitGeneralisedLinearModel(
            { family: 'binomial', events, trials },
            makeDesign([
              interceptColumn(codes.length),
              ...indicatorColumns('f', codes, levels(...codes.map(String)), 0),
            ]),
          ),
        );
        const odds = (i: number) => events[i]! / (trials[i]! - events[i]!);
        const inverse = (i: number) => 1 / events[i]! + 1 / (trials[i]! - events[i]!);
        for (const i of codes.slice(1)) {
          expect(fit.coefficients[i]!.estimate).toBeCloseTo(Math.log(odds(i) / odds(0)), 9);
          expect(fit.coefficients[i]!.standardError).toBeCloseTo(
            Math.sqrt(inverse(i) + inverse(0)),
            9,
          );
        }
        expect(fit.deviance).toBeCloseTo(0, 6);
        expect(fit.dispersion).toBeNull();
      }),
    );
  });

  it('is the same for people in groups and for the same people in smaller groups', () => {
    const { events, trials } = budworms.response;
    const { columns } = budworms.design;
    const first = resultOf(fitGeneralisedLinearModel(budworms.response, budworms.design));
    const half = (value: number) => Math.floor(value / 2);
    const second = resultOf(
      fitGeneralisedLinearModel(
        {
          family: 'binomial',
          events: [...events.map(half), ...events.map((value) => value - half(value))],
          trials: [...trials.map(() => 10), ...trials.map(() => 10)],
        },
        makeDesign(
          columns.map(({ label, term, values }) => ({
            label,
            term,
            values: Float64Array.from([...values, ...values]),
          })),
        ),
      ),
    );
    for (const [i, { estimate, standardError }] of first.coefficients.entries()) {
      expect(second.coefficients[i]!.estimate).toBeCloseTo(estimate, 9);
      expect(second.coefficients[i]!.standardError).toBeCloseTo(standardError, 9);
    }
  });

  it('has fitted events that sum to the events there were, within every level', () => {
    const { events } = shipsResponse;
    const fit = resultOf(
      fitGeneralisedLinearModel({ family: 'Poisson', ...shipsResponse }, shipsDesign),
    );
    for (const { values } of shipsDesign.columns) {
      const within = (counts: ArrayLike<number>) =>
        values.reduce((sum, value, row) => sum + value * counts[row]!, 0);
      expect(within(fit.fitted)).toBeCloseTo(within(events), 8);
    }
  });

  it('leaves out columns that repeat earlier ones, names them and is otherwise the same', () => {
    const { columns } = budworms.design;
    const female = numericColumn(
      'female',
      repeat(12, (row) => (row < 6 ? 0 : 1)),
    );
    const plain = resultOf(fitGeneralisedLinearModel(budworms.response, budworms.design));
    const fit = resultOf(
      fitGeneralisedLinearModel(budworms.response, makeDesign([...columns, female])),
    );
    expect(fit.aliased).toEqual(['female']);
    expect(fit.coefficients).toEqual(plain.coefficients);
  });

  it('takes no notice of rows without anybody in them', () => {
    const { events, trials } = budworms.response;
    const longer = budworms.design.columns.map((column) => ({
      ...column,
      values: Float64Array.from([...column.values, 1]),
    }));
    const fit = resultOf(
      fitGeneralisedLinearModel(
        { family: 'binomial', events: [...events, 0], trials: [...trials, 0] },
        makeDesign(longer),
      ),
    );
    const plain = resultOf(fitGeneralisedLinearModel(budworms.response, budworms.design));
    expect(fit.coefficients).toEqual(plain.coefficients);
    expect(fit.degreesOfFreedom).toBe(8);
    expect(fit.fitted[12]).toBe(0);
  });

  it('recovers the log odds ratios it was simulated with, and their stated error', () => {
    const random = seededRandom(20260403);
    const truth = [-1.5, 0.8, -0.4];
    const design = makeDesign([
      interceptColumn(40),
      numericColumn(
        'a',
        repeat(40, (row) => row % 2),
      ),
      numericColumn(
        'b',
        repeat(40, (row) => (row % 5) / 4),
      ),
    ]);
    const runs = 300;
    const errors = [0, 0, 0];
    const covered = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const events = repeat(40, (row) => {
        const linear = truth.reduce(
          (sum, value, j) => sum + value * design.columns[j]!.values[row]!,
          0,
        );
        return repeat(50, () => (random.uniform() < logistic(linear) ? 1 : 0)).reduce(
          (sum, value) => sum + value,
          0,
        );
      });
      const fit = resultOf(
        fitGeneralisedLinearModel(
          { family: 'binomial', events, trials: repeat(40, () => 50) },
          design,
        ),
      );
      for (const [j, { estimate, standardError }] of fit.coefficients.entries()) {
        errors[j]! += (estimate - truth[j]!) / standardError / runs;
        if (Math.abs(estimate - truth[j]!) < reachOf(fit) * standardError) covered[j]! += 1 / runs;
      }
    }
    // 300 standardised errors average 0 ± 3/√300; 95 % are covered, give or take 3√(0.95·0.05/300).
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(3 / Math.sqrt(runs));
    for (const share of covered) expect(Math.abs(share - 0.95)).toBeLessThan(0.038);
  });

  it('judges the spread of sparse rows more steadily than Pearson’s statistic alone', () => {
    // Chance alone: both are 1 on average, and Fletcher's varies less from one set of data to the next.
    const random = seededRandom(7);
    const rows = 400;
    const design = makeDesign([
      interceptColumn(rows),
      numericColumn(
        'a',
        repeat(rows, (row) => (row % 10) / 3),
      ),
    ]);
    const sparse: number[] = [];
    const plain: number[] = [];
    for (let run = 0; run < 200; run++) {
      const events = repeat(rows, (row) => {
        const p = logistic(-4.5 + design.columns[1]!.values[row]!);
        let count = 0;
        for (let person = 0; person < 5; person++) if (random.uniform() < p) count++;
        return count;
      });
      const fit = resultOf(
        fitGeneralisedLinearModel(
          { family: 'binomial', events, trials: repeat(rows, () => 5) },
          design,
        ),
      );
      sparse.push(fit.sparseDispersion!);
      plain.push(fit.dispersion!);
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / 200;
    const spread = (values: number[]) => mean(values.map((value) => (value - mean(values)) ** 2));
    expect(mean(sparse)).toBeCloseTo(1, 1);
    expect(spread(sparse)).toBeLessThan(0.8 * spread(plain));
  });
});

describe('a model the data do not carry', () => {
  const fit = (response: GroupedResponse, ...columns: [string, number[]][]) =>
    fitGeneralisedLinearModel(
      response,
      makeDesign([
        interceptColumn(response.events.length),
        ...columns.map(([label, values]) => numericColumn(label, values)),
      ]),
    );

  it('is not available when nobody is in it', () => {
    expect(fit({ family: 'binomial', events: [0, 0], trials: [0, 0] }).status).toBe('x');
    expect(fit({ family: 'Poisson', events: [] }).status).toBe('x');
  });

  it('is refused when there are fewer than 10 events, or non-events, for a parameter', () => {
    const columns: [string, number[]][] = [
      ['a', [0, 1, 0, 1]],
      ['b', [0, 0, 1, 1]],
    ];
    const trials = [50, 50, 50, 50];
    const few = fit({ family: 'binomial', events: [5, 5, 5, 4], trials }, ...columns);
    expect(few).toMatchObject({ status: 'u' });
    expect(few.status === 'u' && few.because).toContain('19 times');
    expect(few.status === 'u' && few.because).toContain('at least 20');
    const enough = fit({ family: 'binomial', events: [5, 5, 5, 5], trials }, ...columns);
    expect(enough.status).toBe('ok');
    const fewWithout = fit({ family: 'binomial', events: [45, 45, 45, 46], trials }, ...columns);
    expect(fewWithout.status).toBe('u');
    expect(fit({ family: 'Poisson', events: [5, 5, 5, 4] }, ...columns).status).toBe('u');
  });

  // The examples of UCLA's "What is complete or quasi-complete separation in logistic regression",
  // after Albert and Anderson (1984), with 20 people for each of theirs so that events are enough.
  const people = (y: number[]) => ({
    family: 'binomial' as const,
    events: y.map((value) => 20 * value),
    trials: y.map(() => 20),
  });

  it('is refused in words when the factors separate the outcomes completely', () => {
    const outcome = fit(
      people([0, 0, 0, 0, 1, 1, 1, 1]),
      ['x1', [1, 2, 3, 3, 5, 6, 10, 11]],
      ['x2', [3, 2, -1, -1, 2, 4, 1, 0]],
    );
    expect(outcome).toMatchObject({ status: 'u' });
    expect(outcome.status === 'u' && outcome.because).toContain('without exception');
  });

  it('is refused in words when they separate all but those on the border', () => {
    const outcome = fit(
      people([0, 0, 0, 0, 1, 1, 1, 1, 1, 1]),
      ['x1', [1, 2, 3, 3, 3, 4, 5, 6, 10, 11]],
      ['x2', [3, 0, -1, 4, 1, 0, 2, 7, 3, 4]],
    );
    expect(outcome).toMatchObject({ status: 'u' });
    expect(outcome.status === 'u' && outcome.because).toContain('everybody, or nobody');
  });

  it('is refused when a level has no event, or nothing but events, or no count', () => {
    const trials = [200, 300, 100];
    const level = ['level', [0, 0, 1]] satisfies [string, number[]];
    for (const events of [
      [20, 60, 0],
      [20, 60, 100],
    ])
      expect(fit({ family: 'binomial', events, trials }, level)).toMatchObject({
        status: 'u',
        because: expect.stringContaining('everybody, or nobody') as string,
      });
    expect(fit({ family: 'Poisson', events: [20, 60, 0] }, level).status).toBe('u');
    expect(fit({ family: 'binomial', events: [20, 60, 1], trials }, level).status).toBe('ok');
  });

  it('is refused by a quasi family with no row to spare', () => {
    const events = [20, 60];
    const column = ['a', [0, 1]] satisfies [string, number[]];
    expect(fit({ family: 'quasi-Poisson', events }, column).status).toBe('u');
    expect(fit({ family: 'Poisson', events }, column).status).toBe('ok');
  });

  it('never has a number that is none, whatever the counts', () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count, fc.integer({ min: 0, max: 2 })), { maxLength: 12 }),
        (rows) => {
          const codes = rows.map(([, , code]) => code);
          const outcome = fitGeneralisedLinearModel(
            {
              family: 'binomial',
              events: rows.map(([events]) => events),
              trials: rows.map(([events, others]) => events + others),
            },
            makeDesign([
              interceptColumn(rows.length),
              ...indicatorColumns('f', codes, levels('a', 'b', 'c'), 0),
            ]),
          );
          if (outcome.status !== 'ok') {
            expect(outcome.because).toMatch(/\.$/);
            return;
          }
          for (const { estimate, standardError } of outcome.result.coefficients) {
            expect(Math.abs(estimate)).toBeLessThan(20);
            expect(standardError).toBeGreaterThan(0);
            expect(standardError).toBeLessThan(20);
          }
        },
      ),
    );
  });

  it('throws when counts cannot be', () => {
    expect(() => fit({ family: 'binomial', events: [3], trials: [2] })).toThrow(RangeError);
    expect(() => fit({ family: 'Poisson', events: [-1] })).toThrow(RangeError);
    expect(() => fit({ family: 'Poisson', events: [NaN] })).toThrow(RangeError);
    expect(() =>
      fitGeneralisedLinearModel(budworms.response, makeDesign([interceptColumn(3)])),
    ).toThrow(RangeError);
  });
});
