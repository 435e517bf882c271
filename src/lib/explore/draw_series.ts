import * as Plot from '@observablehq/plot';
import { addHatch, svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatCell, hiddenLabel } from '../ui/cell';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { sayPoint, type Series, type SeriesPoint } from './series';

const height = 320;
const top = 22;
const bottom = height - 34;

const valueOf = ({ row }: SeriesPoint): number => row?.value.value ?? NaN;

/** Runs of neighbouring hidden points, which share one hatched gap and one label. */
function hiddenRuns(points: readonly SeriesPoint[]): SeriesPoint[][] {
  const runs: SeriesPoint[][] = [];
  points.forEach((point, index) => {
    if (point.row?.value.status !== 'c') return;
    const joins = points[index - 1]?.row?.value.status === 'c';
    if (joins) runs.at(-1)?.push(point);
    else runs.push([point]);
  });
  return runs;
}

/** The keys that are named on the axis: as many as there is room for, the last always. */
function namedKeys(points: readonly SeriesPoint[], step: number): ReadonlySet<string> {
  const longest = Math.max(...points.map(({ short }) => short.length));
  const room = longest * 6.4 + 14;
  const every =
    [1, 2, 3, 6, 12, 24, 48].find((each) => each * step >= room) ??
    Math.ceil(room / Math.max(step, 0.1));
  const last = points.length - 1;
  return new Set(points.filter((_, index) => (last - index) % every === 0).map(({ key }) => key));
}

/** A line with its interval; broken where time is missing, hidden or the definition changed. */
export function drawSeries(series: Series, width: number): Picture {
  const { points, table, published } = series;
  const { unit } = table.measure;
  const form = unitForms[unit];
  const values = points.flatMap(({ row }) => [
    row?.value.value,
    row?.upper.value,
    row?.lower.value,
  ]);
  const numbers = [...values, ...(published?.values.values() ?? [])].filter(
    (value) => typeof value === 'number',
  );
  const highest = Math.max(...numbers, form.base === null ? 1 : 0.5 / form.base);
  const lowest = Math.min(...numbers, 0);
  const marginLeft = Math.max(40, 12 + 7 * formatTick(highest, form).length);
  const marginRight = published ? 84 : 66;
  const step = (width - marginLeft - marginRight) / Math.max(1, points.length);
  const named = namedKeys(points, step);
  const shown = points.filter((point) => !Number.isNaN(valueOf(point)));
  // A point that is joined to none has no area to show how sure it is.
  const alone = shown.filter(({ run }) => shown.filter((other) => other.run === run).length === 1);
  const crowded = points.length > 40;
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
      domain: points.map(({ key }) => key),
      padding: 0.5,
      label: null,
      tickSize: 0,
      tickFormat: (key: string) =>
        named.has(key) ? (points.find((point) => point.key === key)?.short ?? '') : '',
    },
    y: {
      domain: [lowest, highest * 1.1],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatTick(value, form),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.areaY(points, {
        x: 'key',
        y1: (d: SeriesPoint) => d.row?.lower.value ?? NaN,
        y2: (d: SeriesPoint) => d.row?.upper.value ?? NaN,
        z: 'run',
        fill: 'var(--series-1)',
        fillOpacity: 0.18,
      }),
      Plot.line(published ? points : [], {
        x: 'key',
        y: (d: SeriesPoint) => published?.values.get(d.key) ?? NaN,
        z: 'run',
        stroke: 'var(--text-muted)',
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
      }),
      Plot.dot(published ? [...published.values].map(([key, at]) => ({ key, at })) : [], {
        x: 'key',
        y: 'at',
        fill: 'var(--text-muted)',
        r: 2.5,
      }),
      Plot.link(alone, {
        x1: 'key',
        x2: 'key',
        y1: (d: SeriesPoint) => d.row?.lower.value ?? NaN,
        y2: (d: SeriesPoint) => d.row?.upper.value ?? NaN,
        stroke: 'var(--series-1)',
        strokeWidth: 1.5,
        markerStart: 'tick',
        markerEnd: 'tick',
      }),
      Plot.line(points, {
        x: 'key',
        y: valueOf,
        z: 'run',
        stroke: 'var(--series-1)',
        strokeWidth: crowded ? 1.75 : 2.5,
      }),
      Plot.dot(shown, { x: 'key', y: valueOf, fill: 'var(--series-1)', r: crowded ? 1.75 : 3.5 }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (key: string) => plot.scale('x')!.apply(key) as number;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const write = writerOn(svg);

  for (const run of hiddenRuns(points)) {
    const left = x(run[0]!.key) - step / 2;
    const right = x(run.at(-1)!.key) + step / 2;
    const fill = addHatch(svg);
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    svg.append(svgElement('rect', { ...box, fill, opacity: 0.55 }));
    const at = { x: (left + right) / 2, y: top + 6 };
    const turn = `rotate(-90 ${at.x} ${at.y})`;
    write(hiddenLabel, at, { 'text-anchor': 'end', transform: turn });
  }
  points.forEach((point, index) => {
    if (point.changed === null || index === 0) return;
    const at = x(point.key) - step / 2;
    const line = { x1: at, x2: at, y1: top - 8, y2: bottom };
    const ink = { stroke: 'var(--text-muted)', 'stroke-dasharray': '2 3' };
    svg.append(svgElement('line', { ...line, ...ink }));
    const late = at > width / 2;
    write(
      'definition changed',
      { x: at + (late ? -5 : 5), y: top - 10 },
      { 'text-anchor': late ? 'end' : 'start', 'font-size': 11, fill: 'var(--text-muted)' },
    );
  });

  const last = shown.at(-1);
  const lastPublished = published && [...published.values].at(-1);
  if (last) {
    const at = { x: x(last.key) + 9, y: y(valueOf(last)) };
    write(formatCell(last.row!.value, unit).replace(/\sper\s[\d,]+/, ''), at, {
      'font-weight': 650,
      'font-size': 13,
      fill: 'var(--series-1)',
    });
    if (published && lastPublished) {
      const height = y(lastPublished[1]);
      const clear = Math.abs(height - at.y) < 16 ? at.y + (height < at.y ? -16 : 16) : height;
      const quiet = { 'font-size': 11, fill: 'var(--text-muted)' };
      write(published.area, { x: x(lastPublished[0]) + 9, y: clear }, quiet);
    }
  }

  const marks: Mark[] = points.map((point) => ({
    key: point.key,
    x: x(point.key),
    y: Number.isNaN(valueOf(point)) ? (top + bottom) / 2 : y(valueOf(point)),
    name: point.name,
    said: sayPoint(series, point),
    filters: null,
    ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(point.key) ? { month: point.key } : {}),
  }));
  return { svg, width, height, marks };
}
