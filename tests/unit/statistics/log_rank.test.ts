import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRank, stratifiedLogRank } from '$lib/statistics/log_rank';
import { resultOf } from './result_of';
import { lung, maintained, mercaptopurine, notMaintained, placebo, spells } from './survival_data';

describe('log-rank test', () => {
  it('of maintained remissions is that of R: chi-squared 3.4, p 0.0653', () => {
    // R survival, tests/doaml.Rout.save.
    const test = resultOf(logRank([maintained, notMaintained]));
    expect(test.chiSquared).toBeCloseTo(3.4, 1);
    expect(test.pValue).toBeCloseTo(0.0653, 4);
    expect(test.degreesOfFreedom).toBe(1);
    expect(test.groups.map((group) => group.observed)).toEqual([7, 11]);
    expect(test.groups[0]!.expected).toBeCloseTo(10.69, 2);
    expect(test.groups[1]!.expected).toBeCloseTo(7.31, 2);
  });

  it('of remissions under 6-MP is 16.79', () => {
    // Kleinbaum and Klein (2012), chapter 2.
    const test = resultOf(logRank([mercaptopurine, placebo]));
    expect(test.chiSquared).toBeCloseTo(16.79, 2);
    expect(test.groups[0]!.expected).toBeCloseTo(19.25, 2);
    expect(test.groups[1]!.expected).toBeCloseTo(10.75, 2);
  });

  it('of men and women with lung cancer is 10.3267, p 0.00131', () => {
    // R survival: survdiff(Surv(time, status) ~ sex, lung).
    const test = resultOf(logRank(['m', 'f'].map((sex) => lung.filter((row) => row.sex === sex))));
    expect(test.chiSquared).toBeCloseTo(10.3267, 4);
    expect(test.pValue).toBeCloseTo(0.00131116, 8);
    expect(test.groups[0]!.expected).toBeCloseTo(91.5817, 4);
  });

  it('of eight groups within institutions is 21.368 on 7 degrees of freedom', () => {
    // R survival, example of survdiff: Surv(time, status) ~ pat.karno + strata(inst).
    const known = lung.filter((row) => row.institution !== '-' && row.performance !== '-');
    const levels = ['30', '40', '50', '60', '70', '80', '90', '100'];
    const strata = [...new Set(known.map((row) => row.institution))].map((institution) =>
      levels.map((level) =>
        known.filter((row) => row.institution === institution && row.performance === level),
      ),
    );
    const test = resultOf(stratifiedLogRank(strata));
    expect(test.chiSquared).toBeCloseTo(21.368, 3);
    expect(test.degreesOfFreedom).toBe(7);
    expect(test.pValue).toBeCloseTo(0.003, 3);
    const expected = [0.692, 1.099, 1.166, 16.298, 26.358, 41.938, 47.242, 26.207];
    for (const [g, value] of expected.entries())
      expect(test.groups[g]!.expected).toBeCloseTo(value, 3);
  });
});

describe('the test', () => {
  const group = fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 50 }),
      ended: fc.integer({ min: 0, max: 5 }),
      stillOpen: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 3, maxLength: 20 },
  );

  it('does not depend on the order of the groups, and expects as many as ended', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
        const test = logRank(groups);
        const turned = logRank([...groups].reverse());
        expect(turned.status).toBe(test.status);
        if (test.status !== 'ok' || turned.status !== 'ok') return;
        expect(turned.result.chiSquared).toBeCloseTo(test.result.chiSquared, 6);
        const { groups: counts } = test.result;
        const total = (of: 'observed' | 'expected') => counts.reduce((s, g) => s + g[of], 0);
        expect(total('expected')).toBeCloseTo(total('observed'), 8);
      }),
    );
  });

  it('finds no difference between a group and itself', () => {
    expect(resultOf(logRank([placebo, placebo])).chiSquared).toBeCloseTo(0, 12);
  });

  it('takes no notice of an empty group', () => {
    const two = resultOf(logRank([maintained, notMaintained]));
    const three = resultOf(logRank([maintained, [], notMaintained]));
    expect(three.chiSquared).toBeCloseTo(two.chiSquared, 10);
    expect(three.degreesOfFreedom).toBe(1);
  });

  it('needs two groups, ten endings, and people open at the same age', () => {
    expect(logRank([placebo, []]).status).toBe('x');
    expect(logRank([]).status).toBe('x');
    expect(logRank([spells('1 2 3 4'), spells('2 3 4 5+')]).status).toBe('u');
    expect(
      stratifiedLogRank([
        [spells('1 2 3 4 5 6'), []],
        [[], spells('1 2 3 4 5 6')],
      ]).status,
    ).toBe('u');
  });
});
