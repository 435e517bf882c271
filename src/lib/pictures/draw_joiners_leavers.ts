import * as Plot from '@observablehq/plot';
import { writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import type { SafeTable } from '../disclosure/safe_table';
import { formatCount, formatMonth } from '../ui/format';
import { gapPen } from './gaps';
import { peopleOf, sayMove, type MoveMonth, type Moves } from './joiners_leavers';
import { monthTick } from './months_axis';

const height = 340;
const top = 26;
const bottom = height - 50;

/** The months that are named below: as many as have room, the last always. */
function isNamed(index: number, count: number, step: number): boolean {
  const every = [1, 2, 3, 6, 12].find((each) => each * step >= 24) ?? 12;
  return (count - 1 - index) % every === 0;
}

/** Two columns a month from one zero line: up for those who became NEET, down for those who stopped. */
export function drawJoinersLeavers(moves: Moves, width: number): Picture {
  const { months, joiners, leavers } = moves;
  const shown = (pick: (d: MoveMonth) => number) =>
    Math.max(1, ...months.map(pick).filter((value) => !Number.isNaN(value)));
  const joined = (d: MoveMonth) => peopleOf(d.joined);
  const left = (d: MoveMonth) => peopleOf(d.left);
  const [up, down] = [shown(joined) * 1.12, shown(left) * 1.12];
  const marginLeft = Math.max(40, 14 + 7 * formatCount(Math.max(up, down)).length);
  const marginRight = 10;
  const step = (width - marginLeft - marginRight) / Math.max(1, months.length);
  const inset = Math.min(5, step * 0.14);
  const bar = { x: 'month', insetLeft: inset, insetRight: inset } as const;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop: top,
    marginLeft,
    marginRight,
    marginBottom: height - bottom,
    x: {
      type: 'band',
      domain: months.map(({ month }) => month),
      padding: 0,
      round: false,
      axis: null,
    },
    y: {
      domain: [-down, up],
      label: null,
      ticks: 6,
      tickSize: 0,
      tickFormat: (value: number) => (Number.isInteger(value) ? formatCount(Math.abs(value)) : ''),
    },
    marks: [
      Plot.gridY({ ticks: 6, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.barY(
        months.filter((d) => joined(d) > 0),
        { ...bar, y1: 0, y2: joined, fill: 'var(--series-3)' },
      ),
      Plot.barY(
        months.filter((d) => left(d) > 0),
        { ...bar, y1: 0, y2: (d: MoveMonth) => -left(d), fill: 'var(--series-2)' },
      ),
      Plot.ruleY([0], { stroke: 'var(--text)', strokeWidth: 1.25 }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const y = (value: number) => plot.scale('y')!.apply(value) as number;
  const middle = (index: number) => marginLeft + (index + 0.5) * step;
  const write = writerOn(svg);
  const drawGap = gapPen(svg);
  const zero = y(0);

  months.forEach((month, index) => {
    const x = middle(index);
    const box = { x: x - step / 2 + inset, width: step - 2 * inset };
    for (const [row, sign] of [
      [month.joined, 1],
      [month.left, -1],
    ] as const) {
      if (row === null) continue;
      const people = peopleOf(row);
      if (Number.isNaN(people)) {
        const from = sign > 0 ? top : zero + 1;
        drawGap(row.numerator, { ...box, y: from, height: (sign > 0 ? zero - 1 : bottom) - from });
      } else if (formatCount(people).length * 6.6 <= step) {
        const at = { x, y: y(sign * people) - sign * 9 };
        write(formatCount(people), at, { 'text-anchor': 'middle', 'font-size': 11 });
      }
    }
    if (!isNamed(index, months.length, step)) return;
    const centred = { 'text-anchor': 'middle', stroke: 'none' };
    write(monthTick(month.month, step), { x, y: bottom + 14 }, centred);
    const isYear = month.month.endsWith('-01') || index === 0;
    if (isYear)
      write(
        month.month.slice(0, 4),
        { x, y: bottom + 30 },
        { ...centred, fill: 'var(--text-muted)', 'font-size': 11 },
      );
  });
  const strong = { 'font-weight': 650, 'font-size': 13 };
  write('↑ Became NEET', { x: marginLeft + 4, y: 12 }, { ...strong, fill: 'var(--series-3)' });
  write(
    '↓ No longer NEET',
    { x: width - marginRight, y: height - 8 },
    { ...strong, fill: 'var(--text)', 'text-anchor': 'end' },
  );

  const mark = (
    table: SafeTable,
    { month }: MoveMonth,
    row: MoveMonth['joined'],
    index: number,
    sign: 1 | -1,
  ): Mark[] => {
    if (row === null) return [];
    const people = peopleOf(row);
    return [
      {
        key: `${table.measure.id} ${month}`,
        x: middle(index),
        y: Number.isNaN(people) ? (zero + (sign > 0 ? top : bottom)) / 2 : y(sign * people),
        name: `${table.measure.label}, ${formatMonth(month)}`,
        said: sayMove(table, row),
        filters: null,
        month,
      },
    ];
  };
  const marks = months.flatMap((month, index) => [
    ...mark(joiners, month, month.joined, index, 1),
    ...mark(leavers, month, month.left, index, -1),
  ]);
  return { svg, width, height, marks };
}
