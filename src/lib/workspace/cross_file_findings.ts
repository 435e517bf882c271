import { ruleOf } from '../contract/rules';
import { fileRowOf } from '../intake/dropped_rows';
import { sentenceAbout, type FileReport, type Finding } from '../intake/file_report';
import type { CrossFileFinding } from '../marts/checks';

/**
 * What the decoder reported of a file, and what the rules across files found in it. Findings about one
 * rule from both, such as sessions repeated within a file and from another, stay apart.
 *
 * @param report the decoder's own, without findings across files: those change as files come and go
 */
export function reportWith(report: FileReport, crossFile: readonly CrossFileFinding[]): FileReport {
  const found = crossFile.map((finding): Finding => ({
    rule: finding.rule,
    severity: ruleOf(finding.rule).severity,
    file: report.file,
    table: report.table,
    count: finding.count,
    rows: finding.positions.map((position) => fileRowOf(report.droppedRows, position)),
    message: sentenceAbout(report, finding.rule),
  }));
  return { ...report, findings: [...report.findings, ...found] };
}
