import { csvwOf, type CsvwColumn } from '../spreadsheets/csvw';
import { sourceLine } from '../ui/provenance';
import type { Column } from '../ui/table';
import type { Report, ReportFigure } from './report';

/** What others may do with a report's figures where the authority says nothing else. */
const licence = 'As the authority that made this report allows.';

/**
 * The metadata of a report's CSV files, CSV on the Web: what each is, and what its columns hold.
 *
 * @param files the figures with the names of their files beside the metadata
 */
export function reportCsvw(
  report: Report,
  files: readonly { readonly figure: ReportFigure; readonly name: string }[],
): string {
  const { title, subtitle, place, made, provenance } = report;
  return csvwOf({
    title,
    description: [subtitle, `About ${place}.`, `Disclosure profile: ${provenance.profile}.`]
      .filter((part) => part !== null)
      .join(' '),
    language: 'en-GB',
    licence,
    source: sourceLine(provenance),
    made,
    files: files.map(({ figure, name }) => ({
      name,
      title: `Figure ${figure.number}. ${figure.title}`,
      columns: columnsOf(figure, report),
    })),
  });
}

/** As `tableCsv` writes them. */
function columnsOf(
  { download, notes }: ReportFigure,
  { provenance: { sample, symbols } }: Report,
): readonly CsvwColumn[] {
  const nulls = [...new Set(Object.values(symbols))];
  const words = (name: string, description: string): CsvwColumn => ({
    name,
    title: name,
    datatype: 'string',
    description,
    nulls: [],
  });
  const own = ({ id, label, kind }: Column): CsvwColumn =>
    kind === 'text'
      ? words(id, label)
      : { name: id, title: id, datatype: 'decimal', description: label, nulls };
  return [
    ...download.columns.map(own),
    words('disclosure', 'The disclosure profile that the row was made under'),
    ...(sample ? [words('data', 'Says that everyone in the data is invented')] : []),
    ...(notes.length > 0
      ? [words('take_care', 'What to take care of before it is passed on')]
      : []),
  ];
}
