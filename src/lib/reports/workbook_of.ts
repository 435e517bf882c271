import { protectionInWords } from '../disclosure/policy';
import type { SafeCell } from '../disclosure/safe_table';
import type {
  Workbook,
  WorkbookCell,
  WorkbookColumn,
  WorkbookTable,
} from '../spreadsheets/workbook';
import { reasonFor, symbolFor } from '../ui/cell';
import { formatDate, shift } from '../ui/format';
import { sourceLine } from '../ui/provenance';
import type { Column } from '../ui/table';
import { unitForms } from '../ui/units';
import { figuresOf, gapsOf, type Report, type ReportFigure } from './report';

const statuses = ['c', 'z', 'x', 'low', 'u'] as const;

/** A report as a workbook: a table a figure, with numbers as numbers, and what to take care of as notes. */
export function workbookOf(report: Report): Workbook {
  // A table without rows is none in a spreadsheet.
  const figures = figuresOf(report).filter(({ download }) => download.rows.length > 0);
  const notes = [...new Set(figures.flatMap((figure) => figure.notes))];
  return {
    title: report.title,
    author: report.provenance.county,
    made: report.made,
    cover: coverOf(report),
    symbols: statuses.map((status) => ({ symbol: symbolFor(status), meaning: reasonFor(status) })),
    notes,
    tables: figures.map((figure) => tableOf(figure, report, notes)),
  };
}

function coverOf(report: Report): readonly string[] {
  const { subtitle, place, made, provenance, policy } = report;
  const { covers, sample, status } = provenance;
  return [
    ...(sample ? ['Sample data. Everyone in it is invented.'] : []),
    ...(subtitle === null ? [] : [`${subtitle}.`]),
    `About ${place}. Made ${formatDate(made)} with Waymark.`,
    ...(covers === null ? [] : [`The extracts cover ${covers}.`]),
    ...(status === null
      ? []
      : [`The data are ${status === 'mixed' ? 'partly provisional' : status}.`]),
    `Disclosure profile: ${policy.name}. ${policy.use} ${protectionInWords(policy)}`,
    ...gapsOf(report).map(
      ({ number, name, why }) => `Figure ${number}, ${name}, is not in this workbook. ${why}`,
    ),
  ];
}

function tableOf(
  { number, title, subtitle, says, notes, download, tables }: ReportFigure,
  { provenance }: Report,
  allNotes: readonly string[],
): WorkbookTable {
  const numbers = notes.map((note) => `[note ${allNotes.indexOf(note) + 1}]`);
  const restsOn = tables.flatMap(({ measure }) => measure.needs.flat());
  return {
    title: `Figure ${number}. ${title}`,
    lines: [
      subtitle,
      ...(says.length === 0 ? [] : [says.join(' ')]),
      ...(numbers.length === 0 ? [] : [`Take care: ${numbers.join(' ')}.`]),
      sourceLine(provenance, restsOn),
    ],
    columns: download.columns.map(columnOf),
    rows: download.rows.map(({ cells }) =>
      cells.map((cell, index) => cellOf(cell, download.columns[index])),
    ),
  };
}

/** Rates are fractions: as a percentage a spreadsheet shows them as such, other bases are multiplied out. */
function columnOf({ label, kind }: Column): WorkbookColumn {
  if (kind === 'text') return { heading: label, holds: 'words' };
  const { places, words, base } = unitForms[kind];
  if (kind === 'percent') return { heading: label, holds: 'percent' };
  const holds = places === 0 ? 'whole numbers' : places === 1 ? 'one decimal' : 'two decimals';
  return { heading: base === null ? label : `${label}, ${words}`, holds };
}

function cellOf(cell: string | SafeCell, column: Column | undefined): WorkbookCell {
  if (typeof cell === 'string') return cell;
  const { value, status } = cell;
  if (value === null) return symbolFor(status === 'ok' ? 'x' : status);
  const kind = column?.kind ?? 'text';
  const base = kind === 'text' || kind === 'percent' ? null : unitForms[kind].base;
  return base === null ? value : shift(value, Math.log10(base));
}
