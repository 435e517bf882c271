import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { symbolFor } from '../ui/cell';
import { extentOf, isClear, type DotChart, type DotRow } from './interval_dots';
import { logTicks } from './log_ticks';
import { drawHidden, inLines, widthOf } from '../pictures/pen';

interface Laid {
  readonly row: DotRow;
  readonly heading: string | null;
  /** Where the heading, the first line of the name and the dot stand. */
  readonly headingAt: number;
  readonly nameAt: number;
  readonly at: number;
  readonly lines: readonly string[];
}

/** Rows below each other; on a narrow picture the name stands above its dot. */
function layOut(rows: readonly DotRow[], stacked: boolean, letters: number, top: number) {
  let y = top;
  let last: string | undefined;
  const laid = rows.map((row): Laid => {
    const heading = row.heading !== undefined && row.heading !== last ? row.heading : null;
    last = row.heading;
    const headingAt = y + 16;
    if (heading !== null) y += 26;
    const lines = stacked ? inLines(row.name, letters) : [row.name];
    const nameAt = stacked ? y + 10 : y + 14;
    const at = stacked ? y + lines.length * 14 + 14 : y + 14;
    y = at + 14;
    return { row, heading, headingAt, nameAt, at, lines };
  });
  return { laid, bottom: y };
}

