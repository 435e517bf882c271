import type { DimensionId, Unit } from '../measures/measure';
import type { Status } from './safe_table';

/** A column of a model's table. Fractions are unrounded, as in a safe table. */
export interface FindingsColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: Unit | 'text';
  /** A text that names the row and says nothing of what was found; any other text is hidden with the numbers. */
  readonly names?: true;
  /** The dimension whose codes a text column holds, so that the page can say them in words. */
  readonly dimension?: DimensionId;
}

/** One row of a model's table. */
export interface FindingsRow {
  readonly cells: Readonly<Record<string, string | number | null>>;
  /**
   * The fewest people on whom a number of the row rests, the other side of a share included; null where
   * the row says nothing of people (a fit's own figures, for example).
   */
  readonly people: number | null;
  /** Why a number is missing, where it is not for want of people. */
  readonly status?: Exclude<Status, 'ok' | 'c'>;
}

export interface FindingsTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly FindingsColumn[];
  readonly rows: readonly FindingsRow[];
  readonly note?: string;
}

/** A sentence made of the model's numbers; it is as safe as the fewest people behind them. */
export interface FindingsSentence {
  readonly text: string;
  readonly people: number | null;
}

/** What a model found, before anything is hidden. */
export interface FindingsContent {
  /** `x` or `u` where the data do not carry the model; `because` says why. */
  readonly status: 'ok' | 'x' | 'u';
  readonly because: string | null;
  readonly sentences: readonly FindingsSentence[];
  readonly tables: readonly FindingsTable[];
  /** Everything that was taken for granted, in sentences. */
  readonly assumptions: readonly string[];
}

declare const unprotected: unique symbol;

/** What a model found and nobody has protected yet; only disclosure control can open it. */
export interface Findings {
  readonly [unprotected]: true;
}

const contents = new WeakMap<object, FindingsContent>();

/** Seals findings. For `models/` only: a rule of the linter keeps it there. */
export function makeFindings(content: FindingsContent): Findings {
  const findings = Object.freeze({}) as Findings;
  contents.set(findings, content);
  return findings;
}

/** Opens findings. For `disclosure/` only: a rule of the linter keeps it there. */
export function openFindings(findings: Findings): FindingsContent {
  const content = contents.get(findings);
  if (!content) throw new TypeError('These findings were not made by makeFindings.');
  return content;
}
