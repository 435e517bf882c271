import type { SafeFindingsTable } from '../disclosure/safe_findings';
import type { SafeCell } from '../disclosure/safe_table';
import { formatCell, formatValue, sayCell, type CellKind } from '../ui/cell';
import type { TableModel } from '../ui/table';
import { sentences, type PicturesOf } from './findings_picture';
import { monthInWords, yearBefore } from './months';
import { cellOf, kindOf, missing, wordOf } from './row_words';

/** A month that was counted, or one to come. */
export interface FanMonth {
  readonly month: string;
  /** Counted, in months past. */
  readonly counted: SafeCell | null;
  /** Expected, in months to come. */
  readonly expected: SafeCell | null;
  readonly lower80: SafeCell;
  readonly upper80: SafeCell;
  readonly lower95: SafeCell;
  readonly upper95: SafeCell;
  /** What a coming month would be if it were as a year before. */
  readonly naive: SafeCell | null;
  readonly said: string;
}

export interface Fan {
  readonly kind: CellKind;
  readonly months: readonly FanMonth[];
}

const none = { lower80: missing, upper80: missing, lower95: missing, upper95: missing };

/**
 * The coming months with their intervals, after the twelve months before them. The findings hold no
 * other history than the comparison's: each of its months is what the same month a year before was.
 */
export function fanOf(forecast: SafeFindingsTable, naive: SafeFindingsTable | undefined): Fan {
  const kind = kindOf(forecast, 'value');
  const before = new Map(naive?.rows.map((row) => [wordOf(row, 'month'), cellOf(row, 'value')]));
  const past = [...before].map(([month, counted]): FanMonth => ({
    ...none,
    month: yearBefore(month),
    counted,
    expected: null,
    naive: null,
    said: counted.value === null ? sayCell(counted, kind) : `${formatCell(counted, kind)} counted`,
  }));
  const coming = forecast.rows.map((row): FanMonth => {
    const month = wordOf(row, 'month');
    const cells = {
      expected: cellOf(row, 'value'),
      lower80: cellOf(row, 'lower80'),
      upper80: cellOf(row, 'upper80'),
      lower95: cellOf(row, 'lower95'),
      upper95: cellOf(row, 'upper95'),
      naive: before.get(month) ?? null,
    };
    return { month, counted: null, ...cells, said: sayComing(cells, kind) };
  });
  return { kind, months: [...past, ...coming] };
}

function sayComing(
  {
    expected,
    lower80,
    upper80,
    lower95,
    upper95,
    naive,
  }: Omit<FanMonth, 'said' | 'month' | 'counted'>,
  kind: CellKind,
): string {
  if (expected?.value == null) return sayCell(expected ?? missing, kind);
  const range = (percent: number, from: SafeCell, to: SafeCell) =>
    from.value === null || to.value === null
      ? []
      : [`${percent} % between ${formatCell(from, kind)} and ${formatCell(to, kind)}`];
  return [
    `${formatCell(expected, kind)} expected`,
    ...range(80, lower80, upper80),
    ...range(95, lower95, upper95),
    ...(naive?.value == null ? [] : [`${formatCell(naive, kind)} a year before`]),
  ].join('; ');
}

/** The same figures, a row a month. */
export function fanTable({ kind, months }: Fan, caption: string): TableModel {
  return {
    caption,
    columns: [
      { id: 'month', label: 'Month', kind: 'text' },
      { id: 'counted', label: 'Counted', kind },
      { id: 'expected', label: 'Expected', kind },
      { id: 'lower80', label: '80 % from', kind },
      { id: 'upper80', label: 'to', kind },
      { id: 'lower95', label: '95 % from', kind },
      { id: 'upper95', label: 'to', kind },
      { id: 'year_before', label: 'A year before', kind },
    ],
    rows: months.map((each) => ({
      key: each.month,
      cells: [
        monthInWords(each.month),
        ...[each.counted, each.expected].map((cell) => cell ?? notApplicable),
        ...[each.lower80, each.upper80, each.lower95, each.upper95].map((cell) =>
          each.expected === null ? notApplicable : cell,
        ),
        each.naive ?? notApplicable,
      ],
    })),
  };
}

const notApplicable: SafeCell = { value: null, status: 'z' };

export const forecastPicture: PicturesOf = (table, { findings, asked }) => {
  const fan = fanOf(
    table,
    findings.tables.find(({ id }) => id === 'naive'),
  );
  const coming = fan.months.filter(({ expected }) => expected?.value != null);
  const last = coming.at(-1);
  if (last === undefined) return [];
  const say = (cell: SafeCell) => (cell.value === null ? '' : formatValue(cell.value, fan.kind));
  const [first, end] = [coming[0]!, monthInWords(last.month)];
  return [
    {
      id: 'fan',
      title: `${end} is expected at ${say(last.expected!)}, with 95 % between ${say(last.lower95)} and ${say(last.upper95)}${last.naive?.value == null ? '' : `, against ${say(last.naive)} a year before`}`,
      subtitle: sentences(
        asked,
        `Each month from ${monthInWords(first.month)} to ${end}, ${fan.kind === 'percent' ? 'per cent' : 'number'}, after the twelve months before`,
        'Shaded: where 80 and 95 % of months should lie; dashed: every month as a year before',
      ),
      table: fanTable(fan, 'Forecast by month, after the months before'),
      draw: async (width) => (await import('./draw_fan')).drawFan(fan, width),
      maxWidth: 1100,
    },
  ];
};