/** Dots (or zero-based bars) with intervals, a row each, beside the line they are held against. */
export function drawIntervalDots(
  chart: DotChart,
  selected: readonly string[],
  width: number,
): Picture {
  const { rows, line, scale } = chart;
  const beside = (row: DotRow) =>
    row.value.value === null
      ? ''
      : `${chart.format(row.value.value)}${row.outside ? `, ${row.outside.words}` : ''}`;
  const indent = rows.some(({ heading }) => heading !== undefined) ? 14 : 0;
  const nameWidth = Math.max(...rows.map(({ name }) => widthOf(name))) + indent + 14;
  const noteWidth = Math.max(...rows.map((row) => widthOf(beside(row)))) + 16;
  const stacked = nameWidth > 0.48 * width || nameWidth + noteWidth > 0.66 * width;
  const marginLeft = stacked ? 8 : nameWidth;
  const marginRight = Math.min(noteWidth, 0.4 * width);
  const marginTop = line === null ? 10 : 30;
  const { laid, bottom } = layOut(rows, stacked, Math.floor(width / 6.5), marginTop);
  const height = bottom + 28;
  const [low, high] = extentOf(chart);
  const ticks = width - marginLeft - marginRight < 360 ? 4 : 7;
  const shown = laid.filter(({ row }) => row.value.value !== null);
  const ink = ({ row }: Laid) => (row.outside ? 'var(--series-3)' : 'var(--series-1)');
  const filled = (each: Laid) => isClear(each.row, line) && !each.row.isReference;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 28,
    x: { type: scale, domain: [low, high], axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    symbol: { type: 'identity' },
    marks: [
      Plot.rect(
        laid.filter(({ row }) => row.filters !== undefined && selected.includes(row.filters)),
        {
          x1: low,
          x2: high,
          y1: (d: Laid) => d.at - 13,
          y2: (d: Laid) => d.at + 13,
          fill: 'var(--accent-quiet)',
        },
      ),
      ...axis(chart, low, high, ticks),
      Plot.ruleX(scale === 'linear' ? [0] : [], { stroke: 'var(--border-control)' }),
      Plot.ruleX(line === null ? [] : [line.at], { stroke: 'var(--text)', strokeWidth: 1.5 }),
      Plot.rect(chart.shape === 'bar' ? shown : [], {
        x1: 0,
        x2: (d: Laid) => d.row.value.value,
        y1: (d: Laid) => d.at - 9,
        y2: (d: Laid) => d.at + 9,
        fill: 'var(--series-1)',
        fillOpacity: 0.55,
      }),
      Plot.link(
        shown.filter(({ row }) => row.lower.value !== null && row.upper.value !== null),
        {
          x1: (d: Laid) => d.row.lower.value,
          x2: (d: Laid) => d.row.upper.value,
          y1: 'at',
          y2: 'at',
          stroke: chart.shape === 'bar' ? 'var(--text)' : ink,
          strokeWidth: 1.5,
          markerStart: 'tick',
          markerEnd: 'tick',
        },
      ),
      Plot.dot(chart.shape === 'bar' ? [] : shown, {
        x: (d: Laid) => d.row.value.value,
        y: 'at',
        r: (d: Laid) => (d.row.outside ? 6 : 4.5),
        symbol: (d: Laid) => (d.row.outside ? 'triangle' : d.row.isReference ? 'square' : 'circle'),
        rotate: (d: Laid) => (d.row.outside?.way === 'below' ? 180 : 0),
        fill: (d: Laid) => (filled(d) ? ink(d) : 'var(--surface)'),
        stroke: (d: Laid) => (d.row.isReference ? 'var(--text-muted)' : ink(d)),
        strokeWidth: 1.75,
      }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (value: number) => plot.scale('x')!.apply(value) as number;
  const write = writerOn(svg);
  for (const each of laid) writeRow(each);
  if (line !== null) {
    const half = widthOf(line.label) / 2;
    const at = Math.min(Math.max(x(line.at), half), width - half);
    write(line.label, { x: at, y: 12 }, { 'text-anchor': 'middle', 'font-weight': 650 });
    const up = { x1: x(line.at), x2: x(line.at), y1: 20, y2: marginTop };
    svg.append(svgElement('line', { ...up, stroke: 'var(--text)', 'stroke-width': 1.5 }));
  }

  function writeRow({ row, heading, headingAt, nameAt, at, lines }: Laid) {
    const weight = row.filters !== undefined && selected.includes(row.filters) ? 700 : 400;
    const plain = { stroke: 'none', 'font-weight': weight };
    if (heading !== null) write(heading, { x: 0, y: headingAt }, { 'font-weight': 650 });
    lines.forEach((text, index) =>
      write(
        text,
        { x: stacked ? 0 : marginLeft - 10, y: nameAt + index * 14 },
        stacked ? { 'font-weight': weight } : { ...plain, 'text-anchor': 'end' },
      ),
    );
    if (row.value.value !== null) {
      const strong = row.outside ? { fill: 'var(--series-3)', 'font-weight': 700 } : {};
      write(beside(row), { x: width - marginRight + 8, y: at }, { ...plain, ...strong });
      return;
    }
    const inner = width - marginLeft - marginRight;
    const box = { x: marginLeft, y: at - 7, width: inner, height: 14 };
    if (row.value.status === 'c') drawHidden(svg, write, box);
    else {
      const why = symbolFor(row.value.status === 'ok' ? 'x' : row.value.status);
      write(why, { x: marginLeft + inner / 2, y: at }, { 'text-anchor': 'middle' });
    }
  }

  const marks = laid.map(({ row, at }): Mark => ({
    key: row.key,
    x: row.value.value === null ? marginLeft + 12 : x(row.value.value),
    y: at,
    name: row.heading === undefined ? row.name : `${row.heading}, ${row.name}`,
    said: row.said,
    filters: row.filters ?? null,
  }));
  return { svg, width, height, marks };
}

function axis({ scale, formatTick }: DotChart, low: number, high: number, most: number) {
  const ticks = scale === 'log' ? [...logTicks(low, high, most)] : most;
  return [
    Plot.gridX({ ticks, stroke: 'var(--grid)', strokeOpacity: 1 }),
    // Plot leaves out every label of a log axis that is not the first of its power.
    ...(scale === 'log'
      ? [
          Plot.text(ticks as number[], {
            x: (d: number) => d,
            text: formatTick,
            frameAnchor: 'bottom',
            dy: 14,
          }),
        ]
      : [Plot.axisX({ ticks, tickFormat: formatTick, tickSize: 0, label: null })]),
  ];
}
