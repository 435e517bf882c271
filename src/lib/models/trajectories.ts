import { calinskiHarabasz, centreSilhouette } from '../statistics/cluster_quality';
import {
  kMeans,
  pointCloud,
  type Clustering,
  type PointCloud,
  type WeightedPoint,
} from '../statistics/k_means';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { seededRandom } from '../statistics/seeded_random';
import {
  HALVINGS,
  isStable,
  RECOVERED,
  STABLE,
  stabilityOf,
  type Stability,
} from './group_stability';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN } from './small_groups';

export interface TrajectoriesInput {
  /** The values of one course in the order of time (a rate a term), and how many people had it. */
  readonly points: readonly WeightedPoint[];
  readonly seed: number;
  /** No group is smaller. */
  readonly fewest?: number;
}

/** A typical course and how many people follow it. */
export interface Trajectory {
  /** The mean at each time of the people in the group. */
  readonly centre: readonly number[];
  readonly people: number;
  readonly share: number;
}

/** One number of groups that was tried. */
export interface TriedGroups {
  readonly groups: number;
  /** How stable they are; null when they were ruled out before that was asked. */
  readonly stability: Stability | null;
  /** How much nearer people are to their own centre than to the next, from 0 to 1, on average. */
  readonly silhouette: number;
  readonly because: string;
}

export interface Trajectories {
  /** From the lowest mean to the highest. */
  readonly groups: readonly Trajectory[];
  readonly people: number;
  readonly stability: Stability;
  readonly silhouette: number;
  readonly calinskiHarabasz: number | null;
  /** From the most groups down to those chosen. */
  readonly tried: readonly TriedGroups[];
  /** How the number of groups was chosen, in a sentence. */
  readonly rule: string;
}

const MOST_GROUPS = 6;
const LEAST_GROUPS = 2;
const FEWEST_PEOPLE = 100;
/** Below this Kaufman and Rousseeuw (1990) see no substantial structure. */
const APART = 0.25;
const STARTS = 4;

const RULE =
  `The most groups from ${LEAST_GROUPS} to ${MOST_GROUPS} that two halves of the people, divided at ` +
  `random, give alike (adjusted Rand index of at least ${STABLE} on average over ${HALVINGS} divisions, ` +
  `each group at least ${RECOVERED} in common with its nearest), none too small to show, and with ` +
  `people on average clearly nearer to their own group than to the next (silhouette of at least ${APART}).`;

/**
 * Typical courses by weighted k-means. The number of groups is the greatest from 2 to 6 that two halves
 * of the people find alike, from different seeds, as with prediction strength; a group is a way to
 * describe many courses, not a kind of person. Everybody needs a value at every time.
 *
 * Answers `x` without people, and `u` with fewer than 100 people or when no number of groups is stable.
 *
 * Source: Tibshirani and Walther (2005) for the choice by halves, Hennig (2007) for single groups;
 * silhouette in the form that measures from centres, Vendramin and others (2010).
 *
 * @throws RangeError when points differ in length or a weight is not a whole number above zero; the
 * signal's reason when aborted.
 */
export function trajectories(
  { points, seed, fewest = FEWEST_SHOWN }: TrajectoriesInput,
  run: ModelRun = {},
): Outcome<Trajectories> {
  const cloud = pointCloud(points);
  if (!cloud.weights.every(Number.isInteger))
    throw new RangeError('A course is taken by a whole number of people.');
  const people = cloud.weights.reduce((sum, weight) => sum + weight, 0);
  if (people === 0) return notAvailable('There is nobody to group.');
  if (people < FEWEST_PEOPLE)
    return unreliable(`Fewer than ${FEWEST_PEOPLE} people are too few to find typical courses.`);

  const tried: TriedGroups[] = [];
  for (let groups = MOST_GROUPS; groups >= LEAST_GROUPS; groups--) {
    reportStep(run, (MOST_GROUPS - groups) / (MOST_GROUPS - LEAST_GROUPS + 1));
    const random = seededRandom(seed + groups);
    const found = kMeans(cloud, groups, random, STARTS);
    if (found === null) continue;
    const apart = centreSilhouette(cloud, found);
    const fault = faultOf(found, apart, fewest);
    const stability = fault === null ? stabilityOf(cloud, found, random, run) : null;
    const chosen = stability !== null && isStable(stability);
    tried.push({
      groups,
      stability,
      silhouette: apart,
      because:
        fault ??
        (chosen
          ? 'Chosen: the most groups that are stable.'
          : 'Two halves of the people do not give the same groups.'),
    });
    if (chosen)
      return answered({
        groups: describe(cloud, found, people),
        people,
        stability,
        silhouette: apart,
        calinskiHarabasz: calinskiHarabasz(cloud, found),
        tried,
        rule: RULE,
      });
  }
  return unreliable(
    'Two halves of the people, divided at random, do not give the same groups, whether 2 or up to 6; the courses do not fall into groups that could be relied on.',
  );
}

/** What rules these groups out whether stable or not; null when nothing does. */
function faultOf(found: Clustering, apart: number, fewest: number): string | null {
  if (Math.min(...found.weights) < fewest) return 'One of the groups is too small to show.';
  return apart < APART ? 'The groups run into each other.' : null;
}

function describe(cloud: PointCloud, found: Clustering, people: number): Trajectory[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return found.weights
    .map((inGroup, c) => ({
      centre: [...found.centres.subarray(c * cloud.dimensions, (c + 1) * cloud.dimensions)],
      people: inGroup,
      share: inGroup / people,
    }))
    .sort((a, b) => mean(a.centre) - mean(b.centre));
}
