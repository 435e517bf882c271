import type { SafeFindingsTable } from '../disclosure/safe_findings';
import { formatValue, sayCell } from '../ui/cell';
import { sentences, type PicturesOf } from './findings_picture';
import type { DotRow } from './interval_dots';
import type { LineChart } from './line_chart';
import { drawChart } from './line_pictures';
import { drawDots } from './ratio_pictures';
import { cellOf, nameIn, numbersIn, ranked, sayEstimate, wordOf } from './row_words';

/** People open, and waiting where anybody is, month by month ahead. */
export function flowLines(table: SafeFindingsTable): LineChart {
  const line = (id: string, from: string, to: string, label: string) => ({
    label,
    points: table.rows.map((row) => {
      const month = cellOf(row, 'month').value;
      const key = String(month ?? '');
      const cells = {
        value: cellOf(row, id),
        lower: cellOf(row, from),
        upper: cellOf(row, to),
      };
      const { value, lower, upper } = cells;
      // Of those waiting the model tells the upper end alone.
      const begins =
        from === id || lower.value === null ? 'up' : `from ${formatValue(lower.value, 'count')}`;
      const range =
        upper.value === null
          ? ''
          : `; 95 % of simulations ${begins} to ${formatValue(upper.value, 'count')}`;
      return {
        key,
        ...cells,
        name: `${label}, after ${key} ${key === '1' ? 'month' : 'months'}`,
        said: `${sayCell(value, 'count')}${range}`,
      };
    }),
  });
  const anyWaiting = numbersIn(table.rows.map((row) => cellOf(row, 'waiting'))).some(
    (each) => each >= 0.5,
  );
  return {
    kind: 'count',
    steps: table.rows.map((row) => {
      const key = String(cellOf(row, 'month').value ?? '');
      return { key, label: key };
    }),
    stepsAre: 'months ahead',
    lines: [
      line('open', 'open_low', 'open_high', 'open'),
      ...(anyWaiting ? [line('waiting', 'waiting', 'waiting_high', 'waiting')] : []),
    ],
  };
}

export const whatIfCountyPicture: PicturesOf = (table, { findings, asked }) => {
  if (numbersIn(table.rows.map((row) => cellOf(row, 'open'))).length === 0) return [];
  const chart = flowLines(table);
  return [
    {
      id: 'what-if-county',
      title: findings.sentences[0]?.replace(/\.$/, '') ?? 'The county, month by month',
      subtitle: sentences(
        asked,
        `People open${chart.lines.length > 1 ? ' and waiting' : ''}, mean of the simulations, with the range that holds 95 % of them${chart.lines.length > 1 ? ' (of those waiting, up to its upper end)' : ''}`,
      ),
      draw: drawChart(chart),
      maxWidth: 1000,
    },
  ];
};

/** What if: people open after twelve months by district, as bars from zero. */
export const whatIfDistrictsPicture: PicturesOf = (table, { places, asked }) => {
  const rows = ranked(
    table.rows.map((row): DotRow => {
      const [value, lower, upper] = [
        cellOf(row, 'open'),
        cellOf(row, 'open_low'),
        cellOf(row, 'open_high'),
      ];
      const waiting = cellOf(row, 'waiting').value ?? 0;
      const range =
        lower.value === null || upper.value === null
          ? []
          : [
              `95 % of simulations ${formatValue(lower.value, 'count')} to ${formatValue(upper.value, 'count')}`,
            ];
      return {
        key: wordOf(row, 'district'),
        name: nameIn(table, row, 'district', places),
        value,
        lower,
        upper,
        said:
          value.value === null
            ? sayEstimate(value, lower, upper, 'count')
            : [
                `${formatValue(value.value, 'count')} open`,
                ...range,
                ...(waiting >= 0.5 ? [`${formatValue(waiting, 'count')} waiting`] : []),
              ].join('; '),
        filters: wordOf(row, 'district'),
      };
    }),
  );
  const first = rows[0];
  if (first?.value.value == null) return [];
  return [
    {
      id: 'what-if-districts',
      title: `${first.name} would have most open after twelve months, about ${formatValue(first.value.value, 'count')}`,
      subtitle: sentences(
        asked,
        'People open after twelve months, mean of the simulations, with the range that holds 95 % of them',
      ),
      draw: drawDots({
        rows,
        kind: 'count',
        shape: 'bar',
        scale: 'linear',
        line: null,
        format: (value) => formatValue(value, 'count'),
        formatTick: (value) => formatValue(value, 'count'),
      }),
      maxWidth: 900,
    },
  ];
};
