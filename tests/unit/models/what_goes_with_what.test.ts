import { describe, expect, it } from 'vitest';
import type { CovariatePattern, Factor } from '$lib/models/covariate_patterns';
import {
  whatGoesWithWhat,
  type GroupedOutcome,
  type WhatGoesWithWhat,
} from '$lib/models/what_goes_with_what';
import { studentQuantile } from '$lib/statistics/distributions';
import { logistic } from '$lib/statistics/response_family';
import { seededRandom } from '$lib/statistics/seeded_random';

function resultOf(input: GroupedOutcome): WhatGoesWithWhat {
  const outcome = whatGoesWithWhat(input);
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

const factor = (id: string, labels: readonly string[], reference = 0): Factor => ({
  id,
  label: id,
  levels: labels.map((label, code) => ({ code, label })),
  reference,
});

// Admissions to the graduate school at Berkeley, 1973, by sex and department (R's UCBAdmissions;
// Bickel, Hammel and O'Connell, 1975, Science 187): admitted and rejected men, then women.
const admissions: GroupedOutcome = {
  factors: [factor('sex', ['men', 'women']), factor('department', [...'ABCDEF'])],
  patterns: [
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ].flatMap(([a, b, c, d], department) => [
    { levels: [0, department], people: a! + b!, events: a! },
    { levels: [1, department], people: c! + d!, events: c! },
  ]),
  outcomeLabel: 'be admitted',
};

describe('admissions to Berkeley', () => {
  const result = resultOf(admissions);
  const [sex, department] = result.factors;
  const women = sex!.levels[1]!;

  it('counts everybody, and the groups', () => {
    expect(result).toMatchObject({ people: 4526, events: 1755, outcomeLabel: 'be admitted' });
    expect(women).toMatchObject({ label: 'women', people: 1835, events: 557 });
    expect(sex!.levels[0]).toMatchObject({ isReference: true, adjusted: null, unadjusted: null });
  });

  it('gives women 1.84 times lower odds before, and about the same after, allowing for department', () => {
    // Agresti (2013), Categorical Data Analysis: the marginal odds ratio is 1.84; R's
    // glm(Admit ~ Gender + Dept, binomial) gives women 0.09987 (standard error 0.08085).
    expect(1 / women.unadjusted!.value).toBeCloseTo(1.84, 2);
    expect(1 / women.unadjusted!.lower).toBeCloseTo(
      Math.exp(-Math.log(0.5431594) + 1.959964 * 0.06389305),
      5,
    );
    expect(Math.log(women.adjusted!.value)).toBeCloseTo(0.09987, 5);
    expect(sex!.sentence).toBe(
      'sex: the differences are no larger than chance would explain after allowing for the other ' +
        'factors.',
    );
  });

  it('gives R’s coefficients of the departments', () => {
    const estimates = [-0.0434, -1.2626, -1.29461, -1.73931, -3.30648];
    for (const [i, estimate] of estimates.entries())
      expect(Math.log(department!.levels[i + 1]!.adjusted!.value)).toBeCloseTo(estimate, 4);
  });

  it('widens intervals for the spread there is beyond chance, and says so', () => {
    // Pearson's dispersion is 18.82/5 = 3.76; Fletcher's correction is small in large groups.
    expect(result.dispersion!).toBeGreaterThan(3.6);
    expect(result.dispersion!).toBeLessThan(3.9);
    const { value, upper } = women.adjusted!;
    expect(Math.log(upper / value)).toBeCloseTo(
      studentQuantile(0.975, 5) * Math.sqrt(result.dispersion!) * 0.0808465,
      5,
    );
    expect(result.notes).toEqual([
      'Groups vary 3.8 times as much as chance and these factors explain; the intervals are 95\u00a0% ' +
        'wider for it.',
    ]);
  });

  it('says what the groups would have if they differed in nothing else', () => {
    // By statsmodels 0.15: everybody's probability with the sex set to men, then to women, averaged.
    expect(sex!.levels[0]!.adjustedShare).toBeCloseTo(0.3801971525, 8);
    expect(women.adjustedShare).toBeCloseTo(0.3996941958, 8);
  });

  it('puts the most different groups of a factor into a plain sentence, without cause', () => {
    expect(department!.sentence).toBe(
      'People recorded as “F” (department) were about 90\u00a0% less likely to be admitted than people ' +
        'recorded as “A” (department) (6.4\u00a0% against 65.1\u00a0%; odds ratio 0.04, 95 % interval ' +
        '0.02 to 0.09); people recorded as “E” (department) were about 62\u00a0% less likely to be ' +
        'admitted than people recorded as “A” (department) (24.7\u00a0% against 65.1\u00a0%; odds ratio ' +
        '0.18, 95 % interval 0.09 to 0.33); people recorded as “D” (department) were about half as ' +
        'likely to be admitted as people recorded as “A” (department) (33.8\u00a0% against 65.1\u00a0%; ' +
        'odds ratio 0.27, 95 % interval 0.16 to 0.47); one more group differs clearly, after allowing ' +
        'for the other factors; this does not show cause.',
    );
  });

  it('cannot be applied to a person: it holds neither a function nor a constant', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    // R's constant of this model is 0.58205; odds of the reference group, 1.7897.
    const numbers: number[] = [];
    JSON.stringify(result, (_key, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    for (const known of [0.58205, 1.7897])
      expect(numbers.filter((value) => Math.abs(value - known) < 1e-4)).toEqual([]);
  });

  it('has an area, a table of calibration and a check on people it had not seen', () => {
    expect(result.areaUnderCurve).toMatchObject({ status: 'ok' });
    expect(result.calibration.status === 'ok' && result.calibration.result.rows.length).toBe(9);
    expect(result.validation.areaUnderCurve).toMatchObject({ status: 'ok' });
    const line = result.validation.calibration;
    expect(line.status === 'ok' && line.result.slope).toBeGreaterThan(0.9);
    expect(line.status === 'ok' && line.result.slope).toBeLessThan(1.05);
  });

  it('is the same in any order and any grouping', () => {
    const halves = admissions.patterns.flatMap(({ levels, people, events }) => [
      { levels, people: events, events },
      { levels, people: people - events, events: 0 },
    ]);
    expect(resultOf({ ...admissions, patterns: halves.toReversed() })).toEqual(result);
  });
});

/** People of every combination of the levels, with the log odds that these effects add up to. */
function simulated(
  seed: number,
  each: number,
  constant: number,
  effects: readonly (readonly number[])[],
): readonly CovariatePattern[] {
  const random = seededRandom(seed);
  const combinations = effects.reduce<readonly (readonly number[])[]>(
    (all, levels) => all.flatMap((codes) => levels.map((_, code) => [...codes, code])),
    [[]],
  );
  return combinations.map((levels) => {
    const linear = levels.reduce((sum, code, i) => sum + effects[i]![code]!, constant);
    let events = 0;
    for (let person = 0; person < each; person++) if (random.uniform() < logistic(linear)) events++;
    return { levels, people: each, events };
  });
}

describe('simulated factors', () => {
  const effects = [
    [0, Math.log(2)],
    [0, Math.log(0.5), 0],
    [0, 0],
  ];
  const factors = [
    factor('plan', ['no', 'yes']),
    factor('stage', ['one', 'two', 'three']),
    factor('noise', ['a', 'b']),
  ];

  it('are found with the odds ratios they were made with, in nineteen intervals of twenty', () => {
    let covered = 0;
    let chance = 0;
    const runs = 50;
    for (let seed = 1; seed <= runs; seed++) {
      const result = resultOf({
        factors,
        patterns: simulated(seed, 150, -1.5, effects),
        outcomeLabel: 'x',
      });
      for (const [i, { levels, pValue }] of result.factors.entries()) {
        for (const { code, adjusted } of levels)
          if (adjusted) {
            const truth = Math.exp(effects[i]![code]!);
            if (adjusted.lower <= truth && truth <= adjusted.upper) covered++;
          }
        if (i === 2 && pValue! < 0.05) chance++;
      }
    }
    // 200 intervals; not fewer, as the spread may only widen them. 3√(0.95·0.05/200) = 0.046.
    expect(covered / (4 * runs)).toBeGreaterThan(0.95 - 0.046);
    // A factor of no effect is told from chance in about one of twenty: at most 2.5 + 3√(50·0.05·0.95).
    expect(chance).toBeLessThanOrEqual(7);
  });

  it('are said in words of their own, and as likelihoods, not odds', () => {
    const [plan] = resultOf({
      factors: [
        {
          ...factors[0]!,
          levels: [
            { code: 0, label: 'no', who: 'young people without one' },
            { code: 1, label: 'yes', who: 'young people with a plan' },
          ],
        },
      ],
      patterns: [
        { levels: [0], people: 10_000, events: 2000 },
        { levels: [1], people: 1000, events: 400 },
      ],
      outcomeLabel: 'be persistently absent',
    }).factors;
    // Odds ratio (400/600)/(2000/8000); Woolf's standard error √(1/400+1/600+1/2000+1/8000).
    expect(plan!.levels[1]!.adjusted!.value).toBeCloseTo(8 / 3, 9);
    expect(plan!.levels[1]!.unadjusted!.value).toBeCloseTo(8 / 3, 9);
    const margin = 1.959963985 * Math.sqrt(1 / 400 + 1 / 600 + 1 / 2000 + 1 / 8000);
    expect(plan!.levels[1]!.adjusted!.upper).toBeCloseTo((8 / 3) * Math.exp(margin), 6);
    expect(plan!.sentence).toBe(
      'Young people with a plan were about twice as likely to be persistently absent as young people ' +
        'without one (40.0\u00a0% against 20.0\u00a0%; odds ratio 2.7, 95 % interval 2.3 to 3.1); this ' +
        'does not show cause.',
    );
    expect(plan!.inflation).toBeNull();
  });

  it('that go together are said to, and those that are the same are told so', () => {
    const patterns = simulated(5, 400, -1, [
      [0, 0.7],
      [0, 0.3],
    ]);
    // A second factor with the same levels as the first.
    const doubled = patterns.map((each) => ({
      ...each,
      levels: [...each.levels, each.levels[0]!],
    }));
    const same = resultOf({
      factors: [factors[0]!, factors[2]!, factor('copy', ['no', 'yes'])],
      patterns: doubled,
      outcomeLabel: 'x',
    });
    expect(same.factors[2]!.levels[1]!.adjusted).toBeNull();
    expect(same.factors[2]!.levels[1]!.unadjusted).not.toBeNull();
    expect(same.factors[2]!.pValue).toBeNull();
    expect(same.factors[2]!.sentence).toBe('copy cannot be told apart from the other factors.');
    expect(same.notes.join(' ')).toContain('copy: “yes” cannot be told apart');
    // Nearly the same: 16 of every 400 differ, so the two correlate by 0.92 and 1/√(1 − 0.92²) is 2.55.
    const nearly = doubled.flatMap(({ levels, people, events }) => {
      const [a, b] = [levels[0]!, levels[1]!];
      return [
        { levels: [a, b, a], people: people - 16, events: events - 5 },
        { levels: [a, b, 1 - a], people: 16, events: 5 },
      ];
    });
    const close = resultOf({
      factors: [factors[0]!, factors[2]!, factor('copy', ['no', 'yes'])],
      patterns: nearly.map((each) => ({
        ...each,
        people: each.people * 5,
        events: each.events * 5,
      })),
      outcomeLabel: 'x',
    });
    expect(close.factors[0]!.inflation!).toBeCloseTo(2.55, 0);
    expect(close.notes.join(' ')).toContain('copy goes together with the other factors so closely');
    expect(close.factors[1]!.inflation!).toBeLessThan(1.1);
  });
});

describe('what the data do not carry', () => {
  const [plan] = [factor('plan', ['no', 'yes'])];

  it('is not available without people, or without groups to compare', () => {
    expect(whatGoesWithWhat({ factors: [plan!], patterns: [], outcomeLabel: 'x' }).status).toBe(
      'x',
    );
    const one = { levels: [0], people: 100, events: 50 };
    const outcome = whatGoesWithWhat({ factors: [plan!], patterns: [one], outcomeLabel: 'x' });
    expect(outcome).toMatchObject({ status: 'x' });
    expect(outcome.status === 'x' && outcome.because).toContain('at least 10 people');
  });

  it('is refused with too few events for its factors, in words', () => {
    const outcome = whatGoesWithWhat({
      factors: [factor('place', ['a', 'b', 'c']), factor('time', ['d', 'e', 'f'])],
      patterns: [0, 1, 2].map((code) => ({ levels: [code, code], people: 200, events: 12 })),
      outcomeLabel: 'x',
    });
    // Two of the four parameters repeat the other two: 36 events would be enough for the rest.
    expect(outcome.status).toBe('ok');
    const more = whatGoesWithWhat({
      factors: [factor('place', ['a', 'b', 'c']), factor('time', ['d', 'e', 'f'])],
      patterns: [0, 1, 2].flatMap((a) =>
        [0, 1, 2].map((b) => ({ levels: [a, b], people: 90, events: a === b ? 6 : 3 })),
      ),
      outcomeLabel: 'x',
    });
    expect(more).toMatchObject({ status: 'u' });
    expect(more.status === 'u' && more.because).toContain('36 times');
  });
});

describe('while it runs', () => {
  it('tells how far it is, up to the end', () => {
    const told: number[] = [];
    whatGoesWithWhat(admissions, { onProgress: (done) => told.push(done) });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('stops when it is no longer wanted', () => {
    const controller = new AbortController();
    const run = { onProgress: () => controller.abort(), signal: controller.signal };
    expect(() => whatGoesWithWhat(admissions, run)).toThrow(/abort/i);
  });
});
