import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { monthInWords, monthLabels } from './months';
import { drawHidden, hiddenRuns, inLines, widthOf, writeLines } from '../pictures/pen';
import type { ProcessFigures, ProcessMonth } from './process_picture';
import { formatDifference, numbersIn } from './row_words';

const height = 360;
const top = 44;
const bottom = height - 40;

const valueOf = ({ difference }: ProcessMonth): number => difference.value ?? NaN;

/** An XmR chart: differences, their mean and natural limits, months with a signal as triangles. */
export function drawProcess({ kind, months, levels }: ProcessFigures, width: number): Picture {
  const form = unitForms[kind];
  const { mean = 0, lower = 0, upper = 0 } = levels ?? {};
  const shown = [...numbersIn(months.map(({ difference }) => difference)), mean, lower, upper, 0];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const room = 0.12 * (high - low || 1);
  const tick = (value: number) => formatTick(value, form).replace('-', '−');
  const marginLeft = Math.max(44, 14 + 7 * Math.max(tick(low).length, tick(high).length));
  const marginRight = width < 560 ? 84 : 132;
  const names = monthLabels(
    months.map(({ month }) => month),
    width - marginLeft - marginRight,
  );
  const plain = months.filter(({ rule }) => rule === null);
  const flagged = months.filter(({ rule }) => rule !== null);
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
      padding: 0.6,
      label: null,
      tickSize: 0,
      tickFormat: (month: string) => names.get(month) ?? '',
    },
    y: { domain: [low - room, high + room], label: null, ticks: 6, tickSize: 0, tickFormat: tick },
    symbol: { type: 'identity' },
    r: { type: 'identity' },
    marks: [
      Plot.gridY({ ticks: 6, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
      Plot.ruleY(levels === null ? [] : [lower, upper], {
        stroke: 'var(--text-muted)',
        strokeWidth: 1.5,
        strokeDasharray: '6 4',
      }),
      Plot.ruleY(levels === null ? [] : [mean], { stroke: 'var(--text)', strokeWidth: 1.5 }),
      Plot.line(months, { x: 'month', y: valueOf, stroke: 'var(--series-1)', strokeWidth: 1.5 }),
      Plot.dot(plain, { x: 'month', y: valueOf, r: 3.5, fill: 'var(--series-1)' }),
      Plot.dot(flagged, {
        x: 'month',
        y: valueOf,
        r: months.length > 40 ? 4 : 5.5,
        symbol: 'triangle',
        rotate: (d: ProcessMonth) => (d.way === 'low' ? 180 : 0),
        fill: 'var(--series-3)',
        stroke: 'var(--surface)',
      }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (month: string) => plot.scale('x')!.apply(month) as number;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const write = writerOn(svg);
  const step = months.length > 1 ? x(months[1]!.month) - x(months[0]!.month) : width;

  const hidden = months.map(({ difference }) => difference.status === 'c');
  for (const [from, to] of hiddenRuns(hidden)) {
    const left = x(months[from]!.month) - step / 2;
    const box = { x: left, y: top, width: x(months[to]!.month) + step / 2 - left };
    drawHidden(svg, write, { ...box, height: bottom - top }, true);
  }

  const right = width - marginRight + 8;
  if (levels !== null) {
    const letters = Math.floor((marginRight - 10) / 6.2);
    const label = (text: string, value: number, strong: boolean) =>
      writeLines(
        write,
        inLines(text, letters),
        { x: right, y: y(value) },
        {
          'font-size': 11,
          ...(strong ? { 'font-weight': 650 } : { fill: 'var(--text-muted)' }),
        },
      );
    label(`upper limit ${formatDifference(upper, kind)}`, upper, false);
    label(`mean ${formatDifference(mean, kind)}`, mean, true);
    label(`lower limit ${formatDifference(lower, kind)}`, lower, false);
  }
  nameSignals(flagged.filter(({ isFirst }) => isFirst));

  /** Names the rule at the first month of each run, in two rows above, as far as there is room. */
  function nameSignals(firsts: readonly ProcessMonth[]) {
    const ends = [-Infinity, -Infinity];
    const names: (() => void)[] = [];
    for (const { rule, month, difference } of firsts) {
      const text = rule ?? '';
      const size = widthOf(text) * 0.93;
      const from = Math.max(0, Math.min(x(month) - 4, width - size));
      const row = ends.findIndex((end) => end + 10 < from);
      if (row < 0) continue;
      ends[row] = from + size;
      const at = { x: from, y: 12 + row * 16 };
      const down = { x1: x(month), x2: x(month), y1: at.y + 7, y2: y(difference.value ?? 0) - 8 };
      svg.append(svgElement('line', { ...down, stroke: 'var(--series-3)', 'stroke-opacity': 0.5 }));
      names.push(() => write(text, at, { 'font-size': 11, fill: 'var(--series-3)' }));
    }
    // Names over the lines that lead past them.
    for (const name of names) name();
  }

  const marks = months.map((each): Mark => ({
    key: each.month,
    x: x(each.month),
    y: each.difference.value === null ? (top + bottom) / 2 : y(each.difference.value),
    name: monthInWords(each.month),
    said: each.said,
    filters: null,
    month: each.month.slice(0, 7),
  }));
  return { svg, width, height, marks };
}
