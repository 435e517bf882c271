import * as Plot from '@observablehq/plot';
import { writerOn, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatValue } from '../ui/cell';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { heightAfter, sayTenth, type ConcentrationCurve } from './concentration_curve';
import { gapPen } from './gaps';

/** The tenths up to whose end the curve is labelled, so that no label covers another. */
const labelled = { 1: 'a tenth', 2: 'a fifth', 5: 'half' } as const;

interface Point {
  readonly share: number;
  readonly held: number;
}

/** Share of absence against share of enrolments, most absent first, over the line on which all would miss alike. */
export function drawConcentrationCurve(curve: ConcentrationCurve, width: number): Picture {
  const form = unitForms.percent;
  const height = Math.round(Math.min(440, Math.max(300, width * 0.72)));
  const margins = { marginTop: 16, marginRight: 26, marginBottom: 48, marginLeft: 66 };
  const ticks = width < 420 ? 5 : 10;
  const points = Array.from({ length: curve.tenths.length + 1 }, (_, no): Point => {
    const held = heightAfter(curve, no);
    return { share: no / curve.tenths.length, held: held ?? NaN };
  });
  const known = points.filter(({ held }) => !Number.isNaN(held));
  const axis = { domain: [0, 1], label: null, tickSize: 0, ticks } as const;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    ...margins,
    x: { ...axis, tickFormat: (tick: number) => formatTick(tick, form) },
    y: { ...axis, ticks: 5, tickFormat: (tick: number) => formatTick(tick, form) },
    marks: [
      Plot.gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 5 }),
      Plot.areaY(points, {
        x: 'share',
        y1: 'share',
        y2: 'held',
        fill: 'var(--series-1)',
        fillOpacity: 0.12,
      }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: 'var(--text)', strokeWidth: 1.5, strokeDasharray: '5 3' },
      ),
      Plot.line(points, { x: 'share', y: 'held', stroke: 'var(--series-1)', strokeWidth: 2.5 }),
      Plot.dot(known.slice(1), {
        x: 'share',
        y: 'held',
        r: 4,
        fill: 'var(--series-1)',
        stroke: 'var(--surface)',
      }),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (at: number) => plot.scale('x')!.apply(at) as number;
  const y = (at: number) => plot.scale('y')!.apply(at) as number;
  const write = writerOn(svg);
  const drawGap = gapPen(svg);

  const runs = unknownRuns(points);
  for (const [from, to] of runs)
    drawGap(
      { value: null, status: 'c' },
      { x: x(from), y: y(1), width: x(to) - x(from), height: y(0) - y(1) },
    );
  for (const [no, many] of Object.entries(labelled)) {
    const held = heightAfter(curve, Number(no));
    if (held === null) continue;
    const at = { x: x(Number(no) / curve.tenths.length) + 10, y: y(held) + 12 };
    const words = width < 420 ? '' : ` by ${many}`;
    write(`${formatValue(held, 'percent')}${words}`, at, { 'font-weight': 650 });
  }
  const slope = (Math.atan2(y(1) - y(0), x(1) - x(0)) * 180) / Math.PI;
  const even = { x: x(0.55) + 9, y: y(0.55) + 11 };
  write('if all missed alike', even, {
    'text-anchor': 'middle',
    transform: `rotate(${slope} ${even.x} ${even.y})`,
  });
  const quiet = { stroke: 'none', fill: 'var(--text-muted)', 'text-anchor': 'middle' };
  const middle = (x(0) + x(1)) / 2;
  write('Share of enrolments, most absent first', { x: middle, y: height - 10 }, quiet);
  const aside = { x: 12, y: (y(0) + y(1)) / 2 };
  write('Share of all absence', aside, {
    ...quiet,
    transform: `rotate(-90 ${aside.x} ${aside.y})`,
  });

  const marks = curve.tenths.map((tenth) => ({
    key: String(tenth.no),
    x: x(tenth.no / curve.tenths.length),
    y: y(tenth.upToHere ?? 0.5),
    name: tenth.name,
    said: sayTenth(tenth),
    filters: null,
  }));
  return { svg, width, height, marks };
}

/** Stretches of the first axis between two points that are known and with none between them that is. */
function unknownRuns(points: readonly Point[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let last = 0;
  points.forEach(({ share, held }, at) => {
    if (Number.isNaN(held)) return;
    if (at - last > 1) runs.push([points[last]!.share, share]);
    last = at;
  });
  if (last < points.length - 1) runs.push([points[last]!.share, 1]);
  return runs;
}
