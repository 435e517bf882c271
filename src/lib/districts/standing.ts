import { gapBetween, gapToRest, type Gap } from '../comparison/gap';
import type { SafeRow } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { noFigure } from '../ui/format';
import { changeBetween, sayChange, sizeOf, type Change } from '../words/change';

/**
 * How a figure stands to another. `better` and `worse` are more than chance would make, and so are
 * `higher` and `lower`, of which neither is better. `level` is the same as shown; `untested` is a
 * difference of figures that have no interval; `none` where one of them is not shown.
 */
export type Verdict =
  'better' | 'worse' | 'higher' | 'lower' | 'chance' | 'level' | 'untested' | 'none';

export interface Standing {
  readonly verdict: Verdict;
  /** The one less the other; null where one of them is not shown. */
  readonly difference: number | null;
}

const nothing: Standing = { verdict: 'none', difference: null };

/**
 * A district beside the county. The difference is the plain one of the two figures on the page; whether
 * it could be chance is judged against the rest of the county, because the district is part of the whole.
 */
export function standingInCounty(
  measure: Measure,
  row: SafeRow | null,
  county: SafeRow | null,
): Standing {
  // A district has fewer than its county of whatever is merely counted.
  if (row === null || county === null || measure.kind === 'count') return nothing;
  return standing(measure, changeBetween(measure, row, county), gapToRest(measure, row, county));
}

/** One district beside another. */
export function standingBeside(
  measure: Measure,
  row: SafeRow | null,
  other: SafeRow | null,
): Standing {
  if (row === null || other === null) return nothing;
  return standing(measure, changeBetween(measure, row, other), gapBetween(measure, row, other));
}

function standing(measure: Measure, change: Change | null, { difference: gap }: Gap): Standing {
  if (change === null) return nothing;
  const { difference } = change;
  if (change.arrow === '→') return { verdict: 'level', difference };
  if (gap.status !== 'ok') return { verdict: 'untested', difference };
  const { lower, upper } = gap.result;
  if (lower <= 0 && upper >= 0) return { verdict: 'chance', difference };
  if (change.sense !== 'neither') return { verdict: change.sense, difference };
  return { verdict: difference > 0 ? 'higher' : 'lower', difference };
}

/** Whether the difference is more than chance would make. */
export function isBeyondChance({ verdict }: Standing): boolean {
  return ['better', 'worse', 'higher', 'lower'].includes(verdict);
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  better: 'better',
  worse: 'worse',
  higher: 'higher; neither better nor worse',
  lower: 'lower; neither better nor worse',
  chance: 'could be chance',
  level: 'level',
  untested: 'no interval to judge by',
  none: 'not compared',
};

export function sayVerdict(verdict: Verdict): string {
  return verdictWords[verdict];
}

/** "+0.6 points", "−1.2 per 1,000", "level"; nothing where there is no difference to tell. */
export function sayDifference(measure: Measure, { difference, verdict }: Standing): string {
  if (difference === null) return noFigure;
  if (verdict === 'level') return 'level';
  return `${difference > 0 ? '+' : '−'}${sizeOf(measure, difference)}`;
}

/** "up 0.6 points (worse)", "down 3 (could be chance)"; a dash where one of the two is not shown. */
export function sayChangeOnYear(
  measure: Measure,
  now: SafeRow | null,
  before: SafeRow | null,
): string {
  const change = changeBetween(measure, now, before);
  if (change === null) return noFigure;
  if (change.arrow === '→') return 'the same';
  const text = sayChange(measure, change, '').replace(/ on $/, '');
  if (measure.kind === 'mean' || measure.kind === 'length') return text;
  if (!change.certain) return `${text} (could be chance)`;
  return change.sense === 'neither' ? text : `${text} (${change.sense})`;
}
