import type { FindingsColumn } from './findings';
import type { DisclosurePolicy, SafeCell, Status } from './safe_table';

/** One row: words as they are, numbers as cells that say why one is missing. */
export interface SafeFindingsRow {
  readonly words: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, SafeCell>>;
  readonly status: Status;
}

export interface SafeFindingsTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly FindingsColumn[];
  readonly rows: readonly SafeFindingsRow[];
  readonly note: string | null;
}

declare const safe: unique symbol;

/**
 * What a model found, after disclosure control: the only form of it that pages, words and files accept.
 * Only `disclosure/protect_findings.ts` can make it.
 */
export interface SafeFindings {
  readonly [safe]: true;
  readonly status: 'ok' | 'x' | 'u';
  readonly because: string | null;
  readonly sentences: readonly string[];
  readonly tables: readonly SafeFindingsTable[];
  readonly assumptions: readonly string[];
  readonly policy: DisclosurePolicy;
}
