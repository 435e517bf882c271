import type { DimensionId, Measure } from '../measures/measure';

/**
 * Why a cell holds a number or none, in the symbols of the Department for Education:
 * ok = shown; c = confidential (hidden to protect people); z = not applicable; x = not available;
 * low = rounds to zero but is not zero; u = low reliability.
 */
export type Status = 'ok' | 'c' | 'z' | 'x' | 'low' | 'u';

/** What stands in the place of a number, by the reason. */
export type Symbols = Readonly<Record<Exclude<Status, 'ok'>, string>>;

/** One cell. `value` is null exactly when there is no number to show; it is never NaN or a sentinel. */
export interface SafeCell {
  readonly value: number | null;
  readonly status: Status;
}

/** One row of a safe table: a figure for one group in one period. Rates are fractions, unrounded. */
export interface SafeRow {
  readonly period: string;
  /** The group, a code for each dimension the table is split by. */
  readonly keys: Readonly<Partial<Record<DimensionId, string>>>;
  readonly numerator: SafeCell;
  readonly denominator: SafeCell;
  readonly value: SafeCell;
  readonly lower: SafeCell;
  readonly upper: SafeCell;
  readonly status: Status;
}

/** What the disclosure step was told to do; carried by every table it makes. */
export interface DisclosurePolicy {
  readonly id: string;
  readonly name: string;
  /** Whom figures under it are for, as a sentence. */
  readonly use: string;
  /** Counts from 1 to this number are hidden; 0 turns primary suppression off (data team only). */
  readonly threshold: number;
  /** Whether a zero is shown, or hidden like a small count because it can tell of everybody in a group. */
  readonly zero: 'shown' | 'hidden';
  /** Whether further rows are hidden so that no hidden one can be worked out from the others and their totals. */
  readonly complementary: boolean;
  /** Whether rows are held back that would tell of few people together with figures shown before. */
  readonly differencing: boolean;
  /** Counts are rounded to this base; null leaves them as they are. */
  readonly roundingBase: 5 | 10 | null;
  /** A group of so many or fewer is small: the reader is warned where all or none of it is counted. Nothing is hidden by it. */
  readonly smallGroup: number;
  /** The share of a total above which the reader is warned that one school makes it up. Nothing is hidden by it. */
  readonly dominance: number;
  /** What stands in files where there is no number, or one that cannot be relied on. */
  readonly symbols: Symbols;
}

declare const safe: unique symbol;

/**
 * A table that has been through disclosure control: the only thing that charts, words, reports and
 * files accept. Only `disclosure/protect.ts` can make one.
 */
export interface SafeTable {
  readonly [safe]: true;
  readonly measure: Measure;
  readonly by: readonly DimensionId[];
  readonly where: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  readonly rows: readonly SafeRow[];
  readonly policy: DisclosurePolicy;
  /** How many rows are hidden because with figures that were shown before they would tell of few people. */
  readonly heldBack: number;
  /** The SQL and the bound parameters that made the counts, for "how is this made". */
  readonly made: { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> };
}
