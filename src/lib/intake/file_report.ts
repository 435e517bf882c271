import { ruleOf, type RuleCode, type Severity } from '$lib/contract/rules';

/** What one rule found in one file, without any value of the file. */
export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly file: string;
  readonly table: string | null;
  readonly column?: string;
  /** Rows concerned; for a finding about a whole file or column, 1. */
  readonly count: number;
  /** The first 20 row numbers, counted from 1 in the file; a CSV's heading is not counted. */
  readonly rows: readonly number[];
  readonly message: string;
}

/** What the supplier wrote into the file's own metadata; shown with every figure that rests on it. */
export interface FileMetadata {
  readonly source?: string;
  /** ISO date. */
  readonly extracted_on?: string;
  readonly purpose?: string;
  readonly status?: string;
  /** Anything but empty marks sample data. */
  readonly sample?: string;
}

export interface FileColumns {
  readonly known: readonly string[];
  readonly missing_optional: readonly string[];
  readonly unknown: readonly string[];
}

/** What intake has to say about one file; plain data that survives `postMessage`. */
export interface FileReport {
  readonly fileNo: number;
  readonly file: string;
  /** Null when the table could not be told. */
  readonly table: string | null;
  readonly bytes: number;
  /** Rows in the file, kept and dropped so far; kept + dropped = rows once all batches are out. */
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
  /** The finding for which the whole file was refused, which is also the last of `findings`. */
  readonly refused: Finding | null;
  readonly metadata: FileMetadata;
  readonly columns: FileColumns;
  readonly findings: readonly Finding[];
  /** Dropped rows as pairs (first row from 0, number of rows); see `fileRowOf`. */
  readonly droppedRows: Uint32Array;
}

/** A file that intake set aside as a whole; its finding says why. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** The identity of a file, as findings give it. */
export interface FileIdentity {
  readonly file: string;
  readonly table: string | null;
}

/**
 * A refusal of the file. `detail` is added to the rule's sentence: what was expected and found,
 * never a value of the file.
 */
export function refusal(
  rule: RuleCode,
  identity: FileIdentity,
  detail?: { readonly column?: string; readonly text?: string; readonly rows?: readonly number[] },
): FileRefused {
  const { column, text, rows = [] } = detail ?? {};
  return new FileRefused({
    rule,
    severity: 'refuse',
    file: identity.file,
    table: identity.table,
    ...(column === undefined ? {} : { column }),
    count: 1,
    rows,
    message: sentenceAbout(identity, rule, column, text),
  });
}

/** The rule's sentence with the file, the column and what was found there. */
export function sentenceAbout(
  { file }: FileIdentity,
  rule: RuleCode,
  column?: string,
  text?: string,
): string {
  const place = column === undefined ? file : `${file}, column ${column}`;
  return `${place}: ${ruleOf(rule).sentence}${text ? ` ${text}` : ''}`;
}
