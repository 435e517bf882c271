import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatMonth, formatTick } from '../ui/format';
import { formatValue } from '../ui/cell';
import { unitForms } from '../ui/units';
import { periodBefore, yearLabel } from '../view/periods';
import { gapPen } from './gaps';
import { monthTick, pushedApart } from './months_axis';
import { isBandHidden, sayEdge, valueOf, type BandPoint, type BandSeries } from './neet_band';

const height = 340;
const top = 16;
const bottom = height - 30;
const hidden = { value: null, status: 'c' } as const;

/** The band between the two edges, its middle, and last year's edges as thinner lines. */
export function drawNeetBand(series: BandSeries, width: number): Picture {
  const { points, year, low, middle, high } = series;
  const form = unitForms[low.measure.unit];
  const pick = {
    low: (d: BandPoint) => valueOf(d.now.low),
    middle: (d: BandPoint) => valueOf(d.now.middle),
    high: (d: BandPoint) => valueOf(d.now.high),
    lowBefore: (d: BandPoint) => valueOf(d.before.low),
    highBefore: (d: BandPoint) => valueOf(d.before.high),
  };
  const shown = points
    .flatMap((point) => Object.values(pick).map((value) => value(point)))
    .filter((value) => !Number.isNaN(value));
  const highest = Math.max(...shown, 0.01);
  const narrow = width < 480;
  const marginLeft = 44;
  const marginRight = narrow ? 104 : 120;
  const step = (width - marginLeft - marginRight) / points.length;
  const line = (value: (d: BandPoint) => number, stroke: string, strokeWidth: number, dash = '') =>
    Plot.line(points, {
      x: 'month',
      y: value,
      stroke,
      strokeWidth,
      ...(dash === '' ? {} : { strokeDasharray: dash }),
    });
  const dots = (value: (d: BandPoint) => number, fill: string) =>
    Plot.dot(
      points.filter((point) => !Number.isNaN(value(point))),
      { x: 'month', y: value, fill, r: 3.25 },
    );
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
      domain: points.map(({ month }) => month),
      padding: 0.5,
      label: null,
      tickSize: 0,
      tickFormat: (month: string) => monthTick(month, step),
    },
    y: {
      domain: [0, highest * 1.12],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatTick(value, form),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.areaY(points, {
        x: 'month',
        // Where one edge has no value there is no band either.
        y1: (d: BandPoint) => (Number.isNaN(pick.high(d)) ? NaN : pick.low(d)),
        y2: (d: BandPoint) => (Number.isNaN(pick.low(d)) ? NaN : pick.high(d)),
        fill: 'var(--series-1)',
        fillOpacity: 0.18,
      }),
      line(pick.lowBefore, 'var(--text-muted)', 1.25, '5 4'),
      line(pick.highBefore, 'var(--text-muted)', 1.25, '5 4'),
      line(pick.middle, 'var(--series-1)', 1.5, '1 4'),
      line(pick.low, 'var(--series-1)', 2.5),
      line(pick.high, 'var(--series-3)', 2.5),
      dots(pick.low, 'var(--series-1)'),
      dots(pick.high, 'var(--series-3)'),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (month: string) => plot.scale('x')!.apply(month) as number;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const write = writerOn(svg);
  // Under the lines: where only one edge is hidden the other is still shown.
  const beneath = svgElement('g');
  svg.querySelector('[aria-label=area]')?.before(beneath);
  const drawGap = gapPen(svg, beneath);

  let run: BandPoint[] = [];
  for (const point of [...points, null]) {
    if (point && isBandHidden(point)) run.push(point);
    else if (run.length > 0) {
      const left = x(run[0]!.month) - step / 2;
      drawGap(hidden, { x: left, y: top, width: run.length * step, height: bottom - top });
      run = [];
    }
  }

  const then = yearLabel(periodBefore(year));
  const ends = (
    [
      {
        value: pick.high,
        says: 'if all are',
        ink: 'var(--series-3)',
      },
      {
        value: pick.middle,
        says: 'if alike',
        ink: 'var(--series-1)',
      },
      {
        value: pick.low,
        says: 'if none is',
        ink: 'var(--series-1)',
      },
    ] as const
  ).flatMap(({ value, says, ink }) => {
    const last = points.findLast((point) => !Number.isNaN(value(point)));
    return last ? [{ at: value(last), says, ink }] : [];
  });
  const thenEnds = [pick.highBefore, pick.lowBefore].flatMap((value) => {
    const last = points.findLast((point) => !Number.isNaN(value(point)));
    return last ? [{ at: value(last), says: then, ink: 'var(--text-muted)' }] : [];
  });
  // Labels stand in a column of their own to the right of the last month.
  const right = width - marginRight + 6;
  const all = [...ends, ...thenEnds];
  const placed = pushedApart(
    all.map(({ at }) => y(at)),
    15,
    bottom - 4,
  );
  all.forEach(({ at, says, ink }, index) => {
    const isThen = index >= ends.length;
    // Last year's may end in another month than this one's, so their values do not stand beside each other.
    const text = isThen ? says : `${formatValue(at, low.measure.unit)} ${says}`;
    write(
      text,
      { x: right, y: placed[index]! },
      {
        fill: ink,
        'font-size': isThen || narrow ? 11 : 12,
        'font-weight': isThen ? 400 : 650,
      },
    );
  });

  const marks: Mark[] = points.flatMap(({ month, now, before }) => {
    const edge = (
      table: typeof low,
      name: string,
      row: BandPoint['now']['low'],
      then: BandPoint['now']['low'],
    ) =>
      row === null
        ? []
        : [
            {
              key: `${name} ${month}`,
              x: x(month),
              y: row.value.value === null ? (top + bottom) / 2 : y(row.value.value),
              name: `${table.measure.label}, ${formatMonth(month)}`,
              said: sayEdge(table, row, then),
              filters: null,
              month,
            },
          ];
    return [
      ...edge(high, 'high', now.high, before.high),
      ...(middle ? edge(middle, 'middle', now.middle, before.middle) : []),
      ...edge(low, 'low', now.low, before.low),
    ];
  });
  return { svg, width, height, marks };
}
