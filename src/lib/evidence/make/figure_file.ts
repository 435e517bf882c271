import type { SafeCell, SafeTable } from '../../disclosure/safe_table';
import { symbolOf } from '../../disclosure/symbols';
import { groupName } from '../../explore/groups';
import { dimensions } from '../../measures/dimensions';
import { csvOf } from '../../spreadsheets/csv';
import { csvwOf, type CsvwColumn } from '../../spreadsheets/csvw';
import { periodLabel } from '../../view/periods';
import type { Places } from '../../words/places';

/** What a figure's file says of itself. */
export interface FigureWords {
  /** Its id in the pack. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sample: boolean;
  readonly made: string;
  /** Who may use it. */
  readonly conditions: string;
  /** Where it comes from, in words. */
  readonly source: string;
}

interface OwnColumn extends CsvwColumn {
  readonly cells: readonly (string | number)[];
}

/** The rows of a safe table as CSV for people, groups by code and by name, and its metadata, CSV on the Web. */
export function figureFile(
  table: SafeTable,
  places: Places,
  { id, title, subtitle, sample, made, conditions, source }: FigureWords,
): { readonly csv: string; readonly csvw: string } {
  const columns = columnsOf(table, places, sample);
  const csv = csvOf({
    ...{ title, lines: [] },
    columns: columns.map(({ title }) => ({ heading: title, holds: 'words' })),
    rows: table.rows.map((_, index) => columns.map(({ cells }) => cells[index] ?? '')),
  });
  const description = `${subtitle} Disclosure profile: ${table.policy.name}.`;
  const file = { name: `${id}.csv`, title, columns };
  const csvw = csvwOf({
    ...{ title, description, language: 'en-GB', licence: conditions, source, made },
    files: [file],
  });
  return { csv, csvw };
}

function columnsOf(
  { rows, by, measure, policy }: SafeTable,
  places: Places,
  sample: boolean,
): readonly OwnColumn[] {
  const words = (name: string, description: string, cells: readonly string[]): OwnColumn => ({
    ...{ name, title: name, datatype: 'string', description, nulls: [], cells },
  });
  const number = (name: string, description: string, cells: readonly SafeCell[]): OwnColumn => ({
    ...{ name, title: name, datatype: 'decimal', description, nulls: [] },
    cells: cells.map(({ value }) => value ?? ''),
  });
  const all = (text: string): string[] => rows.map(() => text);
  const status = rows.map((row) =>
    row.status === 'ok' ? row.status : symbolOf(row.status, policy.symbols),
  );
  return [
    words('measure', 'The measure', all(measure.id)),
    ...[
      words(
        'period',
        'The period',
        rows.map(({ period }) => period),
      ),
      words(
        'period_name',
        'The period in words',
        rows.map(({ period }) => periodLabel(period)),
      ),
    ],
    ...by.flatMap((dimension) => {
      const codes = rows.map(({ keys }) => keys[dimension] ?? '');
      const names = codes.map((code) => (code === '' ? '' : groupName(dimension, code, places)));
      const { label } = dimensions[dimension];
      return [
        words(dimension, `${label}, the code`, codes),
        words(`${dimension}_name`, label, names),
      ];
    }),
    ...(['numerator', 'denominator'] as const).map((name) =>
      number(
        name,
        measure[name],
        rows.map((row) => row[name]),
      ),
    ),
    ...(['value', 'lower', 'upper'] as const).map((name) =>
      number(
        name,
        { value: measure.label, lower: '95 % interval, from', upper: '95 % interval, to' }[name],
        rows.map((row) => row[name]),
      ),
    ),
    words('status', 'ok, or why there is no number or one to take care with', status),
    words('disclosure', 'The disclosure profile that the row was made under', all(policy.name)),
    ...(sample
      ? [
          words(
            'data',
            'Says that everyone in the data is invented',
            all('sample: everyone is invented'),
          ),
        ]
      : []),
  ];
}
