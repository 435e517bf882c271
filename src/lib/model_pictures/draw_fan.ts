import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { formatValue } from '../ui/cell';
import type { Fan, FanMonth } from './forecast_picture';
import { monthInWords, monthLabels } from './months';
import { apart, drawHidden, hiddenRuns, inLines, writeLines } from '../pictures/pen';
import { numbersIn } from './row_words';

const height = 340;
const top = 30;
const bottom = height - 40;

/** What was counted, what is expected with two bands, and the comparison with a year before. */
export function drawFan({ kind, months }: Fan, width: number): Picture {
  const form = unitForms[kind];
  const highest = Math.max(
    ...months.flatMap((each) =>
      numbersIn([each.counted, each.expected, each.upper80, each.upper95, each.naive]),
    ),
    form.base === null ? 1 : 0.5 / form.base,
  );
  const narrow = width < 560;
  const marginLeft = Math.max(40, 12 + 7 * formatTick(highest, form).length);
  const marginRight = narrow ? 78 : 118;
  const names = monthLabels(
    months.map(({ month }) => month),
    width - marginLeft - marginRight,
  );
  const past = months.filter(({ counted }) => counted !== null);
  const coming = months.filter(({ expected }) => expected !== null);
  const valueOf = (each: FanMonth) => each.counted?.value ?? each.expected?.value ?? NaN;
  const band = (lower: 'lower80' | 'lower95', upper: 'upper80' | 'upper95', fillOpacity: number) =>
    Plot.areaY(coming, {
      x: 'month',
      y1: (d: FanMonth) => d[lower].value ?? NaN,
      y2: (d: FanMonth) => d[upper].value ?? NaN,
      fill: 'var(--series-1)',
      fillOpacity,
    });
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop: top,
    marginLeft,
    marginRight,
    marginBottom: height - bottom,
    x: {
      type: 'point',
      domain: months.map(({ month }) => month),
      padding: 0.4,
      label: null,
      tickSize: 0,
      tickFormat: (month: string) => names.get(month) ?? '',
    },
    y: {
      domain: [0, highest * 1.06],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatTick(value, form),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      band('lower95', 'upper95', 0.16),
      band('lower80', 'upper80', 0.22),
      Plot.line(past, { x: 'month', y: valueOf, stroke: 'var(--series-5)', strokeWidth: 2.5 }),
      Plot.dot(past, { x: 'month', y: valueOf, fill: 'var(--series-5)', r: 3 }),
      Plot.line(coming, {
        x: 'month',
        y: (d: FanMonth) => d.naive?.value ?? NaN,
        stroke: 'var(--series-3)',
        strokeWidth: 1.75,
        strokeDasharray: '5 4',
      }),
      Plot.line(coming, { x: 'month', y: valueOf, stroke: 'var(--series-1)', strokeWidth: 2.5 }),
      Plot.dot(coming, {
        x: 'month',
        y: valueOf,
        fill: 'var(--surface)',
        stroke: 'var(--series-1)',
        strokeWidth: 1.75,
        r: 3,
      }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (month: string) => plot.scale('x')!.apply(month) as number;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const step = months.length > 1 ? x(months[1]!.month) - x(months[0]!.month) : 0;
  const write = writerOn(svg);

  const hidden = months.map((each) => (each.counted ?? each.expected)?.status === 'c');
  for (const [from, to] of hiddenRuns(hidden)) {
    const left = x(months[from]!.month) - step / 2;
    const box = { x: left, y: top, width: x(months[to]!.month) + step / 2 - left };
    drawHidden(svg, write, { ...box, height: bottom - top }, true);
  }

  const start = coming[0];
  if (start && past.length > 0) {
    const at = x(start.month) - step / 2;
    const ink = { stroke: 'var(--text-muted)', 'stroke-dasharray': '2 3' };
    svg.append(svgElement('line', { x1: at, x2: at, y1: 8, y2: bottom, ...ink }));
    const quiet = { 'font-size': 11, fill: 'var(--text-muted)' };
    write('counted', { x: at - 6, y: 12 }, { ...quiet, 'text-anchor': 'end' });
    write('expected', { x: at + 6, y: 12 }, quiet);
  }

  const last = coming.at(-1);
  if (last?.expected?.value != null) labelEnds(last);

  /** Beside the last month: what each line and band is. */
  function labelEnds({ month, expected, upper80, upper95, naive }: FanMonth) {
    const letters = narrow ? 11 : 17;
    const labels = [
      { at: upper95.value, text: '95 %', ink: 'var(--text-muted)', strong: false },
      { at: upper80.value, text: '80 %', ink: 'var(--text-muted)', strong: false },
      {
        at: expected?.value,
        text: `${formatValue(expected?.value ?? 0, kind)} expected`,
        ink: 'var(--series-1)',
        strong: true,
      },
      { at: naive?.value, text: 'as a year before', ink: 'var(--series-3)', strong: false },
    ].flatMap((label) => (label.at == null ? [] : { ...label, at: label.at }));
    const lines = labels.map(({ text }) => inLines(text, letters));
    const heights = apart(
      labels.map(({ at }) => y(at)),
      lines.map((block) => block.length * 14 + 2),
      top,
      bottom,
    );
    labels.forEach(({ ink, strong }, at) =>
      writeLines(
        write,
        lines[at]!,
        { x: x(month) + 10, y: heights[at]! },
        {
          fill: ink,
          ...(strong ? { 'font-weight': 650 } : { 'font-size': 11 }),
        },
      ),
    );
  }

  const marks = months.map((each): Mark => ({
    key: each.month,
    x: x(each.month),
    y: Number.isNaN(valueOf(each)) ? (top + bottom) / 2 : y(valueOf(each)),
    name: monthInWords(each.month),
    said: each.said,
    filters: null,
    month: each.month.slice(0, 7),
  }));
  return { svg, width, height, marks };
}
