import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CovariatePattern, Factor } from '$lib/models/covariate_patterns';
import { preparePatterns } from '$lib/models/grouped_patterns';

const sex: Factor = {
  id: 'sex',
  label: 'Sex',
  levels: [
    { code: 1, label: 'male' },
    { code: 2, label: 'female' },
  ],
  reference: 1,
};
const need: Factor = {
  id: 'need',
  label: 'Need',
  levels: [
    { code: 1, label: 'none', who: 'people without needs' },
    { code: 2, label: 'speech' },
    { code: 3, label: 'sight' },
    { code: 4, label: 'hearing' },
  ],
  reference: 1,
};
const pattern = (levels: number[], people: number, events: number): CovariatePattern => ({
  levels,
  people,
  events,
});

describe('patterns that are large enough', () => {
  it('are only gathered and put in order', () => {
    const { factors, patterns, notes } = preparePatterns(
      [sex],
      [pattern([2], 100, 20), pattern([1], 50, 10), pattern([2], 10, 5)],
    );
    expect(notes).toEqual([]);
    expect(factors).toEqual([sex]);
    expect(patterns).toEqual([pattern([1], 50, 10), pattern([2], 110, 25)]);
  });

  it('lose levels without anybody, unsaid', () => {
    const { factors, notes } = preparePatterns(
      [need],
      [pattern([1], 100, 20), pattern([3], 100, 20)],
    );
    expect(notes).toEqual([]);
    expect(factors[0]!.levels.map(({ code }) => code)).toEqual([1, 3]);
    expect(factors[0]!.levels[0]!.who).toBe('people without needs');
  });
});

describe('levels with fewer than 10 people with the outcome, or without', () => {
  const large = [pattern([1], 5000, 500), pattern([2], 2000, 300)];

  it('are taken together', () => {
    const { factors, patterns, notes } = preparePatterns(
      [need],
      [...large, pattern([3], 60, 9), pattern([4], 30, 25)],
    );
    expect(factors[0]!.levels.map(({ label }) => label)).toEqual([
      'none',
      'speech',
      'Other or not recorded',
    ]);
    expect(patterns.map(({ people, events }) => [people, events])).toContainEqual([90, 34]);
    expect(notes).toEqual([
      'Need: “sight” and “hearing” are counted with “Other or not recorded”, because too few people ' +
        'in the group had the outcome, or had not.',
    ]);
  });

  it('join the level that the factor has for them', () => {
    const { factors, patterns } = preparePatterns(
      [{ ...need, other: 4 }],
      [...large, pattern([3], 60, 9), pattern([4], 200, 40)],
    );
    expect(factors[0]!.levels.map(({ code }) => code)).toEqual([1, 2, 4]);
    expect(patterns.at(-1)).toEqual(pattern([4], 260, 49));
  });

  it('are left out when even together they are too small, and this is said', () => {
    const { factors, patterns, notes } = preparePatterns([need], [...large, pattern([3], 60, 9)]);
    expect(factors[0]!.levels.map(({ code }) => code)).toEqual([1, 2]);
    expect(patterns).toEqual(large);
    expect(notes).toEqual([
      'Need: people recorded as “sight” are left out, because too few of them had the outcome, or had ' +
        'not.',
    ]);
  });

  it('refuse the factor when too many people would be left out with them', () => {
    const { factors, patterns, notes } = preparePatterns([need], [...large, pattern([3], 900, 9)]);
    expect(factors).toEqual([]);
    expect(patterns).toEqual([pattern([], 7900, 809)]);
    expect(notes).toEqual([
      'Need is left out: there are not two groups of it with at least 10 people with the outcome and ' +
        '10 without to compare.',
    ]);
  });

  it('refuse the factor when nothing is left to compare, and nobody is left out for it', () => {
    const { factors, patterns } = preparePatterns(
      [sex, need],
      [pattern([1, 1], 500, 50), pattern([2, 1], 500, 60), pattern([2, 2], 30, 9)],
    );
    expect(factors.map(({ id }) => id)).toEqual(['sex']);
    expect(patterns).toEqual([pattern([1], 500, 50), pattern([2], 530, 69)]);
  });

  it('give way as reference to the largest level', () => {
    const { factors, notes } = preparePatterns(
      [{ ...need, reference: 3 }],
      [...large, pattern([3], 60, 9)],
    );
    expect(factors[0]!.reference).toBe(1);
    expect(notes.join(' ')).toContain('compared with “none”');
  });

  it('are found again after others were left out', () => {
    // Leaving out the 9 with the outcome whose sight is recorded takes "female" from 12 to 9.
    const { factors, notes } = preparePatterns(
      [sex, need],
      [
        pattern([1, 1], 5000, 500),
        pattern([1, 2], 2000, 300),
        pattern([2, 1], 4000, 6),
        pattern([2, 3], 40, 6),
        pattern([1, 3], 20, 3),
      ],
    );
    expect(factors.map(({ id }) => id)).toEqual(['need']);
    expect(notes.join(' ')).toContain('Sex is left out');
  });
});

describe('prepared patterns', () => {
  const any = fc.array(
    fc
      .tuple(
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
      )
      .map(([s, n, events, others]) => pattern([s, n], events + others, events)),
    { maxLength: 12 },
  );

  it('have no level below the smallest size, and nobody is added', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { factors, patterns } = preparePatterns([sex, need], given);
        const total = (of: 'people' | 'events', list: readonly CovariatePattern[]) =>
          list.reduce((sum, each) => sum + each[of], 0);
        expect(total('people', patterns)).toBeLessThanOrEqual(total('people', given));
        for (const [i, factor] of factors.entries()) {
          expect(factor.levels.length).toBeGreaterThanOrEqual(2);
          expect(factor.levels.map(({ code }) => code)).toContain(factor.reference);
          for (const { code } of factor.levels) {
            const own = patterns.filter(({ levels }) => levels[i] === code);
            const events = total('events', own);
            expect(Math.min(events, total('people', own) - events)).toBeGreaterThanOrEqual(10);
          }
        }
      }),
    );
  });

  it('do not depend on the order or on how people were grouped', () => {
    fc.assert(
      fc.property(any, (given) => {
        const halves = given.flatMap(({ levels, people, events }) => {
          const one = Math.floor(events / 2);
          const others = Math.floor((people - events) / 2);
          return [
            pattern([...levels], one + others, one),
            pattern([...levels], people - one - others, events - one),
          ];
        });
        expect(preparePatterns([sex, need], halves.toReversed())).toEqual(
          preparePatterns([sex, need], given),
        );
      }),
    );
  });

  it('throw for codes and counts that cannot be', () => {
    expect(() => preparePatterns([sex], [pattern([3], 1, 0)])).toThrow(RangeError);
    expect(() => preparePatterns([sex], [pattern([1, 1], 1, 0)])).toThrow(RangeError);
    expect(() => preparePatterns([sex], [pattern([1], 1, 2)])).toThrow(RangeError);
    expect(() => preparePatterns([sex], [pattern([1], 1.5, 1)])).toThrow(RangeError);
    expect(() => preparePatterns([{ ...sex, reference: 9 }], [])).toThrow(RangeError);
  });
});
