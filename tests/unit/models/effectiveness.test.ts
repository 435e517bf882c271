import { describe, expect, it } from 'vitest';
import { effectiveness, type MatchRow } from '$lib/models/effectiveness';
import { seededRandom } from '$lib/statistics/seeded_random';
import { resultOf } from '../statistics/result_of';

const words = {
  treatment: 'support',
  outcome: 'absence',
  unit: 'percentage points',
  times: 100,
};

interface Truth {
  /** Added to the outcome of the treated afterwards, a dose. */
  readonly effect: number;
  /** Added to the outcome of the treated in each period, support or not. */
  readonly parting?: number;
  readonly people?: number;
  /** How much of the spread of changes is the cluster's. */
  readonly alike?: number;
}

/**
 * People of 30 schools and four levels of earlier absence; the more absent, the likelier treated, so
 * that treated and untreated cannot be compared as they are. The absent recover somewhat by themselves.
 */
function simulate({ effect, parting = 0, people = 6000, alike = 0.01 }: Truth, seed: number) {
  const random = seededRandom(seed);
  const schools = Array.from({ length: 30 }, () => alike * random.normal());
  const sums = (value: number) => ({ sum: value, sumOfSquares: value * value });
  const rows = new Map<string, MatchRow>();
  for (let i = 0; i < people; i++) {
    const level = random.below(4);
    const sex = random.below(2);
    const school = random.below(30);
    const treated = random.uniform() < 0.05 + 0.12 * level;
    const dose = treated ? 1 + random.below(3) : null;
    const before = 0.05 + 0.1 * level + 0.02 * random.normal();
    const recovery = -0.02 * level + schools[school]! + 0.05 * random.normal();
    const change = recovery + (treated ? parting + (effect * dose!) / 2 : 0);
    const earlier = 0.01 * level + (treated ? parting : 0) + 0.05 * random.normal();
    const row: MatchRow = {
      covariates: { earlier_absence: `${level}`, sex: `${sex}` },
      treated,
      dose,
      cluster: `${school}`,
      people: 1,
      before: sums(before),
      change: sums(change),
      earlierChange: sums(earlier),
    };
    const key = JSON.stringify([level, sex, school, treated, dose]);
    const known = rows.get(key);
    rows.set(key, known ? addUp(known, row) : row);
  }
  return [...rows.values()];
}

function addUp(a: MatchRow, b: MatchRow): MatchRow {
  const both = (x: MatchRow['before'], y: MatchRow['before']) => ({
    sum: x.sum + y.sum,
    sumOfSquares: x.sumOfSquares + y.sumOfSquares,
  });
  return {
    ...a,
    people: a.people + b.people,
    before: both(a.before, b.before),
    change: both(a.change, b.change),
    earlierChange: both(a.earlierChange!, b.earlierChange!),
  };
}

