import { sentences, type PicturesOf } from './findings_picture';
import { isClear, type DotChart, type DotRow } from './interval_dots';
import { drawDots } from './ratio_pictures';
import { cellOf, formatDifference, kindOf, sayEstimate, wordOf } from './row_words';

/** Effectiveness: differences of the changes, against no difference. */
export const differencePicture: PicturesOf = (table, { findings, asked }) => {
  const kind = kindOf(table, 'value');
  const say = (value: number) => formatDifference(value, kind).replace(/\sper\s[\d,]+/, '');
  const rows = table.rows.map((row, at): DotRow => {
    const [value, lower, upper] = [
      cellOf(row, 'value'),
      cellOf(row, 'lower'),
      cellOf(row, 'upper'),
    ];
    const isShown = value.value !== null && lower.value !== null && upper.value !== null;
    return {
      key: String(at),
      name: wordOf(row, 'name'),
      value,
      lower,
      upper,
      said: isShown
        ? `${say(value.value!)}; 95 % interval ${say(lower.value!)} to ${say(upper.value!)}`
        : sayEstimate(value, lower, upper, kind),
    };
  });
  const main = rows[0];
  if (main?.value.value == null) return [];
  const line = { at: 0, label: 'No difference' };
  const chart: DotChart = {
    rows,
    kind,
    shape: 'dot',
    scale: 'linear',
    line,
    format: say,
    formatTick: (value) =>
      value === 0
        ? '0'
        : say(value)
            .replace(/\spoints?/, '')
            .replace(/\.0$/, ''),
  };
  const way = main.value.value > 0 ? 'rose more, or fell less,' : 'fell more, or rose less,';
  return [
    {
      id: 'difference',
      title: isClear(main, line)
        ? `It ${way} by ${say(Math.abs(main.value.value)).replace('+', '')} than among like people without; that does not prove a cause`
        : `The change is no different from that among like people without, as far as can be told`,
      subtitle: sentences(
        asked,
        `Change among people with it less the change among like people without, ${kind === 'percent' ? 'percentage points' : 'per 100 pupils'}, with 95 % intervals`,
        'Filled dots: the interval leaves no difference out',
        findings.tables.some(({ id }) => id === 'matching') ? 'Who was compared stands below' : '',
      ),
      draw: drawDots(chart),
      maxWidth: 900,
    },
  ];
};
