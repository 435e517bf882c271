import type { FindingsContent } from '../disclosure/findings';

/** A row that the marts answered for a model: groups and counts, never a person. */
export type InputRow = Readonly<Record<string, string | number | null>>;

/** The answers to a model's questions, by the question's name. */
export type ModelInputs = Readonly<Record<string, readonly InputRow[]>>;

/** What the reader may set: a measure, a service, a capacity. Values are text or numbers, by name. */
export type ModelSettings = Readonly<Record<string, string | number>>;

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

/** How a calculation tells how far it is and learns that nobody waits any more. */
export interface Watch {
  /** @param done share of the work, 0 to 1 */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** From groups and counts to findings. A pure function: the same inputs, settings and seed answer the same. */
export type Calculate = (
  inputs: ModelInputs,
  settings: ModelSettings,
  watch?: Watch,
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
   * Questions to the marts by name, with the parameters of `ModelParameters`. They answer groups with
   * counts; the calculation sees nothing else. For a setting, a question may depend on its value.
   */
  readonly inputs: (settings: ModelSettings) => Readonly<Record<string, string>>;
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
