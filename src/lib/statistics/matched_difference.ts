import { CONFIDENCE_95, type Confidence, type Estimate } from './confidence';
import { studentQuantile } from './distributions';
import { sum } from './sum';

/** Sums over people of one number a person, and of its square. */
export interface Sums {
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** People of one stratum, arm, dose and cluster, and the sums of what is compared. */
export interface ArmRow extends Sums {
  readonly stratum: string;
  readonly treated: boolean;
  /** How much of the treatment, on any scale; null for the untreated and where it is not known. */
  readonly dose: number | null;
  readonly cluster: string;
  readonly people: number;
}

export interface MatchedDifference extends Estimate {
  readonly standardError: number;
  /** Whether the limits let people of one cluster be alike, or take everybody as independent. */
  readonly limitsFrom: 'clusters' | 'people';
  readonly clusters: number;
}

/** With fewer clusters their spread is too uncertain for limits. */
const FEWEST_CLUSTERS = 10;

/** By stratum, how many untreated people it has and their mean. */
type UntreatedMeans = ReadonlyMap<string, { readonly people: number; readonly mean: number }>;

/** A weighted sum over treated people of how much more theirs is than the mean of the matched untreated. */
interface Contrast {
  readonly weight: (dose: number | null) => number;
  /** What the contrast takes the difference to be at this dose, so that only what is left varies. */
  readonly fitted: (dose: number | null) => number;
}

/**
 * The mean over treated people of their number less the mean of the untreated of their stratum; with
 * changes as numbers, a difference in differences. Every stratum has both kinds.
 *
 * With 10 clusters or more the limits are robust to likeness within clusters: the linearised sums of
 * each cluster squared, times G/(G − 1), and Student's t with G − 1 degrees of freedom. With fewer they
 * take people as independent, which is too narrow where people of a cluster are alike.
 *
 * Source: Liang and Zeger (1986) for the variance by clusters; Abadie and Imbens (2006) for people.
 */
export function matchedDifference(
  rows: readonly ArmRow[],
  confidence: Confidence = CONFIDENCE_95,
): MatchedDifference {
  const treated = sum(rows.map((row) => (row.treated ? row.people : 0)));
  return about(rows, () => 1 / treated, confidence);
}

/** The same for the treated of one dose. */
export function differenceAtDose(
  rows: readonly ArmRow[],
  dose: number,
  confidence: Confidence = CONFIDENCE_95,
): MatchedDifference {
  const treated = sum(rows.map((row) => (row.treated && row.dose === dose ? row.people : 0)));
  return about(rows, (of) => (of === dose ? 1 / treated : 0), confidence);
}

/** A mean difference and its limits. */
function about(
  rows: readonly ArmRow[],
  weight: Contrast['weight'],
  confidence: Confidence,
): MatchedDifference {
  const untreated = untreatedByStratum(rows);
  const value = valueOf(rows, untreated, weight);
  return limit(rows, untreated, value, { weight, fitted: () => value }, confidence);
}

/** By how much the difference grows with one more of the dose: least squares over treated people. */
export function trendWithDose(
  rows: readonly ArmRow[],
  confidence: Confidence = CONFIDENCE_95,
): MatchedDifference | null {
  const dosed = rows.flatMap(({ treated, dose, people }) =>
    treated && dose !== null ? { dose, people } : [],
  );
  const people = sum(dosed.map((row) => row.people));
  const mean = sum(dosed.map((row) => row.people * row.dose)) / people;
  const spread = sum(dosed.map((row) => row.people * (row.dose - mean) ** 2));
  if (!(spread > 0)) return null;
  const weight = (dose: number | null): number => (dose === null ? 0 : (dose - mean) / spread);
  const untreated = untreatedByStratum(rows);
  const slope = valueOf(rows, untreated, weight);
  const middle = valueOf(rows, untreated, (dose) => (dose === null ? 0 : 1 / people));
  const fitted = (dose: number | null): number =>
    dose === null ? 0 : middle + slope * (dose - mean);
  return limit(rows, untreated, slope, { weight, fitted }, confidence);
}

function valueOf(
  rows: readonly ArmRow[],
  untreated: UntreatedMeans,
  weight: Contrast['weight'],
): number {
  return sum(
    rows.map((row) =>
      row.treated
        ? weight(row.dose) * (row.sum - row.people * untreated.get(row.stratum)!.mean)
        : 0,
    ),
  );
}

function limit(
  rows: readonly ArmRow[],
  untreated: UntreatedMeans,
  value: number,
  contrast: Contrast,
  confidence: Confidence,
): MatchedDifference {
  const clusters = new Set(rows.map((row) => row.cluster)).size;
  const byClusters = clusters >= FEWEST_CLUSTERS;
  const variance = byClusters
    ? varianceByClusters(rows, untreated, contrast)
    : varianceByPeople(rows, untreated, contrast);
  const quantile = byClusters
    ? studentQuantile((1 + confidence.level) / 2, clusters - 1)
    : confidence.z;
  const standardError = Math.sqrt(variance);
  return {
    value,
    lower: value - quantile * standardError,
    upper: value + quantile * standardError,
    standardError,
    limitsFrom: byClusters ? 'clusters' : 'people',
    clusters,
  };
}

function varianceByClusters(
  rows: readonly ArmRow[],
  untreated: UntreatedMeans,
  { weight, fitted }: Contrast,
): number {
  const matchedTo = weightByStratum(rows, weight);
  const parts = new Map<string, number>();
  for (const row of rows) {
    const { mean, people } = untreated.get(row.stratum)!;
    const part = row.treated
      ? weight(row.dose) * (row.sum - row.people * (mean + fitted(row.dose)))
      : (-(matchedTo.get(row.stratum) ?? 0) * (row.sum - row.people * mean)) / people;
    parts.set(row.cluster, (parts.get(row.cluster) ?? 0) + part);
  }
  const squares = sum([...parts.values()].map((part) => part * part));
  return (squares * parts.size) / (parts.size - 1);
}

function varianceByPeople(
  rows: readonly ArmRow[],
  untreated: UntreatedMeans,
  { weight, fitted }: Contrast,
): number {
  const matchedTo = weightByStratum(rows, weight);
  return sum(
    rows.map((row) => {
      const { mean, people } = untreated.get(row.stratum)!;
      const about = mean + (row.treated ? fitted(row.dose) : 0);
      const squares = row.sumOfSquares - about * (2 * row.sum - about * row.people);
      const share = row.treated ? weight(row.dose) : (matchedTo.get(row.stratum) ?? 0) / people;
      // n/(n − 1) makes up for the mean being taken from the same people; one alone says nothing of it.
      const own = row.treated || people < 2 ? 1 : people / (people - 1);
      return share * share * own * Math.max(0, squares);
    }),
  );
}

/** How much of the contrast rests on each stratum's untreated. */
function weightByStratum(
  rows: readonly ArmRow[],
  weight: Contrast['weight'],
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const row of rows)
    if (row.treated)
      weights.set(row.stratum, (weights.get(row.stratum) ?? 0) + row.people * weight(row.dose));
  return weights;
}

function untreatedByStratum(rows: readonly ArmRow[]): UntreatedMeans {
  const totals = new Map<string, { people: number; mean: number }>();
  for (const row of rows) {
    if (row.treated) continue;
    const { people, mean } = totals.get(row.stratum) ?? { people: 0, mean: 0 };
    const all = people + row.people;
    totals.set(row.stratum, { people: all, mean: (people * mean + row.sum) / all });
  }
  return totals;
}