describe('a known effect', () => {
  // Doses 1, 2 and 3 as often: on average −0.03 × 2 / 2.
  const found = resultOf(effectiveness({ rows: simulate({ effect: -0.03 }, 41), words }));

  it('is recovered within the limits, where the plain difference is not', () => {
    expect(found.difference.lower).toBeLessThan(-0.03);
    expect(found.difference.upper).toBeGreaterThan(-0.03);
    expect(Math.abs(found.difference.value + 0.03)).toBeLessThan(
      4 * found.difference.standardError,
    );
    expect(found.difference.standardError).toBeLessThan(0.004);
    expect(found.difference).toMatchObject({ limitsFrom: 'clusters', clusters: 30 });
    // Without matching, those more absent before seem to gain more: they recover by themselves.
    const rows = simulate({ effect: -0.03 }, 41).map((row) => ({ ...row, covariates: {} }));
    expect(effectiveness({ rows, words }).status).toBe('u');
  });

  it('was not there before, and grows with the dose', () => {
    const placebo = resultOf(found.placebo);
    expect(placebo.lower).toBeLessThan(0);
    expect(placebo.upper).toBeGreaterThan(0);
    const { doses, trend } = resultOf(found.dose);
    expect(doses.map(({ dose }) => dose)).toEqual([1, 2, 3]);
    for (const { dose, difference } of doses) {
      expect(difference.lower).toBeLessThan(-0.015 * dose);
      expect(difference.upper).toBeGreaterThan(-0.015 * dose);
    }
    expect(trend.lower).toBeLessThan(-0.015);
    expect(trend.upper).toBeGreaterThan(-0.015);
    expect(trend.upper).toBeLessThan(0);
  });

  it('comes with the balance: apart before matching, the same after', () => {
    expect(found.imbalance).toBeGreaterThan(0.15);
    expect(Math.abs(found.outcomeBefore.beforeMatching)).toBeGreaterThan(0.4);
    expect(Math.abs(found.outcomeBefore.afterMatching)).toBeLessThan(0.03);
    expect(new Set(found.balance.map(({ covariate }) => covariate))).toEqual(
      new Set(['earlier_absence', 'sex']),
    );
    for (const { afterMatching } of found.balance) {
      expect(afterMatching.standardised).toBeCloseTo(0, 10);
      expect(afterMatching.treated).toBeCloseTo(afterMatching.untreated, 10);
    }
    const of = (level: string) =>
      found.balance.find((row) => row.covariate === 'earlier_absence' && row.level === level)!;
    expect(of('3').beforeMatching.standardised).toBeGreaterThan(0.3);
    expect(of('0').beforeMatching.standardised).toBeLessThan(-0.3);
  });

  it('is concluded in one sentence that says what may not be', () => {
    expect(found.conclusion).toMatch(
      /^After support, absence was \d\.\d percentage points lower \(95 % interval \d\.\d to \d\.\d\) than if it had changed as it did among like people without; the two go together, but that does not prove the one the cause of the other, because nobody was chosen at random\.$/,
    );
    expect(found.cautions.join(' ')).toContain('would partly have recovered anyway');
  });
});

describe('no effect', () => {
  it('is within the limits in about 95 % of samples', () => {
    // With 200 samples the share has a standard error of 1.5 percentage points.
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      const rows = simulate({ effect: 0, people: 1500, alike: 0.03 }, 1000 + seed);
      const { lower, upper } = resultOf(effectiveness({ rows, words })).difference;
      if (lower <= 0 && upper >= 0) held++;
    }
    expect(held / 200).toBeGreaterThan(0.9);
    expect(held / 200).toBeLessThanOrEqual(0.995);
  });

  it('is told as neither working nor not working', () => {
    const found = resultOf(effectiveness({ rows: simulate({ effect: 0 }, 43), words }));
    expect(found.difference.lower).toBeLessThan(0);
    expect(found.difference.upper).toBeGreaterThan(0);
    expect(found.conclusion).toMatch(
      /^After support, [^.]*−?\d\.\d [^.]*\d\.\d to \d\.\d\), which shows neither that it works nor that it does not\.$/,
    );
  });
});

describe('a placebo date', () => {
  it('finds groups that were parting already, and forbids the conclusion', () => {
    const rows = simulate({ effect: 0, parting: -0.03 }, 44);
    const found = resultOf(effectiveness({ rows, words }));
    // The change alone would look like an effect of −0.03.
    expect(found.difference.upper).toBeLessThan(0);
    const placebo = resultOf(found.placebo);
    expect(placebo.lower).toBeLessThan(-0.03);
    expect(placebo.upper).toBeGreaterThan(-0.03);
    expect(placebo.upper).toBeLessThan(0);
    expect(found.conclusion).toContain('already parting in absence before it began');
    expect(found.conclusion).toContain('may not be put down to it');
  });

  it('cannot be looked at without the time before', () => {
    const rows = simulate({ effect: 0 }, 45).map((row) => ({ ...row, earlierChange: null }));
    const found = resultOf(effectiveness({ rows, words }));
    expect(found.placebo.status).toBe('x');
    expect(found.cautions.at(-1)).toContain('could not be checked');
  });
});

