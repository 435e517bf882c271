import type { FileReport } from '$lib/intake/file_report';

/** The load report in lines of plain text: a line a file, then what was found in it. Never a value of the data. */
export function loadReportText(reports: readonly FileReport[]): string {
  const lines = reports.flatMap((report) => {
    const head =
      report.refused === null
        ? `${report.file}: ${report.table}, ${report.kept} of ${report.rows} rows loaded`
        : `${report.file}: REFUSED`;
    const findings = report.findings.map((finding) => {
      const rows =
        finding.rows.length === 0
          ? ''
          : `; row${finding.rows.length === 1 ? '' : 's'} ${finding.rows.join(', ')}${finding.count > finding.rows.length ? ', …' : ''}`;
      return `  ${finding.severity} ${finding.rule} (${finding.count}${rows}): ${finding.message}`;
    });
    return [head, ...findings];
  });
  return lines.map((line) => `${line}\n`).join('');
}
