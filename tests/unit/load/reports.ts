import { ruleOf, type RuleCode } from '$lib/contract/rules';
import type { FileReport, Finding } from '$lib/intake/file_report';
import type { FileRow } from '$lib/workspace/file_row';

/** A finding with its rule's own severity and sentence. */
export function finding(
  rule: RuleCode,
  {
    file = 'people.parquet',
    text = '',
    ...rest
  }: Partial<Finding> & { readonly text?: string } = {},
): Finding {
  const { severity, sentence } = ruleOf(rule);
  const place = rest.column === undefined ? file : `${file}, column ${rest.column}`;
  return {
    rule,
    severity,
    file,
    table: 'people',
    count: 1,
    rows: [],
    message: `${place}: ${sentence}${text === '' ? '' : ` ${text}`}`,
    ...rest,
  };
}

/** A report of a file of 100 rows, all kept. */
export function report(parts: Partial<FileReport> = {}): FileReport {
  const findings = parts.findings ?? [];
  return {
    fileNo: 1,
    file: 'people.parquet',
    table: 'people',
    bytes: 1000,
    rows: 100,
    kept: 100,
    dropped: 0,
    refused: findings.find((each) => each.severity === 'refuse') ?? null,
    metadata: {},
    columns: { known: [], missing_optional: [], unknown: [] },
    findings,
    droppedRows: new Uint32Array(),
    ...parts,
  };
}

/** A file on the load page that waits for its turn. */
export function fileRow(parts: Partial<FileRow> = {}): FileRow {
  return {
    id: 1,
    name: 'people.parquet',
    bytes: 1000,
    fileNo: null,
    table: null,
    rows: 0,
    of: 0,
    speed: null,
    state: 'waiting',
    report: null,
    ...parts,
  };
}
