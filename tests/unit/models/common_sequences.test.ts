import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonSequences, type SequenceCount } from '$lib/models/common_sequences';
import { resultOf } from '../statistics/result_of';

const paths: SequenceCount[] = [
  { path: ['help', 'need', 'plan'], people: 30 },
  { path: ['help', 'help', 'need', 'plan'], people: 10 },
  { path: ['help'], people: 50 },
  { path: ['help', 'need'], people: 20 },
  { path: ['need'], people: 25 },
  { path: ['need', 'care'], people: 3 },
  { path: ['care', 'help'], people: 2 },
];

describe('common sequences', () => {
  it('lists the commonest pathways, repeats told once, and the rest as other', () => {
    const { people, pathways, other } = resultOf(commonSequences({ paths }));
    expect(people).toBe(140);
    expect(pathways.map(({ path, people: taken }) => [path.join(' '), taken])).toEqual([
      ['help', 50],
      ['help need plan', 40],
      ['help need', 20],
    ]);
    // 25 + 3 of need and 2 of care: none may be listed without giving away a small number.
    expect(other).toEqual({ people: 30, share: 30 / 140 });
  });

  it('counts everybody who began the same way', () => {
    const { beginnings } = resultOf(commonSequences({ paths }));
    expect(beginnings).toEqual([
      { path: ['help'], people: 110, share: 110 / 140, shareOfBefore: 110 / 140 },
      { path: ['help', 'need'], people: 60, share: 60 / 140, shareOfBefore: 60 / 110 },
      { path: ['help', 'need', 'plan'], people: 40, share: 40 / 140, shareOfBefore: 40 / 60 },
    ]);
  });

  it('tells long pathways up to a step, and says that some go on', () => {
    const { pathways } = resultOf(commonSequences({ paths, longest: 2, fewest: 1 }));
    expect(pathways.find(({ path }) => path.join(' ') === 'help need')).toMatchObject({
      people: 60,
      goesOn: true,
    });
    expect(pathways.find(({ path }) => path.join(' ') === 'need care')).toMatchObject({
      people: 3,
      goesOn: false,
    });
  });

  it('lists as many as are asked for', () => {
    const { pathways, other } = resultOf(commonSequences({ paths, most: 1 }));
    expect(pathways).toHaveLength(1);
    expect(other.people).toBe(90);
  });

  const state = fc.constantFrom('a', 'b', 'c');
  const some = fc.array(
    fc.record({
      path: fc.array(state, { minLength: 1, maxLength: 7 }),
      people: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('lets no small number be read or worked out, and counts everybody once', () => {
    fc.assert(
      fc.property(some, (all) => {
        const outcome = commonSequences({ paths: all, most: 1000 });
        if (outcome.status !== 'ok') return;
        const { people, pathways, other, beginnings } = outcome.result;
        expect(people).toBe(all.reduce((sum, one) => sum + one.people, 0));
        expect(pathways.reduce((sum, one) => sum + one.people, other.people)).toBe(people);
        for (const one of [...pathways, ...beginnings])
          expect(one.people).toBeGreaterThanOrEqual(6);
        if (pathways.length > 0 && other.people > 0) expect(other.people).toBeGreaterThanOrEqual(6);
        // What is left of each beginning after the listed ones that continue it or end with it.
        for (const { path, people: began } of beginnings) {
          if (path.length === 5) continue;
          const within = (one: readonly string[]) => path.every((step, i) => one[i] === step);
          const next = beginnings.filter(
            (one) => one.path.length === path.length + 1 && within(one.path),
          );
          const ended = pathways.find((one) => one.path.join() === path.join())?.people ?? 0;
          const left = began - ended - next.reduce((sum, one) => sum + one.people, 0);
          if (left !== 0) expect(left).toBeGreaterThanOrEqual(6);
        }
      }),
    );
  });

  it('needs enough people', () => {
    expect(commonSequences({ paths: [] }).status).toBe('x');
    expect(commonSequences({ paths: [{ path: [], people: 9 }] }).status).toBe('x');
    expect(commonSequences({ paths: [{ path: ['a'], people: 5 }] }).status).toBe('u');
  });
});
