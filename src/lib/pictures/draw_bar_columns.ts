import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatInTable } from '../ui/cell';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { axisTop, lineLabel, sayBar, type Bar, type BarFigures } from './bars';
import { gapPen } from './gaps';

const height = 320;
const marginBottom = 34;
const bottom = height - marginBottom;

/** A line between two columns that stands for a threshold. */
export interface Threshold {
  /** It stands before the column of this code. */
  readonly before: string;
  readonly name: string;
}

/** What columns of a scale have beyond those of groups: edges to name, and thresholds among them. */
export interface Scale {
  /** The name of the last edge; each column's `short` is that of its first. */
  readonly end: string;
  readonly thresholds: readonly Threshold[];
}

/** Zero-based columns with intervals, the year before as outlines, the whole as a line. */
export function drawBarColumns(
  figures: BarFigures,
  selected: readonly string[],
  width: number,
  scale: Scale | null = null,
): Picture {
  const { measure, bars, line, choosable } = figures;
  const form = unitForms[measure.unit];
  const highest = axisTop(figures) * 1.1;
  const marginTop = scale ? 44 : line ? 36 : 14;
  const marginLeft = Math.max(40, 12 + 7 * formatTick(highest, form).length);
  const marginRight = scale ? 22 : 10;
  const step = (width - marginLeft - marginRight) / Math.max(1, bars.length);
  const inset = Math.min(6, step * 0.12);
  const shown = bars.filter(({ row }) => row.value.value !== null);
  const sure = shown.filter(({ row }) => row.lower.value !== null && row.upper.value !== null);
  const isSelected = ({ code }: Bar) => selected.includes(code);
  const wide = Math.max(...bars.map(({ short }) => short.length)) * 6.4 + 8;
  const every = Math.max(1, Math.ceil(wide / step));
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { type: 'band', domain: bars.map(({ code }) => code), padding: 0, round: false, axis: null },
    y: {
      domain: [0, highest],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatTick(value, form),
    },
    marks: [
      Plot.barY(bars.filter(isSelected), {
        x: 'code',
        y1: 0,
        y2: highest,
        fill: 'var(--accent-quiet)',
      }),
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.barY(shown, {
        x: 'code',
        y1: 0,
        y2: (d: Bar) => d.row.value.value,
        fill: 'var(--series-1)',
        insetLeft: inset,
        insetRight: inset,
      }),
      Plot.barY(
        bars.filter(({ before }) => before?.value.value != null),
        {
          x: 'code',
          y1: 0,
          y2: (d: Bar) => d.before?.value.value ?? 0,
          fill: 'none',
          stroke: 'var(--series-4)',
          strokeWidth: 1.5,
          insetLeft: inset - 2,
          insetRight: inset - 2,
        },
      ),
      Plot.link(sure, {
        x1: 'code',
        x2: 'code',
        y1: (d: Bar) => d.row.value.value,
        y2: (d: Bar) => d.row.upper.value,
        stroke: 'var(--text)',
        strokeWidth: 1.75,
      }),
      Plot.link(sure, {
        x1: 'code',
        x2: 'code',
        y1: (d: Bar) => d.row.lower.value,
        y2: (d: Bar) => d.row.value.value,
        stroke: 'var(--surface)',
        strokeWidth: 1.75,
      }),
      Plot.ruleY(line ? [line.value] : [], {
        stroke: 'var(--surface)',
        strokeWidth: 4,
        strokeOpacity: 0.7,
      }),
      Plot.ruleY(line ? [line.value] : [], {
        stroke: 'var(--text)',
        strokeWidth: 1.5,
        strokeDasharray: '5 3',
      }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const middle = (index: number) => marginLeft + (index + 0.5) * step;
  const write = writerOn(svg);
  const drawGap = gapPen(svg);
  const topOf = ({ row, before }: Bar) =>
    y(Math.max(row.upper.value ?? row.value.value ?? 0, before?.value.value ?? 0));

  const textOf = ({ row }: Bar) => formatInTable(row.value, measure.unit).replace(/\s%$/, '');
  const longest = Math.max(0, ...shown.map((bar) => textOf(bar).length));
  const letters = [12, 10].find((size) => longest * size * 0.56 <= step - 1) ?? null;

  bars.forEach((bar, index) => {
    const x = middle(index);
    const weight = isSelected(bar) ? 700 : 400;
    const text = { 'text-anchor': 'middle', stroke: 'none', 'font-weight': weight };
    if (scale) write(bar.short, { x: x - step / 2, y: bottom + 14 }, text);
    else if ((bars.length - 1 - index) % every === 0) {
      // The outermost names stay inside the picture.
      const half = bar.short.length * 3.2;
      write(bar.short, { x: Math.min(x, width - half), y: bottom + 14 }, text);
    }
    if (bar.row.value.value === null) {
      const width = Math.max(3, step - 2 * inset);
      drawGap(bar.row.value, { x: x - width / 2, y: marginTop, width, height: bottom - marginTop });
    } else if (letters !== null) {
      const value = textOf(bar);
      const size = { 'font-size': letters };
      // Where a line runs across, the number stands at the foot of its bar, out of the line's way.
      const within = line !== null && bottom - y(bar.row.value.value) >= 24;
      if (within) {
        write(value, { x, y: bottom - 11 }, { ...text, ...size, fill: 'var(--surface)' });
      } else write(value, { x, y: topOf(bar) - 9 }, { ...text, ...size, stroke: 'var(--surface)' });
    }
  });
  if (scale) {
    const at = { x: width - marginRight, y: bottom + 14 };
    write(scale.end, at, { 'text-anchor': 'middle', stroke: 'none' });
  }
  scale?.thresholds.forEach(({ before, name }, order) => {
    const index = bars.findIndex(({ code }) => code === before);
    if (index < 0) return;
    const x = marginLeft + index * step;
    // One below the other, because on a phone they would meet.
    const y = 10 + order * 16;
    const ink = { stroke: 'var(--text)', 'stroke-width': 1.5 };
    svg.append(svgElement('line', { x1: x, x2: x, y1: y - 6, y2: bottom + 5, ...ink }));
    const late = x > width * 0.6;
    const anchor = { 'text-anchor': late ? 'end' : 'start', 'font-weight': 650 };
    write(name, { x: late ? x - 6 : x + 6, y }, anchor);
  });
  if (line) {
    const dash = { x1: marginLeft, x2: marginLeft + 24, y1: 14, y2: 14, 'stroke-dasharray': '5 3' };
    svg.append(svgElement('line', { ...dash, stroke: 'var(--text)', 'stroke-width': 1.5 }));
    write(lineLabel(figures), { x: marginLeft + 30, y: 14 }, { 'font-weight': 650 });
  }

  const marks = bars.map((bar, index) => ({
    key: bar.code,
    x: middle(index),
    y: bar.row.value.value === null ? (marginTop + bottom) / 2 : y(bar.row.value.value),
    name: bar.name,
    said: sayBar(figures, bar),
    filters: choosable ? bar.code : null,
  }));
  return { svg, width, height, marks };
}
