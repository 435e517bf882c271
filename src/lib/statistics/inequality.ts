import { CONFIDENCE_95, type Confidence, type Estimate, type Interval } from './confidence';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';
import { quantileOfSorted } from './quantiles';
import { seededRandom } from './seeded_random';
import { sum } from './sum';

/** One quantile group of the population, in the order from most to least deprived. */
export interface InequalityGroup {
  readonly value: number;
  readonly population: number;
  readonly standardError: number;
}

export interface InequalityIndices {
  /** Slope index: how much higher the value is at the least than at the most deprived end. */
  readonly slope: Estimate;
  /** The value at the most deprived end. */
  readonly intercept: number;
  /** Relative index: how many times as high the value is at the least as at the most deprived end. */
  readonly relative: Outcome<Estimate>;
}

const FEWEST_GROUPS = 5;
const MOST_GROUPS = 100;
const DRAWS = 100_000;

/**
 * Slope and relative index of inequality: the line of the value on the middle of each group's rank in
 * the population (0 most deprived, 1 least), by least squares weighted by population. The interval is
 * that of `draws` simulated sets of values, each normal with its standard error. Groups must be
 * ordered quantiles, 5 to 100 of them; twelve districts are not.
 *
 * Source: Low and Low (2004); the method of the Office for Health Improvement and Disparities, for
 * values that are not transformed.
 */
export function inequalityIndices(
  groups: readonly InequalityGroup[],
  seed: number,
  draws = DRAWS,
  confidence: Confidence = CONFIDENCE_95,
): Outcome<InequalityIndices> {
  if (groups.length < FEWEST_GROUPS || groups.length > MOST_GROUPS)
    return notAvailable(
      `A slope index needs ${FEWEST_GROUPS} to ${MOST_GROUPS} groups; there are ${groups.length}.`,
    );
  if (groups.some((group) => !(group.population > 0)))
    return notAvailable('A group has nobody in it, so there is no slope across the groups.');

  const people = sum(groups.map((group) => group.population));
  const weights = groups.map((group) => group.population / people);
  let passed = 0;
  const ranks = weights.map((weight) => (passed += weight) - weight / 2);
  const middle = sum(ranks.map((rank, i) => rank * weights[i]!));
  const spread = sum(ranks.map((rank, i) => weights[i]! * (rank - middle) ** 2));
  // Slope and intercept are sums of the values, each times a factor that only the ranks decide.
  const slopeFactors = ranks.map((rank, i) => (weights[i]! * (rank - middle)) / spread);
  const interceptFactors = slopeFactors.map((factor, i) => weights[i]! - factor * middle);

  const slope = sum(groups.map((group, i) => group.value * slopeFactors[i]!));
  const intercept = sum(groups.map((group, i) => group.value * interceptFactors[i]!));
  const slopes = new Float64Array(draws);
  const ratios = new Float64Array(draws);
  const random = seededRandom(seed);
  for (let draw = 0; draw < draws; draw++) {
    let [rise, start] = [slope, intercept];
    for (let i = 0; i < groups.length; i++) {
      const error = groups[i]!.standardError * random.normal();
      rise += error * slopeFactors[i]!;
      start += error * interceptFactors[i]!;
    }
    slopes[draw] = rise;
    ratios[draw] = ratioOfEnds(start, rise);
  }
  const limits = ends(ratios, confidence);
  const ratio = ratioOfEnds(intercept, slope);
  return answered({
    slope: { value: slope, ...ends(slopes, confidence) },
    intercept,
    relative:
      limits.lower >= 0 && Number.isFinite(limits.upper) && ratio >= 0 && Number.isFinite(ratio)
        ? answered({ value: ratio, ...limits })
        : unreliable('One end of the line may lie at or below zero, so the ends have no ratio.'),
  });
}

/** Which values the first group holds. */
export type QuantileOrder = 'lowest first' | 'highest first';

/**
 * The quantile group, from 1, of each value among those that are not null; for quintiles `groups` is 5.
 * Give unrounded values: rounded ones make ties that are none. Equal values share the lower rank and so
 * a group. All null when there are fewer values than groups.
 */
export function quantileGroups(
  values: readonly (number | null)[],
  groups: number,
  order: QuantileOrder,
): (number | null)[] {
  const ranked = values
    .filter((value) => value !== null)
    .sort((a, b) => (order === 'lowest first' ? a - b : b - a));
  const ranks = new Map<number, number>();
  ranked.forEach((value, i) => {
    if (!ranks.has(value)) ranks.set(value, i + 1);
  });
  return values.map((value) =>
    value === null ? null : quantileOf(ranks.get(value)!, ranked.length, groups),
  );
}

/**
 * The quantile group, 1 to `groups`, of the value of this rank (from 1) among `count`; null when there
 * are fewer values than groups.
 *
 * Source: the rule of the Office for Health Improvement and Disparities,
 * floor((q+1) − ceil((n+1−rank)/(n/q))).
 */
export function quantileOf(rank: number, count: number, groups: number): number | null {
  if (count < groups) return null;
  // Times q before over n: n/q itself is often not exact in binary.
  return groups + 1 - Math.ceil(((count + 1 - rank) * groups) / count);
}

/** The value at the end of the line over that at its start; endless where the start is not above zero. */
function ratioOfEnds(intercept: number, slope: number): number {
  return intercept > 0 ? (intercept + slope) / intercept : Infinity;
}

function ends(simulated: Float64Array, confidence: Confidence): Interval {
  simulated.sort();
  const tail = (1 - confidence.level) / 2;
  return {
    lower: quantileOfSorted(simulated, tail),
    upper: quantileOfSorted(simulated, 1 - tail),
  };
}
