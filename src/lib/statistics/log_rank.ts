import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { chiSquaredUpperTail } from './distributions';
import { sortedDays, type SpellCount } from './kaplan_meier';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';
import { sum } from './sum';

/** Whether several survival curves differ by more than chance. */
export interface LogRank {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** In the order of the groups: how many ended, and how many would have, did the groups not differ. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/** With fewer endings the chi-squared distribution is too rough. */
const FEWEST_ENDED = 10;
/** Eigenvalues below this share of the greatest are rounding: the variance is singular by design. */
const ZERO = 1e-9;

/**
 * The log-rank test that the spells of several groups end at the same pace.
 *
 * Answers `x` with fewer than two groups of somebody, `u` with fewer than 10 that ended.
 *
 * Source: Mantel (1966), Peto and Peto (1972); R's survdiff.
 */
export function logRank(groups: readonly (readonly SpellCount[])[]): Outcome<LogRank> {
  return stratifiedLogRank([groups]);
}

/**
 * The log-rank test within strata: people are compared with those of their own stratum only. Each
 * stratum lists the same groups in the same order, an empty list where it has nobody of one.
 */
export function stratifiedLogRank(
  strata: readonly (readonly (readonly SpellCount[])[])[],
): Outcome<LogRank> {
  const size = Math.max(0, ...strata.map((groups) => groups.length));
  const observed = new Array<number>(size).fill(0);
  const expected = new Array<number>(size).fill(0);
  const variance = Matrix.zeros(size, size);
  const people = new Array<number>(size).fill(0);

  for (const groups of strata) {
    const atRisk = groups.map((spells) =>
      spells.reduce((n, row) => n + row.ended + row.stillOpen, 0),
    );
    for (const [g, count] of atRisk.entries()) people[g]! += count;
    for (const day of daysOf(groups)) {
      const open = sum(atRisk);
      const ended = sum(day.ended);
      if (ended > 0) {
        const spread = open > 1 ? (ended * (open - ended)) / (open - 1) : 0;
        for (let g = 0; g < atRisk.length; g++) {
          const share = atRisk[g]! / open;
          observed[g]! += day.ended[g]!;
          expected[g]! += ended * share;
          for (let h = 0; h < atRisk.length; h++) {
            const covariance = share * ((g === h ? 1 : 0) - atRisk[h]! / open);
            variance.set(g, h, variance.get(g, h) + spread * covariance);
          }
        }
      }
      for (let g = 0; g < atRisk.length; g++) atRisk[g]! -= day.left[g]!;
    }
  }

  if (people.filter((count) => count > 0).length < 2)
    return notAvailable('There are not two groups to compare.');
  if (sum(observed) < FEWEST_ENDED)
    return unreliable(`Fewer than ${FEWEST_ENDED} spells ended, too few to compare groups.`);

  const { chiSquared, degreesOfFreedom } = quadraticForm(
    observed.map((count, g) => count - expected[g]!),
    variance,
  );
  if (degreesOfFreedom === 0)
    return unreliable('The groups were never open at the same age, so they cannot be compared.');
  return answered({
    chiSquared,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(chiSquared, degreesOfFreedom),
    groups: observed.map((count, g) => ({ observed: count, expected: expected[g]! })),
  });
}

/** By day in order: how many of each group ended, and how many left by ending or being censored. */
function daysOf(
  groups: readonly (readonly SpellCount[])[],
): { readonly ended: number[]; readonly left: number[] }[] {
  const days = new Map<number, { ended: number[]; left: number[] }>();
  for (const [g, spells] of groups.entries())
    for (const row of sortedDays(spells)) {
      let day = days.get(row.days);
      if (!day) {
        day = { ended: groups.map(() => 0), left: groups.map(() => 0) };
        days.set(row.days, day);
      }
      day.ended[g] = row.ended;
      day.left[g] = row.ended + row.stillOpen;
    }
  return [...days].sort(([a], [b]) => a - b).map(([, day]) => day);
}

/** u′V⁻u with the generalised inverse, and the rank of V: the differences sum to zero. */
function quadraticForm(
  differences: readonly number[],
  variance: Matrix,
): { readonly chiSquared: number; readonly degreesOfFreedom: number } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(variance, {
    assumeSymmetric: true,
  });
  const greatest = Math.max(...realEigenvalues);
  let chiSquared = 0;
  let degreesOfFreedom = 0;
  for (const [i, eigenvalue] of realEigenvalues.entries()) {
    if (!(eigenvalue > ZERO * greatest)) continue;
    const along = sum(differences.map((difference, g) => difference * eigenvectorMatrix.get(g, i)));
    chiSquared += (along * along) / eigenvalue;
    degreesOfFreedom++;
  }
  return { chiSquared, degreesOfFreedom };
}