describe('too little to say', () => {
  const rows = simulate({ effect: 0 }, 46);
  const first = (treated: boolean, count: number) => {
    let left = count;
    return rows.filter((row) => row.treated !== treated || (left -= row.people) >= 0);
  };

  it('is refused when nobody, or fewer than 30, can be matched', () => {
    const only = (treated: boolean) => rows.filter((row) => row.treated === treated);
    expect(effectiveness({ rows: only(false), words }).status).toBe('x');
    expect(effectiveness({ rows: only(true), words }).status).toBe('x');
    expect(effectiveness({ rows: first(true, 29), words }).status).toBe('u');
    expect(effectiveness({ rows: first(true, 60), words }).status).toBe('ok');
    const apart = rows.map((row) => ({
      ...row,
      covariates: { ...row.covariates, arm: `${row.treated}` },
    }));
    expect(effectiveness({ rows: apart, words })).toMatchObject({ status: 'u' });
  });

  it('is refused when the outcome before still differs after matching', () => {
    const worse = rows.map((row) =>
      row.treated
        ? { ...row, before: { ...row.before, sum: row.before.sum + 0.05 * row.people } }
        : row,
    );
    expect(effectiveness({ rows: worse, words })).toMatchObject({
      status: 'u',
      because: expect.stringContaining('differ too much in absence') as string,
    });
  });

  it('takes people as independent, and says so, with few clusters', () => {
    const few = rows.map((row) => ({ ...row, cluster: `${Number(row.cluster) % 5}` }));
    const found = resultOf(effectiveness({ rows: few, words }));
    expect(found.difference.limitsFrom).toBe('people');
    expect(found.cautions.join(' ')).toContain('too few clusters');
  });

  it('does not ask for a trend with one dose, nor with a dose of few people', () => {
    const dose = (of: (dose: number) => number) =>
      resultOf(
        effectiveness({
          rows: rows.map((row) => ({ ...row, dose: row.dose && of(row.dose) })),
          words,
        }),
      ).dose;
    expect(dose(() => 1).status).toBe('x');
    let once = true;
    expect(dose(() => (once ? ((once = false), 9) : 1)).status).toBe('u');
  });
});

describe('small numbers', () => {
  it('of unmatched people and of levels are not shown', () => {
    const alone: MatchRow = {
      covariates: { earlier_absence: '9', sex: '0' },
      treated: true,
      dose: 1,
      cluster: '1',
      people: 3,
      before: { sum: 1, sumOfSquares: 1 },
      change: { sum: 0, sumOfSquares: 0 },
      earlierChange: { sum: 0, sumOfSquares: 0 },
    };
    const rows = simulate({ effect: 0 }, 47);
    const treated = rows.reduce((sum, row) => sum + (row.treated ? row.people : 0), 0);
    expect(resultOf(effectiveness({ rows, words })).treated).toBe(treated);
    const found = resultOf(effectiveness({ rows: [...rows, alone], words }));
    expect(found.treated).toBeNull();
    expect(found.matchedTreated).toBe(treated);
    const levels = found.balance.filter((row) => row.covariate === 'earlier_absence');
    expect(levels.map((row) => row.level)).not.toContain('9');
    expect(levels.at(-1)!.level).toBeNull();
    const total = levels.reduce((sum, row) => sum + row.beforeMatching.treated, 0);
    expect(total).toBeCloseTo(1, 12);
  });
});

it('tells how far it has come and stops when it should', () => {
  const rows = simulate({ effect: 0, people: 2000 }, 48);
  const done: number[] = [];
  effectiveness({ rows, words }, { onProgress: (share) => done.push(share) });
  expect(done).toEqual([0.2, 0.4, 0.6, 0.8]);
  const signal = AbortSignal.abort(new Error('enough'));
  expect(() => effectiveness({ rows, words }, { signal })).toThrow('enough');
});
