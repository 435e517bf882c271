import * as Plot from '@observablehq/plot';
import { hiddenLabel } from '../ui/cell';
import { formatMonth, formatMonthShort, formatPercent } from '../ui/format';
import { periodBefore, yearLabel } from '../view/periods';
import { sayMonth, type MonthlySeries, type MonthPoint } from './monthly_rates';
import { drawPublished } from './draw_published';
import { addHatch, svgElement, writerOn, type Mark, type Picture } from './picture';
import { plotDefaults } from './plot_defaults';

export const frameHeight = 330;

interface Line {
  readonly point: MonthPoint;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Runs of hidden months, so that neighbours share one hatched gap and one label. */
function hiddenRuns(points: readonly MonthPoint[]): MonthPoint[][] {
  const runs: MonthPoint[][] = [];
  let open = false;
  for (const point of points) {
    const hidden = point.now?.value.status === 'c';
    if (hidden && open) runs.at(-1)?.push(point);
    else if (hidden) runs.push([point]);
    open = hidden;
  }
  return runs;
}

/** Labels pushed apart so that none covers another or passes the floor; heights in pixels. */
function spread(heights: readonly number[], gap: number, floor: number): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  let least = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(heights[index]!, least + gap);
    least = placed[index];
  }
  const over = Math.max(0, least - floor);
  return placed.map((height) => height - over);
}

/** One measure over the year: intervals, last year dashed, hidden months hatched, published levels. */
export function drawFrame(
  series: MonthlySeries,
  year: string,
  width: number,
  ink: string,
): Picture {
  const { points } = series;
  const line: Line[] = points.flatMap((point) =>
    point.now?.value.value == null
      ? []
      : {
          point,
          value: point.now.value.value,
          lower: point.now.lower.value,
          upper: point.now.upper.value,
        },
  );
  const before = points.map((point) => ({ point, value: point.before?.value.value ?? NaN }));
  const now = points.map((point) => line.find((other) => other.point === point) ?? { point });
  const highest = Math.max(
    ...line.map((other) => other.upper ?? other.value),
    ...before.flatMap(({ value }) => (Number.isNaN(value) ? [] : value)),
    ...series.published.map((level) => level.value),
    0.01,
  );
  const marginLeft = 44;
  const marginRight = 64;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height: frameHeight,
    marginTop: 34,
    marginLeft,
    marginRight,
    marginBottom: 30,
    x: {
      type: 'point',
      domain: points.map(({ month }) => month),
      padding: 0.4,
      label: null,
      tickSize: 0,
      tickFormat: (month: string) =>
        width < 480 ? formatMonthShort(month).charAt(0) : formatMonthShort(month),
    },
    y: {
      domain: [0, highest * 1.12],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatPercent(value, highest < 0.04 ? 1 : 0),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.areaY(now, {
        x: (d: { point: MonthPoint }) => d.point.month,
        y1: (d: Partial<Line>) => d.lower ?? NaN,
        y2: (d: Partial<Line>) => d.upper ?? NaN,
        fill: ink,
        fillOpacity: 0.2,
      }),
      Plot.line(before, {
        x: (d) => d.point.month,
        y: 'value',
        stroke: 'var(--text-muted)',
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
      }),
      Plot.line(now, {
        x: (d: { point: MonthPoint }) => d.point.month,
        y: (d: Partial<Line>) => d.value ?? NaN,
        stroke: ink,
        strokeWidth: 2.5,
      }),
      Plot.dot(line, { x: (d) => d.point.month, y: 'value', fill: ink, r: 3.5 }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const scaleX = plot.scale('x')!;
  const scaleY = plot.scale('y')!;
  const x = (month: string) => scaleX.apply(month) as number;
  const y = (value: number) => scaleY.apply(value) as number;
  const step = x(points[1]!.month) - x(points[0]!.month);
  const top = 34;
  const bottom = frameHeight - 30;

  const write = writerOn(svg);
  write(
    series.table.measure.label,
    { x: 0, y: 12 },
    { 'font-size': 14, 'font-weight': 650, fill: ink },
  );

  for (const run of hiddenRuns(points)) {
    const left = x(run[0]!.month) - step / 2;
    const right = x(run.at(-1)!.month) + step / 2;
    const fill = addHatch(svg);
    svg.append(
      svgElement('rect', {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        fill,
        opacity: 0.55,
      }),
    );
    const middle = (left + right) / 2;
    write(
      hiddenLabel,
      { x: middle, y: top + 6 },
      { 'text-anchor': 'end', transform: `rotate(-90 ${middle} ${top + 6})` },
    );
  }

  drawPublished(series, points, { x, y, top, bottom, highest }, svg);

  const last = line.at(-1);
  const lastBefore = before.findLast(({ value }) => !Number.isNaN(value));
  const right = x(points.at(-1)!.month) + 9;
  const ends = spread(
    [last ? y(last.value) : top, lastBefore ? y(lastBefore.value) : bottom],
    30,
    bottom,
  );
  const strong = { 'font-weight': 650, fill: ink, 'font-size': 13 };
  if (last && points.indexOf(last.point) >= 9) {
    write(formatPercent(last.value), { x: right, y: ends[0]! }, strong);
    write(yearLabel(year), { x: right, y: ends[0]! + 14 }, { fill: ink, 'font-size': 11 });
  } else if (last) {
    const at = { x: x(last.point.month), y: y(last.upper ?? last.value) - 12 };
    write(formatPercent(last.value), at, { ...strong, 'text-anchor': 'middle' });
  }
  if (lastBefore) {
    const quiet = { fill: 'var(--text-muted)', 'font-size': 11 };
    write(yearLabel(periodBefore(year)), { x: right, y: ends[1]! }, quiet);
  }

  const marks: Mark[] = points.flatMap((point) =>
    point.now === null
      ? []
      : {
          key: `${series.table.measure.id} ${point.month}`,
          x: x(point.month),
          y: point.now.value.value === null ? (top + bottom) / 2 : y(point.now.value.value),
          name: `${series.table.measure.label}, ${formatMonth(point.month)}`,
          said: sayMonth(series, point),
          filters: null,
          month: point.month,
        },
  );
  return { svg, width, height: frameHeight, marks };
}
