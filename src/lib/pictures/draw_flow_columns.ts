import { svgElement, writerOn, type Mark, type Picture, type Write } from '../charts/picture';
import { formatCount } from '../ui/format';
import { inLines, widthOf, writeLines } from './pen';

const barWidth = 12;
const gap = 8;
const top = 26;
const lineHeight = 14;

/** One bar of a column: a state, and how much passes through it. */
export interface FlowNode {
  readonly name: string;
  readonly amount: number;
}

export interface FlowColumn {
  /** Stands above the column. */
  readonly heading: string;
  /** From the top down. */
  readonly nodes: readonly FlowNode[];
}

/** What passes from a node of one column to a node of the next. */
export interface FlowLink {
  /** The place of the column that it leaves, from 0. */
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly colour: string;
  readonly opacity: number;
  /** What is pointed at and spoken; where in the picture is found here. */
  readonly mark: Omit<Mark, 'x' | 'y'>;
}

interface Placed extends FlowNode {
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

/**
 * Two or more columns of bars, joined by bands as wide as what passes is much. Bands leave and arrive in the
 * order of the bars at their other end, so that they cross as little as can be; a bar that is longer than its
 * bands ends without one.
 */
export function drawFlowColumns(
  columns: readonly FlowColumn[],
  links: readonly FlowLink[],
  width: number,
): Picture {
  const last = columns.length - 1;
  const side = sideFor(columns, width);
  const lefts = leftsFor(last, side, width - 2 * side - barWidth);
  const left = (column: number): number => lefts[column]!;
  const rows = Math.max(...columns.map(({ nodes }) => nodes.length));
  const totals = columns.map(({ nodes }) => nodes.reduce((sum, { amount }) => sum + amount, 0));
  const scale = (rows * 38) / Math.max(...totals);
  const placed = columns.map(({ nodes }, column) => {
    const isOutside = column === 0 || column === last;
    const room = isOutside ? side - 8 : left(column + 1) - left(column) - barWidth - 10;
    return stack(nodes, scale, room);
  });
  const height = Math.max(...placed.map(endOf)) + 4;
  const svg = svgElement('svg', { width, height, 'font-size': 12, fill: 'var(--text)' });
  const write = writerOn(svg);
  const starts = touching(placed, links, 'from', scale);
  const ends = touching(placed, links, 'to', scale);

  const marks = links.map(({ column, amount, colour, opacity, mark }, index) => {
    const [x1, x2] = [left(column) + barWidth, left(column + 1)];
    const [y1, y2] = [starts[index]!, ends[index]!];
    const bend = (x2 - x1) / 2;
    svg.append(
      svgElement('path', {
        d: `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`,
        fill: 'none',
        stroke: colour,
        'stroke-opacity': opacity,
        'stroke-width': Math.max(1, amount * scale),
      }),
    );
    return { ...mark, x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  });
  columns.forEach(({ heading }, column) => {
    const x = left(column);
    drawNodes(svg, write, placed[column]!, x, column === 0);
    const anchor = column === 0 ? 'end' : column === last ? 'start' : 'middle';
    const from = { start: 0, middle: barWidth / 2, end: barWidth }[anchor];
    const quiet = { stroke: 'none', fill: 'var(--text-muted)', 'text-anchor': anchor };
    write(heading, { x: x + from, y: 10 }, quiet);
  });
  return { svg, width, height, marks };
}

/** Room for the names at both sides: on a narrow screen no more than their longest word needs. */
function sideFor(columns: readonly FlowColumn[], width: number): number {
  if (width >= 560) return 170;
  const words = [columns[0]!, columns.at(-1)!].flatMap(({ nodes }) =>
    nodes.flatMap(({ name }) => name.split(' ')),
  );
  return Math.min(width * 0.32, 12 + Math.max(...words.map(widthOf)));
}

/** Where the columns stand. Words lie right of every inner one: where room is short, the first gap gives some up. */
function leftsFor(last: number, side: number, between: number): readonly number[] {
  const even = between / last;
  const first = last > 1 && even < 90 ? Math.min(even, 40) : even;
  const rest = (between - first) / Math.max(1, last - 1);
  return Array.from({ length: last + 1 }, (_, at) =>
    at === 0 ? side : side + first + (at - 1) * rest,
  );
}

/** Bars below each other, each in the middle of the room that it or its words need. */
function stack(
  nodes: readonly FlowNode[],
  scale: number,
  room: number,
): ReadonlyMap<string, Placed> {
  let next = top;
  return new Map(
    nodes.map((node) => {
      const lines = inLines(`${node.name} ${formatCount(node.amount)}`, Math.floor(room / 6.4));
      const height = node.amount * scale;
      const slot = Math.max(height, lines.length * lineHeight);
      const own = { ...node, lines, height, top: next + (slot - height) / 2 };
      next += slot + gap;
      return [node.name, own];
    }),
  );
}

function endOf(nodes: ReadonlyMap<string, Placed>): number {
  return Math.max(
    ...[...nodes.values()].map(
      (node) =>
        node.top + node.height / 2 + Math.max(node.height, node.lines.length * lineHeight) / 2,
    ),
  );
}

function drawNodes(
  svg: SVGSVGElement,
  write: Write,
  nodes: ReadonlyMap<string, Placed>,
  x: number,
  isFirst: boolean,
): void {
  for (const { lines, top: y, height } of nodes.values()) {
    const bar = { x, y, width: barWidth, height: Math.max(1, height) };
    svg.append(svgElement('rect', { ...bar, fill: 'var(--series-5)' }));
    const at = { x: isFirst ? x - 8 : x + barWidth + 8, y: y + height / 2 };
    writeLines(write, lines, at, { 'text-anchor': isFirst ? 'end' : 'start' });
  }
}

/** The height at which each link leaves its bar, or arrives at it. */
function touching(
  placed: readonly ReadonlyMap<string, Placed>[],
  links: readonly FlowLink[],
  end: 'from' | 'to',
  scale: number,
): readonly number[] {
  const names = placed.map((nodes) => [...nodes.keys()]);
  const columnOf = (link: FlowLink): number => link.column + (end === 'to' ? 1 : 0);
  const otherPlace = (link: FlowLink): number =>
    end === 'to'
      ? names[link.column]!.indexOf(link.from)
      : names[link.column + 1]!.indexOf(link.to);
  const order = links
    .map((_, index) => index)
    .sort((a, b) => otherPlace(links[a]!) - otherPlace(links[b]!));
  const next = new Map<Placed, number>();
  const touched: number[] = [];
  for (const index of order) {
    const link = links[index]!;
    const node = placed[columnOf(link)]!.get(link[end])!;
    const from = next.get(node) ?? node.top;
    touched[index] = from + (link.amount * scale) / 2;
    next.set(node, from + link.amount * scale);
  }
  return touched;
}
