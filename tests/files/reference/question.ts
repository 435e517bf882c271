import type { DuckDBConnection } from '@duckdb/node-api';
import type { DimensionId } from '$lib/measures/measure';

/**
 * A measure asked of native DuckDB over the very files, written from the definition and not from the
 * product's SQL. The views `raw_<table>` and the table `persons` stand (`reference_county.ts`).
 */
export interface Question {
  readonly measure: string;
  readonly period: string;
  readonly by?: readonly DimensionId[];
  /**
   * Answers the dimensions as text, `numerator` and `denominator` as DOUBLE; a count has no
   * denominator; a length answers `denominator` (spells) and `value` (days).
   */
  readonly sql: string;
  /** Leave out the product's rows with a numerator of 0, where the query answers only what it found. */
  readonly onlyFound?: boolean;
}

/** One part of the catalogue: its questions, and what they share. */
export interface QuestionFamily {
  /** Makes what several questions read. */
  readonly prepare?: (native: DuckDBConnection) => Promise<void>;
  readonly questions: readonly Question[];
}
