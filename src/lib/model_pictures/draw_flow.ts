import type { Picture } from '../charts/picture';
import { drawFlowColumns } from '../pictures/draw_flow_columns';
import { formatMany, formatPercent } from '../ui/format';
import type { FlowFigures } from './moves';

/** Two columns, from and to, joined by bands as wide as their moves are many; the largest of each state stands out. */
export function drawFlow({ left, right, flows }: FlowFigures, width: number): Picture {
  const nodesOf = (nodes: FlowFigures['left']) =>
    nodes.map(({ name, moves }) => ({ name, amount: moves }));
  const largest = new Set(
    left.map(({ name }) =>
      flows.filter(({ from }) => from === name).reduce((a, b) => (b.moves > a.moves ? b : a)),
    ),
  );
  return drawFlowColumns(
    [
      { heading: 'From', nodes: nodesOf(left) },
      { heading: 'To', nodes: nodesOf(right) },
    ],
    flows.map((flow) => ({
      column: 0,
      from: flow.from,
      to: flow.to,
      amount: flow.moves,
      colour: 'var(--series-1)',
      opacity: largest.has(flow) ? 0.6 : 0.25,
      mark: {
        key: `${flow.from} ${flow.to}`,
        name: `${flow.from} to ${flow.to}`,
        said: `${formatMany(flow.moves, 'move')}, ${formatPercent(flow.share)} of those from ${flow.from}`,
        filters: null,
      },
    })),
    width,
  );
}
