import type { Clustering, PointCloud } from './k_means';

/**
 * How far two groupings of the same points agree beyond chance: 1 when they are the same, about 0 when
 * they have nothing to do with each other. Each point counts for as many people as its weight.
 * Null when neither grouping separates anybody, or when there are fewer than two people.
 *
 * Source: Hubert and Arabie (1985).
 */
export function adjustedRandIndex(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  weights: ArrayLike<number>,
): number | null {
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const cells = new Map<number, number>();
  let people = 0;
  const add = (to: Map<number, number>, key: number, weight: number) =>
    to.set(key, (to.get(key) ?? 0) + weight);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    people += weight;
    add(rows, a[i]!, weight);
    add(columns, b[i]!, weight);
    add(cells, a[i]! * 65_536 + b[i]!, weight);
  }
  const pairs = (of: Map<number, number>): number => {
    let sum = 0;
    for (const count of of.values()) sum += (count * (count - 1)) / 2;
    return sum;
  };
  const all = (people * (people - 1)) / 2;
  if (!(all > 0)) return null;
  const [inRows, inColumns] = [pairs(rows), pairs(columns)];
  const byChance = (inRows * inColumns) / all;
  const most = (inRows + inColumns) / 2;
  return most === byChance ? null : (pairs(cells) - byChance) / (most - byChance);
}

/**
 * How well each cluster of a grouping comes back in another of the same points: the best share that it
 * has in common with one of the other's clusters, of all the people in either (Jaccard), from 0 to 1.
 * It sees a small cluster fall apart, which the index above hardly does.
 *
 * Source: Hennig (2007), Computational Statistics & Data Analysis 52.
 */
export function clusterRecovery(
  found: Clustering,
  again: ArrayLike<number>,
  weights: ArrayLike<number>,
): number[] {
  const { clusters, assignment, weights: inFound } = found;
  const both = new Float64Array(clusters * clusters);
  const inAgain = new Float64Array(clusters);
  for (let i = 0; i < weights.length; i++) {
    both[assignment[i]! * clusters + again[i]!]! += weights[i]!;
    inAgain[again[i]!]! += weights[i]!;
  }
  return inFound.map((people, c) =>
    Math.max(
      ...inAgain.map((others, d) => {
        const common = both[c * clusters + d]!;
        return common > 0 ? common / (people + others - common) : 0;
      }),
    ),
  );
}

/**
 * The variance between clusters over that within, each by its degrees of freedom: the greater, the
 * better apart and the closer together. Null without spread within.
 *
 * Source: Caliński and Harabasz (1974).
 */
export function calinskiHarabasz(cloud: PointCloud, clustering: Clustering): number | null {
  const { count, dimensions, values, weights } = cloud;
  const means = new Float64Array(dimensions);
  let people = 0;
  for (let i = 0; i < count; i++) {
    people += weights[i]!;
    for (let d = 0; d < dimensions; d++) means[d]! += weights[i]! * values[i * dimensions + d]!;
  }
  let between = 0;
  for (const [c, inCluster] of clustering.weights.entries())
    for (let d = 0; d < dimensions; d++)
      between += inCluster * (clustering.centres[c * dimensions + d]! - means[d]! / people) ** 2;
  const { clusters, within } = clustering;
  if (!(within > 0 && people > clusters)) return null;
  return between / (clusters - 1) / (within / (people - clusters));
}

/**
 * How much nearer people are to their own centre than to the next, from 0 to 1 on average: the silhouette
 * in the form that measures from centres, 1 − (distance to the own) / (distance to the next).
 *
 * Source: Vendramin, Campello and Hruschka (2010).
 */
export function centreSilhouette(cloud: PointCloud, found: Clustering): number {
  const { count, dimensions, values, weights } = cloud;
  let sum = 0;
  let people = 0;
  for (let i = 0; i < count; i++) {
    const distances = Array.from({ length: found.clusters }, (_, c) => {
      let square = 0;
      for (let d = 0; d < dimensions; d++) {
        const difference = values[i * dimensions + d]! - found.centres[c * dimensions + d]!;
        square += difference * difference;
      }
      return Math.sqrt(square);
    }).sort((a, b) => a - b);
    sum += weights[i]! * (distances[1]! > 0 ? 1 - distances[0]! / distances[1]! : 0);
    people += weights[i]!;
  }
  return sum / people;
}
