import * as Plot from '@observablehq/plot';
import { writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import type { LineChart, LinePoint } from './line_chart';
import { apart, drawHidden, hiddenRuns, inLines, writeLines } from '../pictures/pen';
import { numbersIn } from './row_words';

const height = 330;
const top = 14;
const bottom = height - 44;
const inks = ['var(--series-1)', 'var(--series-3)', 'var(--series-2)', 'var(--series-5)'] as const;
const dashes = [undefined, '7 3', '2 3', '10 3 2 3'] as const;
/** More lines than this share the last, quiet colour; their labels tell them apart. */
const inkAt = (at: number) => inks[Math.min(at, inks.length - 1)]!;

/** A line and, where it is known, its interval a series, named at its end; gaps where nothing is shown. */
export function drawLines({ kind, steps, stepsAre, lines }: LineChart, width: number): Picture {
  const form = unitForms[kind];
  const points = lines.flatMap((line) => line.points);
  const highest = Math.max(
    ...numbersIn(points.flatMap(({ value, upper }) => [value, upper])),
    form.base === null ? 1 : 0.5 / form.base,
  );
  const letters = width < 560 ? 13 : 24;
  const longest = Math.max(
    ...lines.flatMap(({ label }) => inLines(label, letters).map((l) => l.length)),
  );
  const marginLeft = Math.max(40, 12 + 7 * formatTick(highest, form).length);
  const marginRight = 18 + longest * 6.6;
  const named = new Map(steps.map(({ key, label }) => [key, label]));
  const room = (width - marginLeft - marginRight) / Math.max(1, steps.length);
  const widest = Math.max(...steps.map(({ label }) => label.length)) * 6.6 + 8;
  const every = Math.max(1, Math.ceil(widest / room));
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
      domain: steps.map(({ key }) => key),
      padding: 0.4,
      label: null,
      tickSize: 0,
      tickFormat: (key: string, at: number) => (at % every === 0 ? (named.get(key) ?? '') : ''),
    },
    y: {
      domain: [0, highest * 1.06],
      label: null,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => formatTick(value, form),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      ...lines.map((line, at) =>
        Plot.areaY(line.points, {
          x: 'key',
          y1: (d: LinePoint) => d.lower?.value ?? NaN,
          y2: (d: LinePoint) => d.upper?.value ?? NaN,
          fill: inkAt(at),
          fillOpacity: 0.15,
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--border-control)' }),
      ...lines.flatMap((line, at) => [
        Plot.line(line.points, {
          x: 'key',
          y: (d: LinePoint) => d.value.value ?? NaN,
          stroke: inkAt(at),
          strokeWidth: 2.5,
          ...(dashes[at] === undefined ? {} : { strokeDasharray: dashes[at] }),
        }),
        Plot.dot(line.points, {
          x: 'key',
          y: (d: LinePoint) => d.value.value ?? NaN,
          r: 3.5,
          fill: inkAt(at),
          stroke: 'var(--surface)',
        }),
      ]),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (key: string) => plot.scale('x')!.apply(key) as number;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const write = writerOn(svg);
  write(stepsAre, { x: marginLeft, y: height - 9 }, { 'font-size': 11, fill: 'var(--text-muted)' });

  const step = steps.length > 1 ? x(steps[1]!.key) - x(steps[0]!.key) : room;
  // A step at which every line is hidden is a gap in all; one line's own gap is told by its mark.
  const isHidden = steps.map(({ key }) => {
    const here = points.filter((point) => point.key === key);
    return here.length > 0 && here.every(({ value }) => value.status === 'c');
  });
  for (const [from, to] of hiddenRuns(isHidden)) {
    const left = x(steps[from]!.key) - step / 2;
    const box = { x: left, y: top, width: x(steps[to]!.key) + step / 2 - left };
    drawHidden(svg, write, { ...box, height: bottom - top }, true);
  }

  const ends = lines.flatMap(({ label, points: own }, at) => {
    const last = own.findLast(({ value }) => value.value !== null);
    return last === undefined ? [] : { at, last, block: inLines(label, letters) };
  });
  const heights = apart(
    ends.map(({ last }) => y(last.value.value!)),
    ends.map(({ block }) => block.length * 14 + 4),
    0,
    bottom,
  );
  ends.forEach(({ at, last, block }, index) =>
    writeLines(
      write,
      block,
      { x: x(last.key) + 10, y: heights[index]! },
      {
        fill: inkAt(at),
        'font-weight': 650,
      },
    ),
  );

  const marks = lines.flatMap(({ points: own }, at) =>
    own.map(({ key, name, value, said }): Mark => ({
      key: `${at} ${key}`,
      x: x(key),
      y: value.value === null ? bottom - 10 : y(value.value),
      name,
      said,
      filters: null,
    })),
  );
  return { svg, width, height, marks };
}
