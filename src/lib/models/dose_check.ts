import type { Estimate } from '../statistics/confidence';
import {
  differenceAtDose,
  trendWithDose,
  type ArmRow,
  type MatchedDifference,
} from '../statistics/matched_difference';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';

/** The difference at each dose and its trend: an effect should grow with the dose. */
export interface DoseCheck {
  readonly doses: readonly {
    readonly dose: number;
    readonly people: number;
    readonly difference: Estimate;
  }[];
  /** By how much the difference grows from one dose group to the next. */
  readonly trend: MatchedDifference;
}

const FEWEST_A_DOSE = 10;
const ONE_DOSE = notAvailable('There are not two dose groups to compare.');

/** Answers `x` with fewer than two doses, `u` when fewer than 10 matched people had one of them. */
export function doseCheck(rows: readonly ArmRow[]): Outcome<DoseCheck> {
  const people = new Map<number, number>();
  for (const row of rows)
    if (row.treated && row.dose !== null)
      people.set(row.dose, (people.get(row.dose) ?? 0) + row.people);
  if (people.size < 2) return ONE_DOSE;
  if (Math.min(...people.values()) < FEWEST_A_DOSE)
    return unreliable(`Fewer than ${FEWEST_A_DOSE} matched people are in one of the dose groups.`);
  const trend = trendWithDose(rows);
  if (trend === null) return ONE_DOSE;
  const doses = [...people]
    .sort(([a], [b]) => a - b)
    .map(([dose, count]) => {
      const { value, lower, upper } = differenceAtDose(rows, dose);
      return { dose, people: count, difference: { value, lower, upper } };
    });
  return answered({ doses, trend });
}
