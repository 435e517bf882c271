import { formatPercent } from '../ui/format';
import type { MonthlySeries, MonthPoint } from './monthly_rates';
import { svgElement, writerOn } from './picture';

const lineHeight = 18;

/** Where a frame of months puts things, in pixels. */
export interface MonthFrame {
  readonly x: (month: string) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
  /** The highest value on the axis. */
  readonly highest: number;
}

/**
 * Published levels as bars over December to February, each led to its label on a staircase in the
 * emptier half of the frame, so that no label lies on a line.
 */
export function drawPublished(
  series: MonthlySeries,
  points: readonly MonthPoint[],
  frame: MonthFrame,
  svg: SVGSVGElement,
): void {
  if (series.published.length === 0) return;
  const write = writerOn(svg);
  const [december, january, february] = [3, 4, 5].map((index) =>
    frame.x(points[index]?.month ?? ''),
  ) as [number, number, number];
  const levels = [...series.published].sort((a, b) => b.value - a.value);
  const below = (levels[0]?.value ?? 0) > frame.highest / 2;
  // A leader leaves from a bar's own end, so that it crosses no other bar on its way to the label.
  const leaders = below ? [february, january, december] : [december, january, february];
  const middle = (frame.top + frame.bottom) / 2;
  const first = below
    ? frame.bottom - lineHeight * (levels.length + 0.5)
    : middle - lineHeight * levels.length;
  const leaderOf = (index: number) => leaders[Math.min(index, 2)] ?? december;
  const rowOf = (index: number) => first + lineHeight * (below ? index + 1 : index);
  levels.forEach((level, index) => {
    const at = frame.y(level.value);
    const leader = leaderOf(index);
    const line = { stroke: 'var(--text)', 'stroke-linecap': 'round' } as const;
    svg.append(
      svgElement('line', {
        ...line,
        x1: december,
        x2: february,
        y1: at,
        y2: at,
        'stroke-width': 2.5,
      }),
      svgElement('line', {
        ...line,
        x1: leader,
        x2: leader,
        y1: at,
        y2: rowOf(index),
        'stroke-width': 0.75,
      }),
    );
  });
  // The words after all lines, so that their halo keeps every line off them.
  write(
    'Published, December to February',
    { x: december, y: first - (below ? 2 : lineHeight) },
    {
      'font-size': 11,
      fill: 'var(--text-muted)',
    },
  );
  levels.forEach((level, index) => {
    write(
      `${level.areas.join(', ')} ${formatPercent(level.value)}`,
      { x: leaderOf(index) + 5, y: rowOf(index) },
      { 'font-size': 11 },
    );
  });
}
