import { adjustedRandIndex, clusterRecovery } from '../statistics/cluster_quality';
import { assignToNearest, kMeans, type Clustering, type PointCloud } from '../statistics/k_means';
import type { SeededRandom } from '../statistics/seeded_random';
import type { ModelRun } from './model_run';

/** How far two halves of the people, divided at random, give the same groups; on average. */
export interface Stability {
  /** Adjusted Rand index between the groups of the two halves: 1 when everybody is grouped the same. */
  readonly agreement: number;
  /** Of the group that a half finds worst, the share in common with its nearest there (Jaccard). */
  readonly worstRecovery: number;
}

/** Two halves agree on the groups from this adjusted Rand index on. */
export const STABLE = 0.9;
/** From here on Hennig (2007) calls a single group stable. */
export const RECOVERED = 0.75;
export const HALVINGS = 4;
const STARTS_OF_HALF = 3;

/** Over as many divisions as it takes to see that the groups are not stable, or over all. */
export function stabilityOf(
  cloud: PointCloud,
  found: Clustering,
  random: SeededRandom,
  run: ModelRun,
): Stability {
  let agreement = 0;
  const recovery = found.weights.map(() => 0);
  let division = 0;
  while (division < HALVINGS && agreement + HALVINGS - division >= STABLE * HALVINGS) {
    run.signal?.throwIfAborted();
    division++;
    const [a, b] = halve(cloud, random).map((half) => {
      const again = kMeans(half, found.clusters, random, STARTS_OF_HALF);
      const assigned = again && assignToNearest(cloud, again.centres);
      if (assigned)
        for (const [c, share] of clusterRecovery(found, assigned, cloud.weights).entries())
          recovery[c]! += share / 2;
      return assigned;
    });
    if (a && b) agreement += adjustedRandIndex(a, b, cloud.weights) ?? 0;
  }
  return { agreement: agreement / division, worstRecovery: Math.min(...recovery) / division };
}

export function isStable({ agreement, worstRecovery }: Stability): boolean {
  return agreement >= STABLE && worstRecovery >= RECOVERED;
}

/** Each person to one of two halves by chance. */
function halve(cloud: PointCloud, random: SeededRandom): readonly PointCloud[] {
  const first = cloud.weights.map((weight) => {
    let drawn = 0;
    for (let person = 0; person < weight; person++) if (random.uniform() < 0.5) drawn++;
    return drawn;
  });
  return [first, cloud.weights.map((weight, i) => weight - first[i]!)].map((weights) =>
    onlyWith(cloud, weights),
  );
}

/** The points of some weight. */
function onlyWith(cloud: PointCloud, weights: Float64Array): PointCloud {
  const { dimensions } = cloud;
  const left = weights.filter((weight) => weight > 0);
  const values = new Float64Array(left.length * dimensions);
  let at = 0;
  for (let i = 0; i < cloud.count; i++)
    if (weights[i]! > 0) {
      values.set(cloud.values.subarray(i * dimensions, (i + 1) * dimensions), at);
      at += dimensions;
    }
  return { count: left.length, dimensions, values, weights: left };
}
