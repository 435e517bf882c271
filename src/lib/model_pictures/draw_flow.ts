import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { formatCount, formatMany, formatPercent } from '../ui/format';
import type { Flow, FlowFigures } from './moves';
import { apart, inLines, writeLines } from './pen';

const barWidth = 12;
const gap = 14;

interface Node {
  readonly name: string;
  readonly top: number;
  readonly height: number;
  /** Where the next band begins. */
  next: number;
}

/** Two columns, from and to, joined by bands as wide as their moves are many. */
export function drawFlow({ left, right, flows }: FlowFigures, width: number): Picture {
  const rows = Math.max(left.length, right.length);
  const height = 30 + rows * 52;
  const narrow = width < 560;
  const side = narrow ? 84 : 170;
  const letters = Math.floor((side - 8) / 6.6);
  const all = left.reduce((sum, { moves }) => sum + moves, 0);
  const scale = (height - 30 - gap * (rows - 1)) / all;
  const svg = svgElement('svg', { width, height, 'font-size': 12, fill: 'var(--text)' });
  const write = writerOn(svg);
  const starts = stack(left);
  const ends = stack(right);
  const x1 = side + barWidth;
  const x2 = width - side - barWidth;

  function stack(nodes: FlowFigures['left']): ReadonlyMap<string, Node> {
    let top = 26;
    return new Map(
      nodes.map(({ name, moves }) => {
        const node = { name, top, height: moves * scale, next: top };
        top += node.height + gap;
        return [name, node];
      }),
    );
  }

  // Bands leave in the order in which they arrive, so that they cross as little as can be.
  const place = (name: string) => right.findIndex((node) => node.name === name);
  const ordered = left.flatMap(({ name }) =>
    flows.filter(({ from }) => from === name).sort((a, b) => place(a.to) - place(b.to)),
  );
  const largest = new Map(
    left.map(({ name }) => [
      name,
      flows.filter(({ from }) => from === name).reduce((a, b) => (b.moves > a.moves ? b : a)),
    ]),
  );
  const marks = ordered.flatMap((flow): Mark[] => {
    const [start, end] = [starts.get(flow.from), ends.get(flow.to)];
    if (!start || !end) return [];
    const thick = flow.moves * scale;
    const [y1, y2] = [start.next + thick / 2, end.next + thick / 2];
    start.next += thick;
    end.next += thick;
    const bend = (x2 - x1) / 2;
    svg.append(
      svgElement('path', {
        d: `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`,
        fill: 'none',
        stroke: 'var(--series-1)',
        'stroke-opacity': largest.get(flow.from) === flow ? 0.6 : 0.25,
        'stroke-width': Math.max(1, thick),
      }),
    );
    return [markOf(flow, (x1 + x2) / 2, (y1 + y2) / 2)];
  });

  drawNodes(left, starts, side, { x: side - 8, anchor: 'end' });
  drawNodes(right, ends, x2, { x: x2 + barWidth + 8, anchor: 'start' });
  const quiet = { stroke: 'none', fill: 'var(--text-muted)' };
  write('From', { x: side, y: 10 }, { ...quiet, 'text-anchor': 'start' });
  write('To', { x: x2 + barWidth, y: 10 }, { ...quiet, 'text-anchor': 'end' });

  function drawNodes(
    nodes: FlowFigures['left'],
    places: ReadonlyMap<string, Node>,
    x: number,
    label: { readonly x: number; readonly anchor: string },
  ) {
    const blocks = nodes.map(({ name, moves }) => [...inLines(name, letters), formatCount(moves)]);
    const heights = apart(
      nodes.map(({ name }) => places.get(name)!.top + places.get(name)!.height / 2),
      blocks.map((lines) => lines.length * 14 + 3),
      20,
      height,
    );
    nodes.forEach(({ name }, at) => {
      const node = places.get(name)!;
      const box = { x, y: node.top, width: barWidth, height: Math.max(1, node.height) };
      svg.append(svgElement('rect', { ...box, fill: 'var(--series-5)' }));
      const where = { x: label.x, y: heights[at]! };
      writeLines(write, blocks[at]!, where, { stroke: 'none', 'text-anchor': label.anchor });
    });
  }

  return { svg, width, height, marks };
}

function markOf({ from, to, moves, share }: Flow, x: number, y: number): Mark {
  return {
    key: `${from} ${to}`,
    x,
    y,
    name: `${from} to ${to}`,
    said: `${formatMany(moves, 'move')}, ${formatPercent(share)} of those from ${from}`,
    filters: null,
  };
}
