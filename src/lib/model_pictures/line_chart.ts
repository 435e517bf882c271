import type { SafeCell } from '../disclosure/safe_table';
import type { CellKind } from '../ui/cell';

export interface LinePoint {
  readonly key: string;
  /** Of the mark: "Course 1, term 2". */
  readonly name: string;
  readonly value: SafeCell;
  readonly lower?: SafeCell;
  readonly upper?: SafeCell;
  readonly said: string;
}

/** Lines over steps in order; every line is named at its end. */
export interface LineChart {
  readonly kind: CellKind;
  /** The steps and what each is called on the axis. */
  readonly steps: readonly { readonly key: string; readonly label: string }[];
  /** What the steps are, below the axis. */
  readonly stepsAre: string;
  readonly lines: readonly { readonly label: string; readonly points: readonly LinePoint[] }[];
}
