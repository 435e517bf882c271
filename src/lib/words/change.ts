import type { SafeRow } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { formatInTable, formatValue } from '../ui/cell';
import { formatPoints } from '../ui/format';

export type Sense = 'better' | 'worse' | 'neither';

/** How a figure differs from another of the same measure. */
export interface Change {
  readonly difference: number;
  readonly arrow: '↑' | '↓' | '→';
  readonly sense: Sense;
  /** Whether the difference is more than chance alone would make (95 %). */
  readonly certain: boolean;
}

/**
 * The interval of a difference of two proportions from their own Wilson limits.
 * Source: Newcombe (1998), Statistics in Medicine 17, method 10.
 */
function differsBeyondChance(now: SafeRow, before: SafeRow): boolean {
  const cells = [now.value, now.lower, now.upper, before.value, before.lower, before.upper];
  const [p1, l1, u1, p2, l2, u2] = cells.map((cell) => cell.value ?? NaN) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const difference = p1 - p2;
  const lower = difference - Math.hypot(p1 - l1, u2 - p2);
  const upper = difference + Math.hypot(u1 - p1, p2 - l2);
  return lower > 0 || upper < 0;
}

function senseOf(difference: number, measure: Measure): Sense {
  if (measure.polarity === 'neutral' || difference === 0) return 'neither';
  return difference > 0 === (measure.polarity === 'higher_is_worse') ? 'worse' : 'better';
}

/** The change from one row to another; null when either is hidden or missing. */
export function changeBetween(
  measure: Measure,
  now: SafeRow | null,
  before: SafeRow | null,
): Change | null {
  const value = now?.value.value ?? null;
  const earlier = before?.value.value ?? null;
  if (now === null || before === null || value === null || earlier === null) return null;
  const difference = value - earlier;
  const shown = formatInTable({ value: difference, status: 'ok' }, measure.unit);
  const flat = !/[1-9]/.test(shown);
  return {
    difference,
    arrow: flat ? '→' : difference > 0 ? '↑' : '↓',
    sense: flat ? 'neither' : senseOf(difference, measure),
    certain: differsBeyondChance(now, before),
  };
}

/** The size of a difference: "0.6 points", "1.2 per 1,000". */
export function sizeOf(measure: Measure, difference: number): string {
  return measure.unit === 'percent'
    ? formatPoints(difference)
    : formatValue(Math.abs(difference), measure.unit);
}

/** "up 0.6 points on last year", "the same as last year". */
export function sayChange(measure: Measure, change: Change, than: string): string {
  if (change.arrow === '→') return `the same as ${than}`;
  const way = change.arrow === '↑' ? 'up' : 'down';
  return `${way} ${sizeOf(measure, change.difference)} on ${than}`;
}

/** The same with whether that is better or worse, where chance alone would not make it: "… (worse)", "… (could be chance)". */
export function sayChangeAndSense(measure: Measure, change: Change, than: string): string {
  const { sense, certain } = change;
  const judged = sense === 'neither' ? '' : certain ? ` (${sense})` : ' (could be chance)';
  return `${sayChange(measure, change, than)}${judged}`;
}

/** "0.4 points above England", "level with England". */
export function sayGap(measure: Measure, change: Change, area: string): string {
  if (change.arrow === '→') return `level with ${area}`;
  const way = change.arrow === '↑' ? 'above' : 'below';
  return `${sizeOf(measure, change.difference)} ${way} ${area}`;
}
