import { describe, expect, it } from 'vitest';
import {
  differenceAtDose,
  matchedDifference,
  trendWithDose,
  type ArmRow,
} from '$lib/statistics/matched_difference';
import { seededRandom } from '$lib/statistics/seeded_random';

interface Person {
  readonly stratum: string;
  readonly treated: boolean;
  readonly dose: number | null;
  readonly cluster: string;
  readonly value: number;
}

/** Grouped as the marts would group them. */
function rowsOf(people: readonly Person[]): ArmRow[] {
  const rows = new Map<string, ArmRow>();
  for (const { value, ...of } of people) {
    const key = JSON.stringify(of);
    const row = rows.get(key) ?? { ...of, people: 0, sum: 0, sumOfSquares: 0 };
    rows.set(key, {
      ...row,
      people: row.people + 1,
      sum: row.sum + value,
      sumOfSquares: row.sumOfSquares + value * value,
    });
  }
  return [...rows.values()];
}

/** One row a person: the same sums, quicker to make. */
function ungrouped(people: readonly Person[]): ArmRow[] {
  return people.map(({ value, ...of }) => ({
    ...of,
    people: 1,
    sum: value,
    sumOfSquares: value * value,
  }));
}

/** 12 clusters of four people, every third treated. */
const small: readonly Person[] = Array.from({ length: 48 }, (_, n) => {
  const c = Math.floor(n / 4);
  const i = n % 4;
  const treated = (i + c) % 3 === 0;
  const value = ((c * 7) % 5) - 2 + ((i * 5 + c * 3) % 7) + (treated ? 2 : 0);
  return { stratum: 'all', treated, dose: treated ? 1 : null, cluster: `${c}`, value };
});

describe('difference of one stratum', () => {
  it('has the cluster-robust standard error of a regression on the treatment', () => {
    // statsmodels 0.15, OLS of these 48 values, cov_type='cluster': 0.9163755 with the factor
    // (N − 1)/(N − 2) for two coefficients, which is left out here; t(0.975; 11) = 2.200985.
    const found = matchedDifference(rowsOf(small));
    expect(found.value).toBeCloseTo(2.0625, 12);
    expect(found.standardError).toBeCloseTo(0.9065744423158129, 10);
    expect(found.upper - found.value).toBeCloseTo(2.200985160091639 * 0.9065744423158129, 8);
    expect(found).toMatchObject({ limitsFrom: 'clusters', clusters: 12 });
  });

  it('has the standard error of two means when there are too few clusters', () => {
    // NumPy: √(Σ(y − ȳ)²/n² of 16 treated + s²/n of 32 untreated).
    const found = matchedDifference(rowsOf(small.map((person) => ({ ...person, cluster: 'one' }))));
    expect(found.value).toBeCloseTo(2.0625, 12);
    expect(found.standardError).toBeCloseTo(0.7757061364206456, 10);
    expect(found).toMatchObject({ limitsFrom: 'people', clusters: 1 });
  });
});

it('is the same from sums as from people', () => {
  const [grouped, each] = [matchedDifference(rowsOf(small)), matchedDifference(ungrouped(small))];
  expect(grouped.value).toBeCloseTo(each.value, 12);
  expect(grouped.standardError).toBeCloseTo(each.standardError, 12);
});

describe('difference over strata', () => {
  it('weighs each stratum by its treated', () => {
    // Stratum a: 2 treated at 5 against untreated at 3; b: 6 treated at 1 against untreated at 2.
    const person = (stratum: string, treated: boolean, value: number): Person => ({
      stratum,
      treated,
      dose: null,
      cluster: 'one',
      value,
    });
    const people = [
      ...[5, 5].map((value) => person('a', true, value)),
      ...[2, 3, 4].map((value) => person('a', false, value)),
      ...[1, 1, 1, 1, 1, 1].map((value) => person('b', true, value)),
      ...[1, 3].map((value) => person('b', false, value)),
    ];
    expect(matchedDifference(rowsOf(people)).value).toBeCloseTo((2 * 2 + 6 * -1) / 8, 12);
  });

  it('holds the truth in about 95 % of samples, with people of a cluster alike', () => {
    // 20 clusters, each with its own change; an effect of 0.5 that varies with the cluster too. With
    // 250 samples the share has a standard error of 1.4 percentage points.
    const random = seededRandom(6);
    const covers = { clusters: 0, people: 0 };
    for (let sample = 0; sample < 250; sample++) {
      const people: Person[] = [];
      for (let c = 0; c < 20; c++) {
        const [shift, effect] = [0.5 * random.normal(), 0.5 + 0.5 * random.normal()];
        for (let i = 0; i < 24; i++) {
          const treated = i % 3 === 0;
          const value = shift + (i % 4) * 0.3 + (treated ? effect : 0) + random.normal();
          people.push({ stratum: `${i % 4}`, treated, dose: null, cluster: `${c}`, value });
        }
      }
      const robust = matchedDifference(ungrouped(people));
      const naive = matchedDifference(ungrouped(people.map((one) => ({ ...one, cluster: 'one' }))));
      if (robust.lower <= 0.5 && robust.upper >= 0.5) covers.clusters++;
      if (naive.lower <= 0.5 && naive.upper >= 0.5) covers.people++;
    }
    expect(covers.clusters / 250).toBeGreaterThan(0.9);
    expect(covers.clusters / 250).toBeLessThan(0.985);
    expect(covers.people).toBeLessThan(covers.clusters);
  });
});

describe('dose', () => {
  const dosed = (dose: number | null, value: number, i: number): Person => ({
    stratum: 'all',
    treated: dose !== null,
    dose,
    cluster: `${Math.floor(i / 4) % 12}`,
    value,
  });
  const people = Array.from({ length: 240 }, (_, i) => {
    const dose = i % 4 === 0 ? null : i % 4;
    return dosed(dose, dose === null ? 1 : 1 - 0.4 * dose + ((i * 7) % 5) - 2, i);
  });

  it('has the difference at each dose and its slope by least squares', () => {
    const rows = rowsOf(people);
    for (const dose of [1, 2, 3])
      expect(differenceAtDose(rows, dose).value).toBeCloseTo(-0.4 * dose, 12);
    expect(trendWithDose(rows)!.value).toBeCloseTo(-0.4, 12);
  });

  it('has no slope with one dose', () => {
    expect(trendWithDose(rowsOf(small))).toBeNull();
  });

  it('has a slope whose limits hold the truth in about 95 % of samples', () => {
    const random = seededRandom(16);
    let held = 0;
    for (let sample = 0; sample < 250; sample++) {
      const sampled = people.map(({ dose }, i) =>
        dosed(dose, 0.3 * (dose ?? 0) + random.normal(), i),
      );
      const { lower, upper } = trendWithDose(ungrouped(sampled))!;
      if (lower <= 0.3 && upper >= 0.3) held++;
    }
    expect(held / 250).toBeGreaterThan(0.9);
    expect(held / 250).toBeLessThan(0.995);
  });
});
