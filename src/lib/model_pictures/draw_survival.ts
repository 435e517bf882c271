import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatValue } from '../ui/cell';
import { formatPercent } from '../ui/format';
import { apart, inLines, writeLines } from '../pictures/pen';
import type { Curve, CurvePoint } from './survival_picture';

const inks = ['var(--series-1)', 'var(--series-3)', 'var(--series-2)'] as const;
const dashes = [undefined, '7 3', '2 3'] as const;
const together = inks.length;

/** All in one frame while colours and labels tell them apart; else a small frame each, alike in scale. */
export function drawSurvival(curves: readonly Curve[], width: number): Picture {
  const longest = Math.max(
    ...curves.flatMap(({ points, median }) => [...points.map(({ days }) => days), median ?? 0]),
  );
  if (curves.length <= together) return drawFrame(curves, longest, width, 340, false);
  const columns = Math.max(1, Math.min(4, Math.floor(width / 240)));
  const gap = 20;
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const tall = 200;
  const height = Math.ceil(curves.length / columns) * (tall + gap) - gap;
  const svg = svgElement('svg', { width, height, 'font-size': 12 });
  const marks = curves.flatMap((curve, at) => {
    const frame = drawFrame([curve], longest, each, tall, true);
    const left = (at % columns) * (each + gap);
    const above = Math.floor(at / columns) * (tall + gap);
    frame.svg.setAttribute('x', String(left));
    frame.svg.setAttribute('y', String(above));
    svg.append(frame.svg);
    return frame.marks.map((mark) => ({ ...mark, x: mark.x + left, y: mark.y + above }));
  });
  return { svg, width, height, marks };
}

function drawFrame(
  curves: readonly Curve[],
  longest: number,
  width: number,
  height: number,
  small: boolean,
): Picture {
  const top = small ? 40 : 16;
  const bottom = height - 40;
  const marginLeft = 48;
  const letters = width < 560 ? 12 : 18;
  const marginRight = small ? 12 : letters * 6.6 + 14;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop: top,
    marginLeft,
    marginRight,
    marginBottom: height - bottom,
    x: { domain: [0, longest], label: null, ticks: small || width < 560 ? 4 : 8, tickSize: 0 },
    y: {
      domain: [0, 1],
      label: null,
      ticks: small ? 3 : 5,
      tickSize: 0,
      tickFormat: (value: number) => formatPercent(value, 0),
    },
    marks: [
      Plot.gridY({ ticks: small ? 3 : 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      ...curves.map(({ points }, at) =>
        Plot.areaY(points, {
          x: 'days',
          y1: (d: CurvePoint) => d.lower ?? NaN,
          y2: (d: CurvePoint) => d.upper ?? NaN,
          curve: 'step-after',
          fill: inks[at]!,
          fillOpacity: 0.15,
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
      Plot.ruleY([0.5], { stroke: 'var(--text-muted)', strokeDasharray: '4 4' }),
      Plot.ruleX(
        curves.filter(({ median }) => median !== null),
        {
          x: (d: Curve) => d.median,
          y1: 0,
          y2: 0.5,
          stroke: 'var(--text-muted)',
          strokeDasharray: '4 4',
        },
      ),
      ...curves.map(({ points }, at) =>
        Plot.line(points, {
          x: 'days',
          y: 'share',
          curve: 'step-after',
          stroke: inks[at]!,
          strokeWidth: 2.5,
          ...(dashes[at] === undefined ? {} : { strokeDasharray: dashes[at] }),
        }),
      ),
      Plot.dot(
        curves.filter(({ median }) => median !== null),
        {
          x: (d: Curve) => d.median,
          y: 0.5,
          r: 4,
          fill: 'var(--surface)',
          stroke: 'var(--text)',
          strokeWidth: 1.75,
        },
      ),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (days: number) => plot.scale('x')!.apply(days) as number;
  const y = (share: number) => plot.scale('y')!.apply(share) as number;
  const write = writerOn(svg);
  const quiet = { 'font-size': 11, fill: 'var(--text-muted)' };
  write('days since the start', { x: marginLeft, y: height - 7 }, quiet);

  const medianOf = ({ median }: Curve) =>
    median === null ? 'half have not ended' : `half by ${formatValue(median, 'days')}`;
  if (small) {
    const [curve] = curves;
    write(curve!.name, { x: 0, y: 9 }, { 'font-weight': 650 });
    write(medianOf(curve!), { x: 0, y: 25 }, quiet);
  } else {
    const blocks = curves.map((curve) => [
      ...inLines(curve.name, letters),
      ...inLines(medianOf(curve), letters),
    ]);
    const heights = apart(
      curves.map(({ points }) => y(points.at(-1)!.share)),
      blocks.map((lines) => lines.length * 14 + 4),
      0,
      bottom,
    );
    curves.forEach((_, at) => {
      const place = { x: width - marginRight + 8, y: heights[at]! };
      writeLines(write, blocks[at]!, place, { fill: inks[at]!, 'font-weight': 650 });
    });
  }

  const marks = curves.flatMap(({ key, name, points, median, medianSaid }): Mark[] => {
    const steps = points.map(({ days, share, said }) => ({
      key: `${key} ${days}`,
      x: x(days),
      y: y(share),
      name: `${name}, after ${formatValue(days, 'days')}`,
      said,
      filters: null,
    }));
    if (median === null) return steps;
    const half = {
      key: `${key} half`,
      x: x(median),
      y: y(0.5),
      name,
      said: medianSaid,
      filters: null,
    };
    const after = steps.findIndex((step) => step.x >= half.x);
    return after < 0 ? [...steps, half] : [...steps.slice(0, after), half, ...steps.slice(after)];
  });
  return { svg, width, height, marks };
}
