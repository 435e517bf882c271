import type { County } from '../county';
import type { DisclosurePolicy } from '../disclosure/safe_table';
import type { FileReport } from '../intake/file_report';
import type { Coverage } from '../marts/coverage';
import { academicYearText } from '../measures/period';
import { formatDate } from '../ui/format';
import type { Provenance, SourceFile } from '../ui/provenance';

/** Where the figures come from, as the loaded files and their coverage say. */
export function provenanceOf(
  county: County,
  reports: readonly FileReport[],
  coverage: Coverage | null,
  extractDate: string | null,
  { name, symbols }: DisclosurePolicy,
): Provenance {
  const files = reports.map((report): SourceFile => ({
    name: report.file,
    table: report.table ?? '',
    source: report.metadata.source ?? null,
    extractedOn: report.metadata.extracted_on ?? null,
    status: statusOf(report.metadata.status),
  }));
  const statuses = [...new Set(files.map((file) => file.status).filter((each) => each !== null))];
  return {
    county: county.name,
    covers: coversOf(coverage, extractDate),
    status: statuses.length > 1 ? 'mixed' : (statuses[0] ?? null),
    sample: reports.some((report) => (report.metadata.sample ?? '') !== ''),
    profile: name,
    symbols,
    files,
  };
}

function statusOf(text: string | undefined): SourceFile['status'] {
  return text === 'provisional' || text === 'final' ? text : null;
}

function coversOf(coverage: Coverage | null, extractDate: string | null): string | null {
  if (extractDate === null) return null;
  const latest = coverage?.absenceYears.at(-1);
  const day = `to ${formatDate(extractDate)}`;
  return latest === undefined ? day : `${academicYearText(latest).replace('-', '/')} ${day}`;
}
