import type { FindingsContent } from '../disclosure/findings';
import type { DimensionId, PeriodBasis } from '../measures/measure';
import type { ModelRun } from './model_run';

/** A row that the marts answered for a model: groups and counts, never a person. */
export type InputRow = Readonly<Record<string, string | number | null>>;

/** The answers to a model's questions, by the question's name. */
export type ModelInputs = Readonly<Record<string, readonly InputRow[]>>;

/** What the reader may set: a measure, a service, a capacity. Values are text or numbers, by name. */
export type ModelSettings = Readonly<Record<string, string | number>>;

/**
 * What a model asks of the marts: SQL of its own over groups and counts, or a measure of the catalogue
 * over every period of a kind that the extracts hold, by groups (`period`, the dimensions, `numerator`,
 * `denominator`), so that a figure has one definition also here.
 */
export type ModelQuestion =
  | { readonly sql: string }
  | {
      readonly measure: string;
      readonly basis: PeriodBasis;
      /** Only the latest period; every one if left out. */
      readonly latest?: boolean;
      readonly by?: readonly DimensionId[];
      readonly where?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
    };

/** A setting of a model that the reader may change. */
export interface ModelChoice {
  readonly id: string;
  readonly label: string;
  /** What can be chosen, in order; a number is entered freely within `from` and `to`. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly from?: number;
  readonly to?: number;
  readonly initial: string | number;
}

/** From groups and counts to findings. A pure function: the same inputs, settings and seed answer the same. */
export type Calculate = (
  inputs: ModelInputs,
  settings: ModelSettings,
  run?: ModelRun,
) => FindingsContent;

/** One model: what it asks, how it answers and what it must not be taken for. */
export interface Model {
  readonly id: string;
  readonly label: string;
  /** The question it answers, as a commissioner would ask it. */
  readonly question: string;
  /** How it is worked out, in a few sentences of plain English. */
  readonly method: string;
  /** Textbooks and papers that the method comes from. */
  readonly source: string;
  /** What its answer does not say. */
  readonly caveats: readonly string[];
  /** Contract tables without which there is no answer; of a list within, any one will do. */
  readonly needs: readonly (string | readonly string[])[];
  readonly choices: readonly ModelChoice[];
  /**
   * Questions to the marts by name; SQL may name the parameters of `ModelParameters`. The calculation
   * sees their answers and nothing else. Which are asked may depend on what the reader chose.
   */
  readonly inputs: (settings: ModelSettings) => Readonly<Record<string, ModelQuestion>>;
  /** The extracts that say which year and month are the latest. */
  readonly coveredBy: 'attendance' | 'activities' | 'involvements';
}

/** What every question of a model may name: `$academic_year`, `$month`, `$extract_date`. */
export interface ModelParameters {
  /** The latest academic year that the extracts hold; 2024 means 2024/25. */
  readonly academic_year: number;
  /** First day of the latest month, as an ISO date. */
  readonly month: string;
  readonly extract_date: string;
}
