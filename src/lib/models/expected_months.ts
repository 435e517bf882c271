import type { Interval } from '../statistics/confidence';
import { quantileOfSorted } from '../statistics/quantiles';
import type { QueueTrace } from '../statistics/queue_simulation';

/** What the simulations gave on average, and between which figures 80 and 95 % of them lie. */
export interface Expected {
  readonly mean: number;
  readonly likely: Interval;
  readonly almostAll: Interval;
}

/** A month ahead, at its end unless said otherwise. */
export interface ExpectedMonth {
  /** 1 for the first month ahead. */
  readonly month: number;
  readonly open: Expected;
  readonly waiting: Expected;
  /** Days waited by those who started in the month; null where hardly a simulation has one who did. */
  readonly daysWaited: Expected | null;
  /** The share of those in need who have the service, from 0 to 1; null when nobody is in need. */
  readonly coverage: Expected | null;
}

/** Days waited are told to a hundredth, so that they too can be sorted by counting. */
const PARTS_OF_A_DAY = 100;
const COLUMNS = ['open', 'waiting', 'begun', 'waited'] as const;

/** What each simulation gave in each month, for one flow or several added up. */
export class Tally {
  inNeed = 0;
  // Simulation after simulation, each with its months.
  readonly open: Float64Array;
  readonly waiting: Float64Array;
  readonly begun: Float64Array;
  readonly waited: Float64Array;

  constructor(
    readonly months: number,
    readonly simulations: number,
  ) {
    const table = (): Float64Array => new Float64Array(months * simulations);
    [this.open, this.waiting, this.begun, this.waited] = [table(), table(), table(), table()];
  }

  record(simulation: number, trace: QueueTrace): void {
    for (let month = 0; month < this.months; month++) {
      const at = simulation * this.months + month;
      this.open[at] = trace.open[month]!;
      this.waiting[at] = trace.waiting[month]!;
      this.begun[at] = trace.begun[month]!;
      this.waited[at] = trace.waited[month]!;
    }
  }

  add(other: Tally): void {
    this.inNeed += other.inNeed;
    for (const column of COLUMNS) {
      const [to, from] = [this[column], other[column]];
      for (let i = 0; i < to.length; i++) to[i]! += from[i]!;
    }
  }
}

/** Sums up each month; leaves the tally as it is. */
export function expectedMonths(tally: Tally): ExpectedMonth[] {
  const { months, simulations, inNeed } = tally;
  return Array.from({ length: months }, (_, month) => {
    const ofMonth = (table: Float64Array): Float64Array => {
      const values = new Float64Array(simulations);
      for (let s = 0; s < simulations; s++) values[s] = table[s * months + month]!;
      return values;
    };
    const open = sortWhole(ofMonth(tally.open));
    return {
      month: month + 1,
      open: expected(open),
      waiting: expected(sortWhole(ofMonth(tally.waiting))),
      daysWaited: daysWaited(ofMonth(tally.waited), ofMonth(tally.begun)),
      coverage: inNeed > 0 ? expected(open.map((people) => Math.min(1, people / inNeed))) : null,
    };
  });
}

/** Null when fewer than half of the simulations have anybody who began. */
function daysWaited(waited: Float64Array, begun: Float64Array): Expected | null {
  let drawn = 0;
  for (let i = 0; i < waited.length; i++)
    if (begun[i]! > 0) waited[drawn++] = Math.round((waited[i]! / begun[i]!) * PARTS_OF_A_DAY);
  if (drawn < waited.length / 2) return null;
  const sorted = sortWhole(waited.subarray(0, drawn));
  return expected(sorted.map((parts) => parts / PARTS_OF_A_DAY));
}

function expected(sorted: Float64Array): Expected {
  const between = (outside: number): Interval => ({
    lower: quantileOfSorted(sorted, outside / 2),
    upper: quantileOfSorted(sorted, 1 - outside / 2),
  });
  let total = 0;
  for (let i = 0; i < sorted.length; i++) total += sorted[i]!;
  return { mean: total / sorted.length, likely: between(0.2), almostAll: between(0.05) };
}

/** Sorts whole numbers in place, by counting each number: several times as fast as comparing. */
function sortWhole(values: Float64Array): Float64Array {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!);
    most = Math.max(most, values[i]!);
  }
  // With far more numbers than values counting would be the slower way.
  if (most - least > 10 * values.length) return values.sort();
  const counts = new Int32Array(most - least + 1);
  for (let i = 0; i < values.length; i++) counts[values[i]! - least]!++;
  let at = 0;
  for (let i = 0; i < counts.length; i++)
    for (let left = counts[i]!; left > 0; left--) values[at++] = least + i;
  return values;
}
