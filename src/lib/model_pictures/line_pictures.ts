import type { SafeFindingsTable } from '../disclosure/safe_findings';
import type { Draw } from '../charts/picture';
import { hiddenLabel, sayCell } from '../ui/cell';
import { formatPercent } from '../ui/format';
import { sentences, type PicturesOf } from './findings_picture';
import type { LineChart } from './line_chart';
import { monthInWords } from './months';
import { cellOf, kindOf, numbersIn, sayEstimate, wordOf } from './row_words';

export function drawChart(chart: LineChart): Draw {
  return async (width) => (await import('./draw_lines')).drawLines(chart, width);
}

/** One line a course over the terms, labelled with its share of enrolments. */
export function courseLines(table: SafeFindingsTable): LineChart {
  const terms = table.columns.filter(({ id }) => id.startsWith('term_'));
  return {
    kind: 'percent',
    steps: terms.map(({ id, label }) => ({ key: id, label })),
    stepsAre: 'terms of the year',
    lines: table.rows.map((row) => {
      const course = wordOf(row, 'course');
      const share = cellOf(row, 'share');
      return {
        label: `${course}: ${share.value === null ? hiddenLabel : `${formatPercent(share.value)} of all`}`,
        points: terms.map(({ id, label }) => {
          const value = cellOf(row, id);
          return {
            key: id,
            name: `Course ${course}, ${label.toLowerCase()}`,
            value,
            said:
              value.value === null
                ? sayCell(value, 'percent')
                : `${formatPercent(value.value)} of sessions missed`,
          };
        }),
      };
    }),
  };
}

export const coursesPicture: PicturesOf = (table, { asked }) => {
  const chart = courseLines(table);
  const shown = table.rows.filter((row) => cellOf(row, 'share').value !== null);
  const highest = [...shown].sort((a, b) => meanOf(b, chart) - meanOf(a, chart))[0];
  if (highest === undefined) return [];
  const peak = Math.max(...numbersIn(chart.steps.map(({ key }) => cellOf(highest, key))));
  return [
    {
      id: 'courses',
      title: `${formatPercent(cellOf(highest, 'share').value!)} of enrolments follow the course with most absence, which peaks at ${formatPercent(peak)} of sessions`,
      subtitle: sentences(
        asked,
        `${table.title}: sessions missed by term, per cent, the mean of each group; beside each line the share of enrolments on it`,
      ),
      draw: drawChart(chart),
      maxWidth: 1000,
    },
  ];
};

function meanOf(row: SafeFindingsTable['rows'][number], { steps }: LineChart): number {
  const numbers = numbersIn(steps.map(({ key }) => cellOf(row, key)));
  return numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);
}

/** Recall and precision by threshold, as far as thresholds carry figures. */
export function thresholdLines(table: SafeFindingsTable): LineChart {
  const line = (id: 'recall' | 'precision', label: string, name: string) => ({
    label,
    points: table.rows.map((row) => {
      const [value, lower, upper] = [
        cellOf(row, id),
        cellOf(row, `${id}_lower`),
        cellOf(row, `${id}_upper`),
      ];
      const points = wordOf(row, 'points');
      const at = { key: points, value, lower, upper };
      return {
        ...at,
        name: `${name}, ${points} points`,
        said: sayEstimate(value, lower, upper, 'percent'),
      };
    }),
  });
  return {
    kind: 'percent',
    steps: table.rows.map((row) => {
      const key = wordOf(row, 'points');
      return { key, label: key.replace(' or more', '+') };
    }),
    stepsAre: 'this many points or more',
    lines: [
      line('recall', 'of those NEET, picked out (recall)', 'Recall'),
      line('precision', 'of those picked out, NEET (precision)', 'Precision'),
    ],
  };
}

export const thresholdsPicture: PicturesOf = (table, { asked }) => {
  const shown = table.rows.filter((row) => cellOf(row, 'recall').value !== null);
  // As the model's own sentence: the threshold that picks out about one in ten.
  const fromTenth = (row: (typeof shown)[number]) =>
    Math.abs((cellOf(row, 'share').value ?? 1) - 0.1);
  const tenth = [...shown].sort((a, b) => fromTenth(a) - fromTenth(b))[0];
  if (tenth === undefined) return [];
  const say = (id: string) => formatPercent(cellOf(tenth, id).value ?? 0, 0);
  return [
    {
      id: 'thresholds',
      title: `At ${wordOf(tenth, 'points')} points, ${say('precision')} of those picked out were NEET, and ${say('recall')} of those NEET were picked out`,
      subtitle: sentences(
        asked,
        'Recall and precision by the number of points from which people would be picked out, per cent, with 95 % intervals',
        'Where there is no dot, too few people are picked out or left to say',
      ),
      draw: drawChart(thresholdLines(table)),
      maxWidth: 1000,
    },
  ];
};

/** Error of the forecast when tried on the past, beside that of taking the year before. */
export const errorsPicture: PicturesOf = (table, { asked }) => {
  const kind = kindOf(table, 'model');
  const sums = { model: 0, naive: 0 };
  const line = (id: 'model' | 'naive', label: string) => ({
    label,
    points: table.rows.map((row) => {
      const value = cellOf(row, id);
      sums[id] += value.value ?? 0;
      const month = wordOf(row, 'month');
      return {
        key: month,
        name: `${label}, known up to ${monthInWords(month)}`,
        value,
        said: `mean error ${sayCell(value, kind)}`,
      };
    }),
  });
  const lines = [line('model', 'the model'), line('naive', 'the year before')];
  if (table.rows.length < 2) return [];
  return [
    {
      id: 'errors',
      title:
        sums.model < sums.naive
          ? 'Tried on the past, the model was nearer than taking the year before'
          : 'Tried on the past, the model was no nearer than taking the year before',
      subtitle: sentences(
        asked,
        `Mean error over the months after each last known month, ${kind === 'percent' ? 'percentage points of the share' : 'number'}`,
      ),
      draw: drawChart({
        kind,
        steps: table.rows.map((row) => ({
          key: wordOf(row, 'month'),
          label: monthInWords(wordOf(row, 'month')).replace(/^(...)\S* ..(..)$/, '$1 $2'),
        })),
        stepsAre: 'last month known then',
        lines,
      }),
      maxWidth: 1000,
    },
  ];
};
