import type { SafeCell } from '../disclosure/safe_table';
import type { CellKind } from '../ui/cell';
import { numbersIn } from './row_words';

/** A row of a picture of dots, or bars, with intervals. */
export interface DotRow {
  readonly key: string;
  readonly name: string;
  /** What stands above it, once for neighbours that share it. */
  readonly heading?: string;
  readonly value: SafeCell;
  readonly lower: SafeCell;
  readonly upper: SafeCell;
  readonly said: string;
  /** What the row is compared with: drawn on the line, without an interval. */
  readonly isReference?: boolean;
  /** Outside its limits: a triangle and these words beside the number. */
  readonly outside?: { readonly way: 'above' | 'below'; readonly words: string } | null;
  readonly filters?: string;
}

export interface DotChart {
  readonly rows: readonly DotRow[];
  readonly kind: CellKind;
  readonly shape: 'dot' | 'bar';
  readonly scale: 'linear' | 'log';
  /** The value that says nothing differs, or was so before. */
  readonly line: { readonly at: number; readonly label: string } | null;
  /** Writes a value beside its row and on the axis. */
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
}

/** Whether an interval leaves the line out, so that chance alone would hardly explain the row. */
export function isClear({ lower, upper }: DotRow, line: DotChart['line']): boolean {
  if (line === null || lower.value === null || upper.value === null) return true;
  return lower.value > line.at || upper.value < line.at;
}

/** The ends of the axis, from shown cells only. */
export function extentOf({ rows, scale, line }: DotChart): readonly [number, number] {
  const shown = [
    ...rows.flatMap(({ value, lower, upper }) => numbersIn([value, lower, upper])),
    ...(line === null ? [] : [line.at]),
  ];
  if (scale === 'linear') {
    const [low, high] = [Math.min(...shown, 0), Math.max(...shown, 0)];
    const room = 0.04 * (high - low || 1);
    return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
  }
  const positive = shown.filter((value) => value > 0);
  const [low, high] = [Math.min(...positive, 0.9), Math.max(...positive, 1.1)];
  const room = (high / low) ** 0.03;
  return [low / room, high * room];
}
