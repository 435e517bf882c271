import Papa from 'papaparse';
import { ruleOf } from '$lib/contract/rules';
import type { FileReport } from './file_report';

const headings = [
  'file',
  'table',
  'rule',
  'severity',
  'kind',
  'column',
  'count',
  'rows',
  'message',
];

/** The findings of many files as CSV text, a line a finding; a file without findings has none. */
export function loadReportCsv(reports: readonly FileReport[]): string {
  const lines = reports.flatMap((report) =>
    report.findings.map((finding) => [
      finding.file,
      finding.table ?? '',
      finding.rule,
      finding.severity,
      ruleOf(finding.rule).kind,
      finding.column ?? '',
      finding.count,
      finding.rows.join(' '),
      finding.message,
    ]),
  );
  // A spreadsheet runs a cell that starts with one of = + - @ as a formula.
  return Papa.unparse({ fields: headings, data: lines }, { escapeFormulae: true });
}
