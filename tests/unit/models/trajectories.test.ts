import { describe, expect, it } from 'vitest';
import { trajectories } from '$lib/models/trajectories';
import { adjustedRandIndex } from '$lib/statistics/cluster_quality';
import { assignToNearest, pointCloud, type WeightedPoint } from '$lib/statistics/k_means';
import { seededRandom } from '$lib/statistics/seeded_random';
import { resultOf } from '../statistics/result_of';

/** Courses over six terms: low, rising, falling, high. */
const courses = [
  [0.04, 0.04, 0.05, 0.04, 0.04, 0.05],
  [0.05, 0.1, 0.2, 0.3, 0.4, 0.5],
  [0.5, 0.4, 0.3, 0.2, 0.1, 0.05],
  [0.55, 0.6, 0.6, 0.6, 0.65, 0.6],
];
const shares = [0.7, 0.1, 0.12, 0.08];

/** People about these courses, their rates in steps of 2 %; and which course each point came from. */
function sample(count: number, spread: number, seed: number) {
  const random = seededRandom(seed);
  const points: WeightedPoint[] = [];
  const truth: number[] = [];
  for (let i = 0; i < count; i++) {
    const u = random.uniform();
    const course = u < 0.7 ? 0 : u < 0.8 ? 1 : u < 0.92 ? 2 : 3;
    const values = courses[course]!.map(
      (rate) => Math.round(50 * Math.min(1, Math.max(0, rate + spread * random.normal()))) / 50,
    );
    points.push({ values, weight: 1 });
    truth.push(course);
  }
  return { points, truth };
}

/** The same people, one point a course taken. */
function grouped(points: readonly WeightedPoint[]): WeightedPoint[] {
  const counts = new Map<string, WeightedPoint>();
  for (const { values, weight } of points) {
    const key = values.join();
    counts.set(key, { values, weight: weight + (counts.get(key)?.weight ?? 0) });
  }
  return [...counts.values()];
}

describe('trajectories', () => {
  const { points, truth } = sample(2000, 0.05, 31);

  it('finds the courses that people were drawn from', () => {
    const found = resultOf(trajectories({ points, seed: 1 }));
    expect(found.groups).toHaveLength(4);
    expect(found.people).toBe(2000);
    expect(found.stability.agreement).toBeGreaterThan(0.95);
    expect(found.stability.worstRecovery).toBeGreaterThan(0.9);
    // From the lowest mean: low, rising, falling, high.
    for (const [g, { centre, share }] of found.groups.entries()) {
      for (const [term, rate] of courses[g]!.entries())
        expect(Math.abs(centre[term]! - rate)).toBeLessThan(0.03);
      expect(Math.abs(share - shares[g]!)).toBeLessThan(0.03);
    }
    const centres = Float64Array.from(found.groups.flatMap(({ centre }) => centre));
    const assigned = assignToNearest(pointCloud(points), centres);
    const weights = points.map(({ weight }) => weight);
    expect(adjustedRandIndex(assigned, truth, weights)!).toBeGreaterThan(0.95);
  });

  it('tells which numbers of groups were tried, from the most, and why each was not taken', () => {
    const { tried, rule } = resultOf(trajectories({ points, seed: 1 }));
    expect(tried.map(({ groups }) => groups)).toEqual([6, 5, 4]);
    expect(tried.at(-1)!.because).toContain('Chosen');
    for (const { because } of tried.slice(0, -1)) expect(because).not.toContain('Chosen');
    expect(rule).toContain('adjusted Rand index of at least 0.9');
  });

  it('finds the same groups from any seed, and the same figures from the same', () => {
    const all = [1, 2, 3].map((seed) => resultOf(trajectories({ points: grouped(points), seed })));
    for (const { groups } of all) {
      expect(groups).toHaveLength(4);
      for (const [g, { people }] of groups.entries())
        expect(Math.abs(people - all[0]!.groups[g]!.people)).toBeLessThan(20);
    }
    expect(trajectories({ points, seed: 4 })).toEqual(trajectories({ points, seed: 4 }));
  });

  it('refuses where there are no groups', () => {
    // Normal about one course in every direction alike: any way to halve it is as good.
    const random = seededRandom(5);
    const cloud = Array.from({ length: 1500 }, () => ({
      values: Array.from({ length: 6 }, () => 0.3 + 0.05 * random.normal()),
      weight: 1,
    }));
    const found = trajectories({ points: cloud, seed: 1 });
    expect(found.status).toBe('u');
  });

  it('makes no group too small to show', () => {
    // Three plain groups of 300, and four people beyond the last.
    const at = (rate: number, weight: number, i: number): WeightedPoint => ({
      values: [rate + 0.001 * (i % 7), rate + 0.001 * (i % 5)],
      weight,
    });
    const plain = [0.1, 0.4, 0.7].flatMap((rate) =>
      Array.from({ length: 30 }, (_, i) => at(rate, 10, i)),
    );
    const { groups, tried } = resultOf(trajectories({ points: [...plain, at(1, 4, 0)], seed: 1 }));
    expect(groups.map(({ people }) => people)).toEqual([300, 300, 304]);
    expect(tried.find((one) => one.groups === 4)).toMatchObject({
      stability: null,
      because: 'One of the groups is too small to show.',
    });
  });

  it('needs people enough', () => {
    expect(trajectories({ points: [], seed: 1 }).status).toBe('x');
    expect(trajectories({ points: points.slice(0, 99), seed: 1 }).status).toBe('u');
    // Everybody alike cannot be told apart.
    expect(trajectories({ points: [{ values: [0.1, 0.1], weight: 500 }], seed: 1 }).status).toBe(
      'u',
    );
  });

  it('tells how far it has come and stops when it should', () => {
    const done: number[] = [];
    const abort = new AbortController();
    const onProgress = (share: number) => {
      done.push(share);
      if (done.length === 2) abort.abort(new Error('enough'));
    };
    expect(() => trajectories({ points, seed: 1 }, { onProgress, signal: abort.signal })).toThrow(
      'enough',
    );
    expect(done).toHaveLength(2);
  });
});
