import { survivalCurve, type SpellCount } from './kaplan_meier';
import { sum } from './sum';

/** Lengths of spells as chances: `still[d]` is the probability to last longer than `d` days. */
export interface Survivor {
  readonly still: Float64Array;
  /** From this day on the curve rests on a constant chance of ending a day. */
  readonly smoothFrom: number;
}

/** A curve is followed as long as so many spells are. */
const FEWEST_FOLLOWED = 10;

/**
 * The Kaplan-Meier curve of lengths day by day to `lastDay`, null without an ending. Where fewer than 10
 * spells were followed the curve is too ragged to draw lengths from: from there on the chance to end is
 * the same every day, the number of endings after the median length per day that spells were open after
 * it (of all lengths, when fewer than 10 ended after it).
 */
export function dailySurvivor(spells: readonly SpellCount[], lastDay: number): Survivor | null {
  const curve = survivalCurve(spells);
  if (curve === null || curve.ended === 0) return null;
  const trusted = curve.points.filter((point) => point.atRisk >= FEWEST_FOLLOWED);
  const median = curve.median.days ?? 0;
  const late = paceAfter(spells, median);
  const { ended, days } = late.ended >= FEWEST_FOLLOWED ? late : paceAfter(spells, 0);
  const staying = days > 0 ? Math.exp(-ended / days) : 0;

  const smoothFrom = (trusted.at(-1)?.days ?? 0) + 1;
  const still = new Float64Array(lastDay + 1);
  let next = 0;
  let share = 1;
  for (let day = 0; day <= lastDay; day++) {
    if (day >= smoothFrom) share *= staying;
    else
      for (; next < trusted.length && trusted[next]!.days <= day; next++)
        share = trusted[next]!.survival;
    still[day] = share;
  }
  return { still, smoothFrom };
}

/** Spells that ended beyond so many days, and the days that all spells were open beyond them. */
function paceAfter(
  spells: readonly SpellCount[],
  after: number,
): { readonly ended: number; readonly days: number } {
  const beyond = spells.filter((row) => row.days > after);
  return {
    ended: sum(beyond.map((row) => row.ended)),
    days: sum(beyond.map((row) => (row.ended + row.stillOpen) * (row.days - after))),
  };
}
