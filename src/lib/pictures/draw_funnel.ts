import * as Plot from '@observablehq/plot';
import { writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatValue } from '../ui/cell';
import { formatCount, formatTick, upperFirst } from '../ui/format';
import { unitForms } from '../ui/units';
import { pushedApart } from './months_axis';
import { nameSpots } from './name_spots';
import {
  isOutside,
  sayPoint,
  sayUnseen,
  unseenWords,
  type FunnelEdge,
  type FunnelFigures,
  type FunnelPoint,
} from './funnel_points';

const marginTop = 26;
const plotHeight = 360;
const lineHeight = 17;

/** Breaks words into lines of a width in pixels; 6.2 is about a letter's. */
function lines(text: string, width: number): string[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && (last.length + word.length + 1) * 6.2 <= width)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** Shape by place, so that colour is not needed to tell. */
function symbolOf(point: FunnelPoint): string {
  if (isOutside(point)) return 'triangle';
  return point.place === 'within' ? 'circle' : 'diamond';
}

/** Each unit at its size and value, between the limits about the average. */
export function drawFunnel(
  figures: FunnelFigures,
  selected: readonly string[],
  choosable: boolean,
  width: number,
): Picture {
  const { points, edges, sizes, average, table, unseen } = figures;
  const { measure } = table;
  const form = unitForms[measure.unit];
  const narrow = width < 480;
  const top =
    1.08 * Math.max(...points.map(({ value }) => value), edges.at(-1)?.far.upper ?? 0, 0.001);
  const marginLeft = Math.max(40, 12 + 7 * formatTick(top, form).length);
  const marginRight = 84;
  const words = unseenWords(figures).flatMap((text) => lines(text, width - 8));
  const height = marginTop + plotHeight + 44 + words.length * lineHeight;
  const bottom = marginTop + plotHeight;
  const edge = (pick: (edge: FunnelEdge) => number, dashes: string, strokeWidth: number) =>
    Plot.line(edges, {
      x: 'size',
      y: pick,
      clip: true,
      stroke: 'var(--text-muted)',
      strokeWidth,
      strokeDasharray: dashes,
    });
  const many = points.length > 40;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: height - bottom,
    x: {
      domain: [...sizes],
      label: null,
      ticks: narrow ? 3 : 6,
      tickSize: 0,
      tickFormat: (value: number) => formatCount(value),
    },
    y: {
      domain: [0, top],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatTick(value, form),
    },
    symbol: { type: 'identity' },
    r: { type: 'identity' },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.areaY(edges, {
        x: 'size',
        y1: (d: FunnelEdge) => d.near.lower,
        y2: (d: FunnelEdge) => d.near.upper,
        clip: true,
        fill: 'var(--elsewhere)',
        fillOpacity: 0.7,
      }),
      edge(({ near }) => near.lower, '2 3', 1.25),
      edge(({ near }) => near.upper, '2 3', 1.25),
      edge(({ far }) => far.lower, '7 3', 1.5),
      edge(({ far }) => far.upper, '7 3', 1.5),
      Plot.ruleY(average === null ? [] : [average], { stroke: 'var(--text)', strokeWidth: 1.5 }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
      Plot.dot(
        points.filter(({ code }) => selected.includes(code)),
        { x: 'size', y: 'value', r: 11, stroke: 'var(--text)', strokeWidth: 2 },
      ),
      Plot.dot(points, {
        x: 'size',
        y: 'value',
        symbol: symbolOf,
        r: (d: FunnelPoint) => (isOutside(d) ? 6 : many ? 3.5 : 5),
        rotate: (d: FunnelPoint) => (d.place === 'below 99.8' ? 180 : 0),
        fill: (d: FunnelPoint) => (isOutside(d) ? 'var(--series-3)' : 'var(--series-1)'),
        stroke: 'var(--surface)',
      }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (value: number) => plot.scale('x')!.apply(value) as number;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const write = writerOn(svg);
  const quiet = { fill: 'var(--text-muted)', 'font-size': 11 };

  // The lines are named at the right edge, where they are nearest each other: pushed apart there.
  const last = edges.at(-1);
  if (last && average !== null) {
    const level = `average ${formatValue(average, measure.unit)}`;
    const ends = [
      { text: '99.8 % limit', at: last.far.upper, ink: quiet },
      { text: '95 % limit', at: last.near.upper, ink: quiet },
      { text: level, at: average, ink: { 'font-weight': 650, 'font-size': 11 } },
      { text: '95 % limit', at: last.near.lower, ink: quiet },
      { text: '99.8 % limit', at: last.far.lower, ink: quiet },
    ];
    const placed = pushedApart(
      ends.map(({ at }) => y(Math.min(top, at))),
      13,
      bottom + 6,
    );
    ends.forEach(({ text, ink }, index) => {
      write(text, { x: width - marginRight + 5, y: placed[index]! }, ink);
    });
  }
  write(
    `${upperFirst(measure.denominator)} →`,
    { x: width - marginRight, y: bottom + 30 },
    { ...quiet, 'text-anchor': 'end' },
  );

  const spotOf = (point: FunnelPoint) => ({ x: x(point.size), y: y(point.value) });
  const named = points
    .filter(
      (point) => isOutside(point) || (points.length <= 15 && (!narrow || point.place !== 'within')),
    )
    .map((point) => ({ ...spotOf(point), name: point.name, must: isOutside(point) }));
  for (const spot of nameSpots(named, points.map(spotOf), width - marginRight)) {
    const strong = { fill: 'var(--series-3)', 'font-weight': 700 };
    const ink = spot.point.must ? strong : { 'font-size': 11 };
    write(spot.point.name, { x: spot.x, y: spot.y }, { ...ink, 'text-anchor': spot.anchor });
  }
  words.forEach((text, index) => {
    write(
      text,
      { x: 2, y: bottom + 52 + index * lineHeight },
      { ...quiet, 'font-size': 12, stroke: 'none' },
    );
  });

  const marks: Mark[] = [
    ...points.map((point) => ({
      key: point.code,
      x: x(point.size),
      y: y(point.value),
      name: point.name,
      said: sayPoint(figures, point),
      filters: choosable ? point.code : null,
    })),
    // All at one spot under the picture, which tells nothing of them.
    ...unseen.map(({ code, name, row }) => ({
      key: code,
      x: 12,
      y: bottom + 52,
      name,
      said: sayUnseen(figures, row),
      filters: choosable ? code : null,
    })),
  ];
  return { svg, width, height, marks };
}
