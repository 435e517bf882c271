import { formatPercent } from '../ui/format';
import type { TableModel } from '../ui/table';
import { sentences, type PicturesOf } from './findings_picture';
import { largestFlows, OTHERS, moveFigures, type FlowFigures } from './moves';

const most = 7;

function flowTable({ flows }: FlowFigures): TableModel {
  return {
    caption: 'The largest moves between states',
    columns: [
      { id: 'from', label: 'From', kind: 'text' },
      { id: 'to', label: 'To', kind: 'text' },
      { id: 'moves', label: 'Moves', kind: 'count' },
      { id: 'share', label: 'Of the moves from there', kind: 'percent' },
    ],
    rows: flows.map(({ from, to, moves, share }) => ({
      key: `${from} ${to}`,
      cells: [
        from,
        to,
        { value: moves, status: 'ok' as const },
        { value: share, status: 'ok' as const },
      ],
    })),
  };
}

/** Where people go next: as a heat table of shares, and the largest flows. */
export const movesPictures: PicturesOf = (table, { asked }) => {
  const figures = moveFigures(table);
  const shown = figures.moves.filter(({ share }) => share.value !== null);
  if (shown.length === 0) return [];
  const named = shown.filter(({ to }) => to !== OTHERS);
  const surest = [...named].sort((a, b) => b.share.value! - a.share.value!)[0];
  const flow = largestFlows(figures, most);
  const biggest = [...flow.flows].sort((a, b) => b.moves - a.moves)[0]!;
  const moved = flow.flows.reduce((sum, { moves }) => sum + moves, 0);
  return [
    {
      id: 'matrix',
      title:
        surest === undefined
          ? 'From no state does one next step stand out'
          : `${formatPercent(surest.share.value!)} of moves from ${surest.from} lead to ${surest.to}, the surest next step`,
      subtitle: sentences(
        asked,
        'Of all who moved on from the state of the row, the per cent who went to the state of the column',
        'Only people who moved on are in it',
      ),
      draw: async (width) => (await import('./draw_matrix')).drawMatrix(figures, width),
      minWidth: 200 + 22 * figures.to.length,
      maxWidth: 1200,
    },
    {
      id: 'flow',
      title: `The commonest move is from ${biggest.from} to ${biggest.to}: ${formatPercent(biggest.moves / moved)} of the moves drawn`,
      subtitle: sentences(
        asked,
        `Moves from the ${flow.left.length} states that most moves leave (left) to where they lead (right); a band is as wide as its moves are many`,
      ),
      table: flowTable(flow),
      draw: async (width) => (await import('./draw_flow')).drawFlow(flow, width),
      maxWidth: 1000,
    },
  ];
};
