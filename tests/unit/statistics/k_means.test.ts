import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustedRandIndex,
  calinskiHarabasz,
  centreSilhouette,
  clusterRecovery,
} from '$lib/statistics/cluster_quality';
import { assignToNearest, kMeans, pointCloud, type WeightedPoint } from '$lib/statistics/k_means';
import { seededRandom } from '$lib/statistics/seeded_random';
import { ruspini } from './ruspini';

const cloud = pointCloud(ruspini);
const best = (clusters: number, points = cloud) => kMeans(points, clusters, seededRandom(1), 30)!;

describe('k-means of the Ruspini data', () => {
  it('finds the four groups of 15, 17, 20 and 23 with sum of squares 12881.05', () => {
    // R: kmeans(ruspini, 4, nstart = 30); scikit-learn 1.9 KMeans to all digits.
    const found = best(4);
    expect(found.within).toBeCloseTo(12881.051236146628, 6);
    expect([...found.weights].sort((a, b) => a - b)).toEqual([15, 17, 20, 23]);
    const means = found.weights.map((_, c) => [...found.centres.subarray(2 * c, 2 * c + 2)]);
    means.sort((a, b) => a[0]! - b[0]!);
    const expected = [
      [20.15, 64.95],
      [43.913043478260875, 146.0434782608696],
      [68.93333333333334, 19.4],
      [98.1764705882353, 114.88235294117648],
    ];
    for (const [c, [x, y]] of expected.entries()) {
      expect(means[c]![0]).toBeCloseTo(x!, 9);
      expect(means[c]![1]).toBeCloseTo(y!, 9);
    }
  });

  it.each([
    // scikit-learn 1.9: KMeans(n_init=100).inertia_ and calinski_harabasz_score.
    [2, 89337.83214285714, 126.6835141258012],
    [3, 51063.475045670435, 136.28477286615686],
    [4, 12881.051236146628, 425.32734309356334],
    [5, 10126.719788182829, 404.8028538478067],
  ])(
    'in %d groups has the sum of squares and the Calinski-Harabasz index of scikit-learn',
    (k, within, index) => {
      const found = best(k);
      expect(found.within).toBeCloseTo(within, 6);
      expect(calinskiHarabasz(cloud, found)).toBeCloseTo(index, 6);
    },
  );
});

describe('k-means', () => {
  const point = fc.record({
    values: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
    weight: fc.integer({ min: 1, max: 4 }),
  });
  const points = fc.array(point, { minLength: 8, maxLength: 40 });

  it('gives a point of weight w the same say as w points', () => {
    fc.assert(
      fc.property(points, (some) => {
        const apart = some.flatMap(({ values, weight }) =>
          Array.from({ length: weight }, (): WeightedPoint => ({ values, weight: 1 })),
        );
        const together = kMeans(pointCloud(some), 1, seededRandom(3), 1)!;
        const each = kMeans(pointCloud(apart), 1, seededRandom(3), 1)!;
        expect(each.within).toBeCloseTo(together.within, 8);
        expect(each.weights).toEqual(together.weights);
        expect(each.centres[0]!).toBeCloseTo(together.centres[0]!, 10);
      }),
    );
  });

  it('puts every point with its nearest centre, and each centre in the middle of its points', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 4 }), (some, clusters) => {
        const of = pointCloud(some);
        const found = kMeans(of, clusters, seededRandom(5), 3);
        fc.pre(found !== null);
        const nearest = some.map(({ values }) => {
          const distances = found.weights.map(
            (_, c) =>
              (values[0] - found.centres[2 * c]!) ** 2 +
              (values[1] - found.centres[2 * c + 1]!) ** 2,
          );
          return Math.min(...distances);
        });
        const within = some.reduce((sum, { weight }, i) => sum + weight * nearest[i]!, 0);
        expect(found.within).toBeCloseTo(within, 6);
        expect([...assignToNearest(of, found.centres)]).toHaveLength(some.length);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBe(
          some.reduce((sum, { weight }) => sum + weight, 0),
        );
      }),
    );
  });

  it('answers the same for the same seed, and nothing for fewer points than clusters', () => {
    expect(kMeans(cloud, 3, seededRandom(9), 2)).toEqual(kMeans(cloud, 3, seededRandom(9), 2));
    const twice = pointCloud([
      { values: [1], weight: 5 },
      { values: [1], weight: 2 },
    ]);
    expect(kMeans(twice, 2, seededRandom(1), 3)).toBeNull();
  });

  it('refuses points of different length and weights of nobody', () => {
    const bad = (values: number[], weight: number) => () =>
      pointCloud([
        { values: [1, 2], weight: 1 },
        { values, weight },
      ]);
    expect(bad([1], 1)).toThrow(RangeError);
    expect(bad([1, NaN], 1)).toThrow(RangeError);
    expect(bad([1, 2], 0)).toThrow(RangeError);
  });
});

describe('silhouette from centres', () => {
  it('is one less the distance to the own centre over that to the next, by people', () => {
    // Centres 1 and 10: the points 0, 2 and 10 are 1, 1 and 0 from their own and 10, 8 and 9 from the other.
    const three = pointCloud(
      [
        [0, 2],
        [2, 1],
        [10, 3],
      ].map(([value, weight]) => ({ values: [value!], weight: weight! })),
    );
    const found = {
      ...best(2),
      centres: Float64Array.of(1, 10),
      assignment: Uint8Array.of(0, 0, 1),
      weights: [3, 3],
    };
    expect(centreSilhouette(three, found)).toBeCloseTo((2 * 0.9 + 7 / 8 + 3) / 6, 12);
  });
});

describe('adjusted Rand index', () => {
  const one = (length: number) => new Array<number>(length).fill(1);

  it.each([
    // scikit-learn's documentation, and adjusted_rand_score for the last.
    [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714285714],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    [[0, 0, 1, 1], [1, 1, 0, 0], 1],
    [[1, 1, 1, 2, 2, 2, 3, 3], [1, 1, 2, 2, 3, 3, 3, 3], 0.18181818181818182],
  ])('of %j and %j is the published one', (a, b, index) => {
    expect(adjustedRandIndex(a, b, one(a.length))).toBeCloseTo(index, 12);
  });

  it('counts a point as often as its weight', () => {
    const weighted = adjustedRandIndex([0, 1, 2], [0, 1, 1], [2, 1, 1]);
    expect(weighted).toBeCloseTo(0.5714285714285714, 12);
  });

  it('is none when neither grouping separates anybody', () => {
    expect(adjustedRandIndex([0, 0], [1, 1], [3, 2])).toBeNull();
    expect(adjustedRandIndex([0], [0], [1])).toBeNull();
  });
});

describe('recovery of clusters', () => {
  const found = { ...best(2), clusters: 2, assignment: Uint8Array.of(0, 0, 0, 1), weights: [6, 2] };

  it('is the share in common with the nearest, of all in either', () => {
    // Of six people with weights 3, 2 and 1 and two of weight 2: the others are {3, 2} and {1, 2}.
    const [first, second] = clusterRecovery(found, [1, 1, 0, 0], [3, 2, 1, 2]);
    expect(first).toBeCloseTo(5 / 6, 12);
    expect(second).toBeCloseTo(2 / 3, 12);
  });

  it('is whole when the same clusters come back under other numbers', () => {
    expect(clusterRecovery(found, [1, 1, 1, 0], [3, 2, 1, 2])).toEqual([1, 1]);
  });
});
