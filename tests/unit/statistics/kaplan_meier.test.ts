import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import {
  kaplanMeier,
  lengthWhereOpen,
  survivalAt,
  survivalCurve,
  type SpellCount,
} from '$lib/statistics/kaplan_meier';
import { resultOf } from './result_of';
import { lung, maintained, mercaptopurine, notMaintained, placebo, spells } from './survival_data';

type Row = readonly [days: number, atRisk: number, ended: number, survival: number, error: number];

function expectTable(found: readonly SpellCount[], rows: readonly Row[], digits: number) {
  const { points } = survivalCurve(found)!;
  expect(points.map((point) => [point.days, point.atRisk, point.ended])).toEqual(
    rows.map(([days, atRisk, ended]) => [days, atRisk, ended]),
  );
  for (const [i, [, , , survival, error]] of rows.entries()) {
    expect(points[i]!.survival).toBeCloseTo(survival, digits);
    expect(points[i]!.standardError ?? NaN).toBeCloseTo(error, digits);
  }
}

describe('Kaplan-Meier curve', () => {
  it('of maintained remissions is the published one', () => {
    // R survival, tests/doaml.Rout.save.
    expectTable(
      maintained,
      [
        [9, 11, 1, 0.909, 0.0867],
        [13, 10, 1, 0.818, 0.1163],
        [18, 8, 1, 0.716, 0.1397],
        [23, 7, 1, 0.614, 0.1526],
        [31, 5, 1, 0.491, 0.1642],
        [34, 4, 1, 0.368, 0.1627],
        [48, 2, 1, 0.184, 0.1535],
      ],
      3,
    );
  });

  it('of remissions not maintained is the published one until nobody is left', () => {
    // R survival, tests/doaml.Rout.save; the standard error is not defined where the curve is 0.
    const rows: Row[] = [
      [5, 12, 2, 0.8333, 0.1076],
      [8, 10, 2, 0.6667, 0.1361],
      [12, 8, 1, 0.5833, 0.1423],
      [23, 6, 1, 0.4861, 0.1481],
      [27, 5, 1, 0.3889, 0.147],
      [30, 4, 1, 0.2917, 0.1387],
      [33, 3, 1, 0.1944, 0.1219],
      [43, 2, 1, 0.0972, 0.0919],
    ];
    const { points } = survivalCurve(notMaintained)!;
    expect(points.at(-1)).toMatchObject({
      days: 45,
      survival: 0,
      standardError: null,
      interval: null,
    });
    expectTable(
      notMaintained
        .filter((spell) => spell.days !== 45)
        .concat({ days: 45, ended: 0, stillOpen: 1 }),
      rows,
      4,
    );
  });

  it('of remissions under 6-MP has the published log-log limits', () => {
    // Stata's sts list of these data; Venables and Ripley (2002), chapter 13, to three digits.
    const rows = [
      [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
    ] as const;
    const { points } = survivalCurve(mercaptopurine)!;
    expect(points).toHaveLength(rows.length);
    for (const [i, [days, atRisk, ended, survival, error, lower, upper]] of rows.entries()) {
      const point = points[i]!;
      expect([point.days, point.atRisk, point.ended]).toEqual([days, atRisk, ended]);
      expect(point.survival).toBeCloseTo(survival, 4);
      expect(point.standardError!).toBeCloseTo(error, 4);
      expect(point.interval!.lower).toBeCloseTo(lower, 4);
      expect(point.interval!.upper).toBeCloseTo(upper, 4);
    }
  });

  it('of the lung data has the published medians', () => {
    // R survival: survfit(Surv(time, status) ~ sex, lung), printed in many texts.
    const curve = (sex?: string) => survivalCurve(lung.filter((row) => !sex || row.sex === sex))!;
    expect(curve().spells).toBe(228);
    expect(curve().ended).toBe(165);
    expect([curve(), curve('m'), curve('f')].map((found) => found.median.days)).toEqual([
      310, 270, 426,
    ]);
  });
});

describe('quantiles of the lengths', () => {
  it.each([
    // First and third column: R survival. Limits: recomputed independently in Python from the formulae;
    // 13 to none under 6-MP is also published (SAS and Stata).
    ['maintained', maintained, [18, 31, 48], [9, 13, 31], [34, null, null]],
    ['not maintained', notMaintained, [8, 23, 33], [5, 5, 23], [23, 33, null]],
    ['under 6-MP', mercaptopurine, [13, 23, null], [6, 13, 23], [22, null, null]],
    ['under placebo', placebo, [4, 8, 12], [1, 4, 8], [5, 11, 22]],
    ['all lung', lung, [170, 310, 550], [144, 284, 457], [194, 361, 643]],
    [
      'men lung',
      lung.filter((row) => row.sex === 'm'),
      [144, 270, 457],
      [105, 210, 371],
      [176, 306, 567],
    ],
    [
      'women lung',
      lung.filter((row) => row.sex === 'f'),
      [226, 426, 687],
      [167, 345, 524],
      [310, 524, 765],
    ],
  ] as const)(
    '%s: days, lower and upper limits of the quartiles',
    (_, data, days, lower, upper) => {
      const { lowerQuartile, median, upperQuartile } = survivalCurve(data)!;
      const quartiles = [lowerQuartile, median, upperQuartile];
      expect(quartiles.map((quartile) => quartile.days)).toEqual(days);
      expect(quartiles.map((quartile) => quartile.lower)).toEqual(lower);
      expect(quartiles.map((quartile) => quartile.upper)).toEqual(upper);
    },
  );

  it('lie midway where the curve is flat on the share', () => {
    // R survival, tests/quantile.R: the curve is 6/7, 18/35 and 9/35.
    const curve = survivalCurve(spells('9 1+ 1 6 6 8+ 10+'))!;
    const shares = [13 / 14, 6 / 7, 2 / 3, 0.5, 9 / 35, 0.1];
    expect(shares.map((share) => lengthWhereOpen(curve, share).days)).toEqual([
      1,
      3.5,
      6,
      9,
      9.5,
      null,
    ]);
  });
});

describe('a curve', () => {
  const data = fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 60 }),
      ended: fc.integer({ min: 0, max: 4 }),
      stillOpen: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('falls from 1 to 0 within its limits, and is the same in any order and grouping', () => {
    fc.assert(
      fc.property(data, (rows) => {
        const curve = survivalCurve(rows);
        const apart = rows.flatMap(({ days, ended, stillOpen }) => [
          { days, ended: 0, stillOpen },
          { days, ended, stillOpen: 0 },
        ]);
        expect(survivalCurve(apart.reverse())).toEqual(curve);
        let before = 1;
        for (const { survival, interval } of curve?.points ?? []) {
          expect(survival).toBeLessThan(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          before = survival;
          if (interval === null) continue;
          expect(interval.lower).toBeLessThanOrEqual(survival);
          expect(interval.upper).toBeGreaterThanOrEqual(survival);
          expect(interval.upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is the share that lasted longer when every spell has ended', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 0, max: 70 }), (rows, days) => {
        const ended = rows.map((row) => ({ ...row, stillOpen: 0 }));
        const all = ended.reduce((sum, row) => sum + row.ended, 0);
        fc.pre(all > 0);
        const longer = ended.reduce((sum, row) => sum + (row.days > days ? row.ended : 0), 0);
        expect(survivalAt(survivalCurve(ended)!, days)!.survival).toBeCloseTo(longer / all, 12);
      }),
    );
  });

  it('has wider limits at 99.8 %', () => {
    const near = survivalCurve(lung)!.points[50]!.interval!;
    const far = survivalCurve(lung, CONFIDENCE_99_8)!.points[50]!.interval!;
    expect(far.lower).toBeLessThan(near.lower);
    expect(far.upper).toBeGreaterThan(near.upper);
  });

  it('says nothing past the longest that any spell was followed, unless none was left', () => {
    expect(survivalAt(survivalCurve(maintained)!, 161)!.survival).toBeCloseTo(0.184, 3);
    expect(survivalAt(survivalCurve(maintained)!, 162)).toBeNull();
    expect(survivalAt(survivalCurve(notMaintained)!, 9999)!.survival).toBe(0);
    expect(survivalAt(survivalCurve(maintained)!, 8)!.survival).toBe(1);
  });
});

describe('too little data', () => {
  it('is not available without spells, unreliable with fewer than 10 that ended', () => {
    expect(kaplanMeier([]).status).toBe('x');
    expect(kaplanMeier([{ days: 5, ended: 0, stillOpen: 0 }]).status).toBe('x');
    expect(kaplanMeier(mercaptopurine).status).toBe('u');
    expect(resultOf(kaplanMeier(placebo)).ended).toBe(21);
  });

  it('refuses days and numbers that cannot be', () => {
    for (const bad of [{ days: -1 }, { ended: -1 }, { stillOpen: NaN }, { days: Infinity }])
      expect(() => kaplanMeier([{ days: 1, ended: 1, stillOpen: 1, ...bad }])).toThrow(RangeError);
  });
});
