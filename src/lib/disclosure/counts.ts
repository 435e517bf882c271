import type { DimensionId, Measure } from '../measures/measure';

/** How many spells lasted so many days, ended and still going on. */
export interface LengthCount {
  readonly days: number;
  readonly ended: number;
  readonly stillGoingOn: number;
}

/** One row of counts, as a measure's SQL answered it and before anything is hidden. */
export interface CountRow {
  readonly period: string;
  readonly keys: Readonly<Partial<Record<DimensionId, string>>>;
  readonly numerator: number | null;
  /** Null for a `count`, which is over nothing. */
  readonly denominator: number | null;
  /** For a `length`: the lengths, instead of a numerator; the denominator is how many there are. */
  readonly lengths?: readonly LengthCount[];
  /** The people or enrolments that the row rests on, when the counts are of something else (sessions). */
  readonly contributors?: { readonly numerator: number; readonly denominator: number };
  /** False when the extracts for this group or period are not loaded. */
  readonly available: boolean;
}

/** What a measure hands to disclosure control. */
export interface CountsContent {
  readonly measure: Measure;
  readonly by: readonly DimensionId[];
  readonly where: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  readonly rows: readonly CountRow[];
  /** The SQL and the bound parameters that made the counts. */
  readonly made: { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> };
  /** Counts of the same groups by the measures that with this one make up a whole. */
  readonly beside?: readonly Pick<CountsContent, 'measure' | 'rows'>[];
  /** Set where more was counted than is to be shown, so that what is hidden is the same in every part of it. */
  readonly part?: CountsPart;
}

/** The groups of counts that are shown: those of some codes, no longer split by these dimensions. */
export interface CountsPart {
  readonly by: readonly DimensionId[];
  readonly where: CountsContent['where'];
  /** The code of each dimension that is not split by any more. */
  readonly codes: Readonly<Partial<Record<DimensionId, string>>>;
  /** What stands for a period in which nobody is in the part, if anything does. */
  readonly nobody: readonly CountRow[];
}

declare const unprotected: unique symbol;

/**
 * Counts that nobody has protected yet. There is nothing in it to read, print or serialise; only
 * disclosure control can open it.
 */
export interface Counts {
  readonly [unprotected]: true;
}

const contents = new WeakMap<object, CountsContent>();

/** Seals counts. For `measures/` only: a rule of the linter keeps it there. */
export function makeCounts(content: CountsContent): Counts {
  const counts = Object.freeze({}) as Counts;
  contents.set(counts, content);
  return counts;
}

/** Opens counts. For `disclosure/` only: a rule of the linter keeps it there. */
export function openCounts(counts: Counts): CountsContent {
  const content = contents.get(counts);
  if (!content) throw new TypeError('These counts were not made by makeCounts.');
  return content;
}
