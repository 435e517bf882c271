import type { SeededRandom } from './seeded_random';

/** A place in as many dimensions as there are values, and how many people are there. */
export interface WeightedPoint {
  readonly values: readonly number[];
  readonly weight: number;
}

/** Points in columns of numbers, so that a pass over them is one loop. */
export interface PointCloud {
  readonly count: number;
  readonly dimensions: number;
  /** The values of point after point. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

export interface Clustering {
  /** The values of centre after centre. */
  readonly centres: Float64Array;
  readonly clusters: number;
  /** By point, the number of its cluster from 0. */
  readonly assignment: Uint8Array;
  /** The weight in each cluster. */
  readonly weights: readonly number[];
  /** The weighted sum of squared distances to the centres. */
  readonly within: number;
}

const MOST_ROUNDS = 100;
/** The share of points that may still change sides when the rounds end. */
const SETTLED = 0.004;

/** @throws RangeError when points differ in length, or hold a weight not above zero or no number. */
export function pointCloud(points: readonly WeightedPoint[]): PointCloud {
  const dimensions = points[0]?.values.length ?? 0;
  const values = new Float64Array(points.length * dimensions);
  for (const [i, point] of points.entries()) {
    if (point.values.length !== dimensions)
      throw new RangeError(`Every point has ${dimensions} values; one has ${point.values.length}.`);
    if (!(point.weight > 0 && point.weight < Infinity && point.values.every(Number.isFinite)))
      throw new RangeError('A point has numbers as values and a weight above zero.');
    values.set(point.values, i * dimensions);
  }
  return {
    count: points.length,
    dimensions,
    values,
    weights: Float64Array.from(points, (point) => point.weight),
  };
}

/**
 * Weighted k-means: Lloyd's rounds from `starts` sets of centres drawn by k-means++, the one with the
 * least sum of squares kept. Null when there are fewer distinct points than clusters.
 *
 * Source: Lloyd (1982); Arthur and Vassilvitskii (2007).
 */
export function kMeans(
  cloud: PointCloud,
  clusters: number,
  random: SeededRandom,
  starts: number,
): Clustering | null {
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start++) {
    const centres = drawCentres(cloud, clusters, random);
    if (centres === null) return null;
    const found = settle(cloud, centres, clusters);
    if (best === null || found.within < best.within) best = found;
  }
  return best;
}

/** k-means++: each next centre is a point, the likelier the further it is from those drawn before. */
function drawCentres(
  cloud: PointCloud,
  clusters: number,
  random: SeededRandom,
): Float64Array | null {
  const { count, dimensions, values, weights } = cloud;
  const centres = new Float64Array(clusters * dimensions);
  const chances = weights.slice();
  const distances = new Float64Array(count).fill(Infinity);
  for (let c = 0; c < clusters; c++) {
    const drawn = drawOne(chances, random);
    if (drawn === null) return null;
    const centre = values.subarray(drawn * dimensions, (drawn + 1) * dimensions);
    centres.set(centre, c * dimensions);
    for (let i = 0; i < count; i++) {
      let distance = 0;
      for (let d = 0; d < dimensions; d++) {
        const difference = values[i * dimensions + d]! - centre[d]!;
        distance += difference * difference;
      }
      if (distance < distances[i]!) distances[i] = distance;
      chances[i] = weights[i]! * distances[i]!;
    }
  }
  return centres;
}

/** The place of one of the chances, drawn in proportion to them; null when all are zero. */
function drawOne(chances: Float64Array, random: SeededRandom): number | null {
  let left = random.uniform() * chances.reduce((sum, chance) => sum + chance, 0);
  let last: number | null = null;
  for (let i = 0; i < chances.length; i++) {
    if (chances[i] === 0) continue;
    last = i;
    left -= chances[i]!;
    if (left < 0) break;
  }
  return last;
}

/** Gives each point of a cloud to the nearest of the centres, by number from 0. */
export function assignToNearest(cloud: PointCloud, centres: Float64Array): Uint8Array {
  const assignment = new Uint8Array(cloud.count);
  const distances = new Float64Array(cloud.count);
  assign(cloud, centres, assignment, distances);
  return assignment;
}

/** Lloyd's rounds until next to no point changes its cluster. */
function settle(cloud: PointCloud, drawn: Float64Array, clusters: number): Clustering {
  const { count, dimensions, values, weights } = cloud;
  const centres = drawn.slice();
  const assignment = new Uint8Array(count);
  const distances = new Float64Array(count);
  const sums = new Float64Array(centres.length);
  const inClusters = new Float64Array(clusters);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = assign(cloud, centres, assignment, distances);
    if (round > 0 && moved <= count * SETTLED) break;
    sums.fill(0);
    inClusters.fill(0);
    for (let i = 0; i < count; i++) {
      const weight = weights[i]!;
      const cluster = assignment[i]!;
      inClusters[cluster]! += weight;
      for (let d = 0; d < dimensions; d++)
        sums[cluster * dimensions + d]! += weight * values[i * dimensions + d]!;
    }
    // A cluster that lost its last point stays where it was, and may win points back.
    for (let c = 0, at = 0; c < clusters; c++)
      for (let d = 0; d < dimensions; d++, at++)
        if (inClusters[c]! > 0) centres[at] = sums[at]! / inClusters[c]!;
  }
  let within = 0;
  inClusters.fill(0);
  for (let i = 0; i < count; i++) {
    inClusters[assignment[i]!]! += weights[i]!;
    within += weights[i]! * distances[i]!;
  }
  return { centres, clusters, assignment, weights: [...inClusters], within };
}

/** Fills in each point's nearest centre and its squared distance; answers how many points changed. */
function assign(
  { count, dimensions, values }: PointCloud,
  centres: Float64Array,
  assignment: Uint8Array,
  distances: Float64Array,
): number {
  const clusters = centres.length / dimensions;
  const near = quarterDistances(centres, dimensions);
  let moved = 0;
  for (let i = 0; i < count; i++) {
    const from = i * dimensions;
    const own = assignment[i]!;
    let nearest = own;
    let least = squaredDistance(values, from, centres, own * dimensions, dimensions);
    for (let c = 0; c < clusters; c++) {
      // A centre twice as far from the nearest so far as that is from the point cannot be nearer.
      if (c === own || near[nearest * clusters + c]! >= least) continue;
      const distance = squaredDistance(values, from, centres, c * dimensions, dimensions);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    distances[i] = least;
    if (own === nearest) continue;
    assignment[i] = nearest;
    moved++;
  }
  return moved;
}

/** A quarter of the squared distance from each centre to each. */
function quarterDistances(centres: Float64Array, dimensions: number): Float64Array {
  const clusters = centres.length / dimensions;
  const quarters = new Float64Array(clusters * clusters);
  for (let a = 0; a < clusters; a++)
    for (let b = 0; b < clusters; b++)
      quarters[a * clusters + b] =
        squaredDistance(centres, a * dimensions, centres, b * dimensions, dimensions) / 4;
  return quarters;
}

function squaredDistance(
  a: Float64Array,
  fromA: number,
  b: Float64Array,
  fromB: number,
  dimensions: number,
): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const difference = a[fromA + d]! - b[fromB + d]!;
    sum += difference * difference;
  }
  return sum;
}
