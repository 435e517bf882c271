import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatInTable } from '../ui/cell';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { axisTop, lineLabel, sayBar, type Bar, type BarFigures } from './bars';
import { gapPen } from './gaps';

const rowHeight = 28;

function shortened(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

/** A zero-based bar and its interval a group, the whole or another level as a line. */
export function drawBarRows(
  figures: BarFigures,
  selected: readonly string[],
  width: number,
): Picture {
  const { measure, bars, line, choosable } = figures;
  const form = unitForms[measure.unit];
  const marginTop = line ? 34 : 12;
  const letters = Math.max(...bars.map(({ name }) => name.length));
  const marginLeft = Math.min(24 + letters * 6.6, Math.max(120, width * 0.4));
  const most = Math.floor((marginLeft - 12) / 6.3);
  const marginRight = 64;
  const height = marginTop + bars.length * rowHeight + 28;
  const highest = axisTop(figures) * 1.04;
  const ticks = width < 480 ? 3 : 6;
  const isSelected = ({ code }: Bar) => selected.includes(code);
  const shown = bars.filter(({ row }) => row.value.value !== null);
  const sure = shown.filter(({ row }) => row.lower.value !== null && row.upper.value !== null);
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 28,
    x: {
      domain: [0, highest],
      label: null,
      ticks,
      tickSize: 0,
      tickFormat: (tick: number) => formatTick(tick, form),
    },
    y: { type: 'band', domain: bars.map(({ code }) => code), axis: null, padding: 0 },
    marks: [
      Plot.barX(bars.filter(isSelected), {
        x1: 0,
        x2: highest,
        y: 'code',
        fill: 'var(--accent-quiet)',
      }),
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks }),
      Plot.barX(shown, {
        x1: 0,
        x2: (d: Bar) => d.row.value.value,
        y: 'code',
        fill: (d: Bar) => (d.isWhole ? 'var(--series-5)' : 'var(--series-1)'),
        insetTop: 5,
        insetBottom: 5,
      }),
      Plot.ruleX(line ? [line.value] : [], {
        stroke: 'var(--surface)',
        strokeWidth: 4,
        strokeOpacity: 0.7,
      }),
      Plot.ruleX(line ? [line.value] : [], {
        stroke: 'var(--text)',
        strokeWidth: 1.5,
        strokeDasharray: '5 3',
      }),
      // The half of an interval that lies on its bar is pale, the other dark.
      Plot.link(sure, {
        x1: (d: Bar) => d.row.value.value,
        x2: (d: Bar) => d.row.upper.value,
        y1: 'code',
        y2: 'code',
        stroke: 'var(--text)',
        strokeWidth: 1.75,
      }),
      Plot.link(sure, {
        x1: (d: Bar) => d.row.lower.value,
        x2: (d: Bar) => d.row.value.value,
        y1: 'code',
        y2: 'code',
        stroke: 'var(--surface)',
        strokeWidth: 1.75,
      }),
      Plot.ruleX([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (at: number) => plot.scale('x')!.apply(at) as number;
  const middle = (index: number) => marginTop + (index + 0.5) * rowHeight;
  const write = writerOn(svg);
  const drawGap = gapPen(svg);

  bars.forEach((bar, index) => {
    const y = middle(index);
    const weight = isSelected(bar) || bar.isWhole ? 700 : 400;
    const plain = { stroke: 'none', 'font-weight': weight };
    const name = shortened(bar.name, most);
    write(name, { x: marginLeft - 10, y }, { ...plain, 'text-anchor': 'end' });
    if (bar.row.value.value === null) {
      const box = { x: marginLeft, y: y - 7, width: width - marginLeft - marginRight, height: 14 };
      drawGap(bar.row.value, box);
    } else {
      write(formatInTable(bar.row.value, measure.unit), { x: width - marginRight + 8, y }, plain);
    }
  });
  if (line) {
    const text = lineLabel(figures);
    const half = text.length * 3.4;
    const at = Math.min(Math.max(x(line.value), half), width - half);
    write(text, { x: at, y: 14 }, { 'text-anchor': 'middle', 'font-weight': 650 });
    const stem = { x1: x(line.value), x2: x(line.value), y1: 22, y2: marginTop };
    svg.append(svgElement('line', { ...stem, stroke: 'var(--text)', 'stroke-width': 1.5 }));
  }

  const marks = bars.map((bar, index) => ({
    key: bar.code,
    x: bar.row.value.value === null ? marginLeft + 12 : x(bar.row.value.value),
    y: middle(index),
    name: bar.name,
    said: sayBar(figures, bar),
    filters: choosable && !bar.isWhole ? bar.code : null,
  }));
  return { svg, width, height, marks };
}
